"""The parts of the room: each a block with its form, what checks it and how its fields are called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.domain import access
from portal.domain.access import Family, Source, snapshots
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Block, Key, Snapshot, flat
from portal.web.dashboard.access.forms import AccessForm, PartForm, PracticalForm, field_name
from portal.web.kit import access as words
from portal.web.kit import clock
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l

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


def labels_of(part: Part) -> dict[str, str]:
    """Return how the fields of a block are called, by path."""
    form = part.form(formdata=None)
    found = {}
    for path in flat(part.block.blank):
        label = str(form[field_name(path)].label.text)
        group, family, *_more = [*path.split("."), ""]
        if group in {"marks", "origins"}:
            named = words.GROUPS[Family(family)][page_language()]
            label = _("%(question)s, %(part)s", question=named, part=label)
        found[path] = label
    return found


def say(path: str, value: Any) -> str:
    """Return a value of a block in words."""
    if value is None or value == "":
        return _("Ne sait pas") if path.endswith(".answer") else ""
    if path.endswith(".answer"):
        return _("Oui") if value == snapshots.YES else _("Non")
    if path.endswith(".source"):
        return words.SOURCES[Source(value)][page_language()]
    return str(value)


def is_prose(path: str) -> bool:
    """Return whether a field holds a museum's own words: those of two people may be kept in one."""
    return ".words." in path
