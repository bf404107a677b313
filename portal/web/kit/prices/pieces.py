"""A run of words and the language it is really in: what a museum wrote in French alone is shown as French."""

from dataclasses import dataclass

from portal.db import Translated
from portal.db.translated import TextLanguage
from portal.web.kit.formats import sentence_case
from portal.web.kit.languages import Language


@dataclass(frozen=True)
class Piece:
    """Some words, and their language."""

    text: str
    lang: TextLanguage

    @property
    def title(self) -> "Piece":
        """The same, with a capital."""
        return Piece(sentence_case(self.text), self.lang)


def own(words: Translated, language: Language) -> Piece:
    """Return a museum's own words for a reader."""
    return Piece(words.text(language), words.lang(language))
