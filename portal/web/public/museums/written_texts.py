"""What the museum writes of itself, for its page: each text where there is one, and where its notice stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.db import Translated
from portal.domain.museums import Museum
from portal.domain.museums.profile_texts import TEXTS
from portal.web.kit.locale import page_language

IN_ORDER = ("presentation", "long_text", "history", "building", "practical_notes")


@dataclass(frozen=True)
class Texts:
    """The texts of a museum, asked for by name."""

    by_name: Mapping[str, Translated | None]
    noticed: str | None
    """The first text that is shown in another language than the page's, which says so."""

    def __getitem__(self, name: str) -> Translated | None:
        return self.by_name[name]

    @property
    def is_written(self) -> bool:
        """Whether there is any text but a name."""
        return any(self.by_name[name] for name in IN_ORDER)


def of(museum: Museum) -> Texts:
    """Return a museum's texts."""
    found = {name: getattr(museum.profile, name, None) for name in TEXTS}
    language = page_language()
    borrowed = (name for name in IN_ORDER if (text := found[name]) and text.lang(language) != language)
    return Texts(found, next(borrowed, None))
