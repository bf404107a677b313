"""The texts of museums as the translators' rooms show them: how many wait, what each is called, where its French is."""

from collections.abc import Callable, Mapping
from datetime import date

from portal.db import Translated, db
from portal.domain import translations
from portal.domain.museums import MuseumEntry
from portal.domain.translations import Field, Standing, Text
from portal.web.kit import clock, prices
from portal.web.kit.translating.names import french_address, name_of, title_of

SAID_IN_OCCITAN: Mapping[str, Callable[[str], bool]] = {
    "prices": lambda french: prices.condition_words(Translated(french), "oc").lang == "oc",
}
"""By kind of block, which French the portal says in Occitan by itself: those are facts."""
_BY_ITSELF = frozenset({"lines.*.condition", "lines.*.proof"})

WAITING = frozenset({Standing.MISSING, Standing.MACHINE, Standing.DRAFT, Standing.STALE})


def of_museum(museum: MuseumEntry, today: date | None = None) -> list[Field]:
    """Return the texts of a museum that are to be in Occitan, in the order of its pages."""
    return translations.of_museum(db.session(), museum.id, today or clock.today(), _is_spoken)


def everywhere() -> Mapping[int, tuple[Field, ...]]:
    """Return the texts of every museum that has written one, by museum."""
    return translations.everywhere(db.session(), clock.today(), _is_spoken)


def _is_spoken(kind: str, text: Text) -> bool:
    says = SAID_IN_OCCITAN.get(kind)
    return says is not None and text.prose.path in _BY_ITSELF and says(text.fr)


__all__ = ["WAITING", "everywhere", "french_address", "name_of", "of_museum", "title_of"]
