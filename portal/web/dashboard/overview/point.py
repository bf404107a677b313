"""One of the twelve points of a museum's entry: how far it is, and what it lacks in words."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import url_for

from portal.web.dashboard.overview.entry import Entry
from portal.web.kit import clock, moments
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _


class State(enum.Enum):
    """How far a point is; the value is the pearl's class."""

    COMPLETE = "on"
    TO_CHECK = "stale"
    """Something of it is missing, or nobody has read it for long."""
    MISSING = ""


@dataclass(frozen=True)
class Point:
    """One of the twelve."""

    name: LazyString
    state: State
    missing: Sequence[str]
    """What it lacks, in words that follow “Il manque”."""
    said: str
    """Beside its name: since when it is known, or how far it is."""
    address: str


def point(
    name: LazyString,
    entry: Entry,
    room: str,
    field: str,
    missing: Sequence[str],
    *,
    is_bare: bool,
    read: tuple[datetime | None, timedelta] = (None, timedelta.max),
    **place: Any,
) -> Point:
    """Return a point; `is_bare` says that nothing useful is there, `read` when it was last confirmed and for how long that lasts."""
    read_at, lasts = read
    is_old = read_at is not None and clock.now() - read_at >= lasts
    if is_bare:
        state, said = State.MISSING, _("manque")
    elif missing:
        state, said = State.TO_CHECK, _("à compléter")
    else:
        state = State.TO_CHECK if is_old else State.COMPLETE
        said = moments.age(read_at, clock.now(), page_language()) if read_at else _("complet")
    address = url_for(room, museum=entry.museum.slug, _anchor=field, **place)
    return Point(name, state, missing, said, address)
