"""The parts of the room: each a block with its form, what checks it and how its fields are called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portal.domain import access
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Block, Key, Snapshot
from portal.web.dashboard.access.forms import AccessForm, PartForm, PracticalForm
from portal.web.kit import clock
from portal.web.kit.messages import LazyString, _l

ACCESS, PRACTICAL, OUTAGES = "acces", "pratique", "panne"


@dataclass(frozen=True)
class Part:
    """One block of the room."""

    name: str
    title: LazyString
    block: Block
    key: Callable[[int], Key]
    form: type[PartForm]
    check: Callable[[Snapshot], Snapshot]
    template: str

    def key_of(self, museum: MuseumEntry) -> Key:
        """Return which block it is in a museum."""
        return self.key(museum.id)


PARTS: Mapping[str, Part] = {
    ACCESS: Part(
        ACCESS,
        _l("Accessibilité"),
        access.ACCESS,
        access.key,
        AccessForm,
        lambda typed: access.checked_access(typed, clock.today()),
        "dashboard/access/edit.html",
    ),
    PRACTICAL: Part(
        PRACTICAL,
        _l("Pratique"),
        access.PRACTICAL,
        access.practical_key,
        PracticalForm,
        access.checked_practical,
        "dashboard/access/practical.html",
    ),
}
KEYS: Mapping[str, Callable[[int], Key]] = {
    **{name: part.key for name, part in PARTS.items()},
    OUTAGES: access.outages_key,
}
