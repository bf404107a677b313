"""What the list of museums is asked, and the museums that answer."""

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from portal.domain import museums
from portal.domain.accounts.presence import Presence, Standing
from portal.domain.folding import fold
from portal.web.admin.questions import Asking
from portal.web.kit.messages import LazyString, _l

OLD_AFTER = timedelta(days=365)


class Order(enum.Enum):
    """How the museums are ordered; equals stand by name."""

    CHANGE = "maj"
    NAME = "nom"
    VISIT = "visite"
    STANDING = "compte"


CRITERIA: Mapping[str, LazyString] = {
    "departement": _l("Département"),
    "compte": _l("Compte"),
    "tri": _l("Tri"),
    "page": _l("Page"),
}


@dataclass(frozen=True)
class Asked:
    """The question, and what the page needs to ask it again."""

    text: str
    departement: str | None
    standing: Standing | None
    is_old: bool
    order: Order
    page: int
    kept: dict[str, str]
    notices: list[str]

    def address(self, **changes: Any) -> str:
        """Return the list's address with some parameters changed."""
        values: dict[str, Any] = {**self.kept, **changes}
        return url_for("admin.museums.index", **values)


def read(arguments: MultiDict[str, str]) -> Asked:
    """Read the question; a value that makes no sense is left aside."""
    asking = Asking(arguments)
    codes = {museum.departement.code for museum in museums.guide().museums}
    return Asked(
        text=asking.text("q"),
        departement=asking.meaning("departement", lambda value: value if value in codes else None),
        standing=asking.word("compte", Standing),
        is_old=asking.meaning("ancien", lambda value: True if value == "1" else None) or False,
        order=asking.word("tri", Order) or Order.CHANGE,
        page=asking.page(),
        kept=asking.kept,
        notices=asking.sentences({name: str(said) for name, said in CRITERIA.items()}),
    )


def seek(everywhere: Iterable[Presence], asked: Asked, now: datetime, *, with_people: bool) -> list[Presence]:
    """Return the museums that answer; people's names are sought only for who may read them."""
    words = fold(asked.text).split()
    found = [p for p in everywhere if _answers(p, asked, now) and _says(p, words, with_people=with_people)]
    return sorted(found, key=_ORDERS[asked.order])


def is_old(presence: Presence, now: datetime) -> bool:
    """Return whether the entry has not changed for a year."""
    return presence.museum.updated_at <= now - OLD_AFTER


def _answers(presence: Presence, asked: Asked, now: datetime) -> bool:
    return (
        (asked.departement is None or presence.museum.departement.code == asked.departement)
        and (asked.standing is None or presence.standing is asked.standing)
        and (not asked.is_old or is_old(presence, now))
    )


def _says(presence: Presence, words: list[str], *, with_people: bool) -> bool:
    museum = presence.museum
    told = [museum.name.fr, museum.name.oc or "", museum.town.name.fr, museum.museofile_id or ""]
    if with_people:
        told += [f"{member.account.name} {member.account.email or ''}" for member in presence.people]
    said = fold(" ".join(told))
    return all(word in said for word in words)


_ORDERS: Mapping[Order, Callable[[Presence], Any]] = {
    Order.CHANGE: lambda presence: presence.museum.updated_at,
    Order.NAME: lambda presence: presence.museum.sort_key,
    Order.VISIT: lambda presence: presence.seen_at.timestamp() if presence.seen_at else 0.0,
    Order.STANDING: lambda presence: list(Standing).index(presence.standing),
}
