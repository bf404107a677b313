"""What a museum has to do, as data: each room adds its source, and the dashboard's first page asks them all.

The order is that of the harm to a visitor (product row M5), never that of the rooms.
"""

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from flask import Flask, current_app

from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.web.kit import gate
from portal.web.kit.messages import LazyString

SOURCES = "museum_tasks"


class Harm(enum.IntEnum):
    """What happens to a visitor while a task waits, the worst first."""

    FINDS_DOOR_CLOSED = 1
    """Hours run out or a holiday is undecided: somebody drives fifty kilometres for nothing."""
    IS_MISLED = 2
    """A visitor says that a fact is wrong, or two facts contradict each other."""
    WAITS_FOR_TEXT = 3
    """Something the museum wrote was refused or waits, so the public still reads the old text."""
    PAYS_WRONG_PRICE = 4
    """A price is a year old, or unknown."""
    CANNOT_GET_IN = 5
    """Access is unknown, or something out of order may be repaired."""
    CANNOT_PERCEIVE = 6
    """A picture without words for those who do not see it."""
    IS_NOT_ADDRESSED = 7
    """The Occitan page lags behind the French one, or a link leads nowhere."""
    LACKS_CONTEXT = 8
    """A text, a contact or a picture is missing."""


@dataclass(frozen=True)
class Answer:
    """A button that does a task where it is read; its form leads back there (`redirects.back`)."""

    name: LazyString | str
    address: str
    """Where the form is sent."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """What it sends beside its token."""


@dataclass(frozen=True)
class Task:
    """One thing to do, and where: its page opens at the field."""

    harm: Harm
    name: LazyString | str
    why: LazyString | str
    """What its absence costs a visitor, in one sentence."""
    address: str
    """Where it is done, anchor included."""
    act: LazyString | str
    """What the button says."""
    due: date | None = None
    """The day it begins to harm; the earlier comes first within one harm."""
    answers: tuple[Answer, ...] = ()
    """The buttons that do it in place, the likeliest first; the link then leads to more."""
    is_stale: bool = False
    """Whether it only asks if something is still right."""


Source = Callable[[MuseumEntry, date], Iterable[Task]]


def source(app: Flask, permission: Permission, tasks: Source) -> None:
    """Add a source of tasks, for those who have this right in the museum."""
    app.extensions.setdefault(SOURCES, []).append((permission, tasks))


def of_museum(museum: MuseumEntry, today: date) -> list[Task]:
    """Return every task of a museum that this person may do, the most harmful first."""
    found = [
        task
        for permission, tasks in current_app.extensions.get(SOURCES, ())
        if gate.may(permission)
        for task in tasks(museum, today)
    ]
    return sorted(found, key=lambda task: (task.harm, task.due or date.max))
