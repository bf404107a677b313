"""The side bar, as data: each room adds itself, so that it shows only rooms that exist, to those who may enter."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, g, request, url_for

from portal.domain import museums
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.web.kit import gate, labels
from portal.web.kit.messages import LazyString, ngettext

MUSEUM, ADMIN = "museum_rooms", "admin_rooms"


@dataclass(frozen=True)
class Room:
    """A room of a museum's space or of the association's."""

    endpoint: str
    label: LazyString
    icon: str
    permission: Permission
    count: Callable[[], int] | None = None
    """How many things wait there."""


@dataclass(frozen=True)
class Entry:
    """One line of the side bar."""

    name: str
    address: str
    icon: str
    is_here: bool
    count: int


def init_app(app: Flask) -> None:
    """Prepare the lists that rooms add themselves to."""
    app.extensions.setdefault(MUSEUM, [])
    app.extensions.setdefault(ADMIN, [])
    app.jinja_env.globals.update(
        rooms=lambda: _entries(app),
        other_museums=_others,
        standing=_standing,
        role_name=labels.role_name,
        invitation_state_name=labels.invitation_state_name,
        revision_state_name=labels.revision_state_name,
        role_hint=labels.role_hint,
        role_hints=labels.role_hints(),
        role_sentence=labels.role_sentence,
    )


def museum_room(app: Flask, room: Room) -> None:
    """Add a room to every museum's space."""
    app.extensions.setdefault(MUSEUM, []).append(room)


def admin_room(app: Flask, room: Room) -> None:
    """Add a room to the association's space."""
    app.extensions.setdefault(ADMIN, []).append(room)


def _entries(app: Flask) -> list[Entry]:
    museum: MuseumEntry | None = g.get("museum")
    rooms: list[Room] = app.extensions[MUSEUM if museum else ADMIN]
    address: dict[str, Any] = {"museum": museum.slug} if museum else {}
    mine = [(room, url_for(room.endpoint, **address)) for room in rooms if gate.may(room.permission)]
    here = _here(mine)
    return [
        Entry(str(room.label), place, room.icon, room is here, room.count() if room.count else 0)
        for room, place in mine
    ]


def _here(rooms: list[tuple[Room, str]]) -> Room | None:
    """Return the room of this page: its own, else the one whose address it lies under."""
    blueprint = request.blueprint
    own = next((room for room, _place in rooms if room.endpoint.rpartition(".")[0] == blueprint), None)
    above = [(room, place) for room, place in rooms if request.path.startswith(place)]
    return own or (max(above, key=lambda each: len(each[1]))[0] if above else None)


def _others() -> list[MuseumEntry]:
    """Return the person's other museums, by name."""
    here: MuseumEntry | None = g.get("museum")
    mine = (museums.guide().by_id.get(id_) for id_ in gate.actor().memberships if not here or id_ != here.id)
    return sorted((museum for museum in mine if museum), key=lambda museum: museum.sort_key)


def _standing() -> str:
    """Return in a few words who the person is here: their role, or how many museums they work for."""
    person, here = gate.actor(), g.get("museum")
    role = person.memberships.get(here.id) if here else None
    if role is not None:
        return str(labels.role_name(role))
    if person.rights:
        return ", ".join(str(labels.role_name(right)) for right in sorted(person.rights))
    return ngettext("%(num)s musée", "%(num)s musées", len(person.memberships))
