"""Why hours differ, in words: the reason from the list, then what the museum adds in its own words."""

from portal.db import Translated
from portal.domain.hours.rows import Reason
from portal.web.kit.languages import Language
from portal.web.kit.opening import words
from portal.web.kit.opening.spans import own_words

COLON = "\u00a0: "


def reason_words(reason: Reason, language: Language) -> str:
    """Return `inventaire`, `inventari`; nothing for another reason, which the museum's own words say."""
    return words.REASONS[language][reason]


def why(reason: Reason, own: Translated | None, language: Language) -> str:
    """Return the reason and the museum's own words, parted by a comma; nothing where neither says anything."""
    parts = (reason_words(reason, language), own_words(own, language))
    return ", ".join(part for part in parts if part)


def with_reason(sentence: str, reason: str) -> str:
    """Return a sentence and its reason after a colon."""
    return f"{sentence}{COLON}{reason}" if reason else sentence
