"""Which texts the desk shows."""

import enum
from collections.abc import Iterable

from portal.domain.translations import Field, Standing
from portal.web.kit.messages import LazyString, _l


class Sight(enum.Enum):
    """What is looked at."""

    ALL = "tout"
    TO_TRANSLATE = "a-traduire"
    TO_READ = "a-relire"

    def shows(self, field: Field) -> bool:
        """Return whether a text is looked at."""
        return field.standing in _SHOWN[self]


_SHOWN = {
    Sight.ALL: frozenset(Standing),
    Sight.TO_TRANSLATE: frozenset({Standing.MISSING}),
    Sight.TO_READ: frozenset({Standing.STALE, Standing.MACHINE, Standing.DRAFT}),
}
NAMES: dict[Sight, LazyString] = {
    Sight.ALL: _l("Tout"),
    Sight.TO_TRANSLATE: _l("À traduire"),
    Sight.TO_READ: _l("À relire"),
}


def read(given: str | None) -> Sight:
    """Return the sight that an address asks for; all of it where it asks for none that there is."""
    return next((sight for sight in Sight if sight.value == given), Sight.ALL)


def counted(fields: Iterable[Field]) -> list[tuple[Sight, LazyString, int]]:
    """Return each sight with its name and how many texts it shows."""
    found = list(fields)
    return [(sight, NAMES[sight], sum(map(sight.shows, found))) for sight in Sight]
