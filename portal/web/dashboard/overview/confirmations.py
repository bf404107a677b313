"""When each block was last said to be right, by whom, and the button that says it again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for

from portal.domain.accounts import profile as people
from portal.web.dashboard.overview.entry import Entry
from portal.web.kit import moments
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l


@dataclass(frozen=True)
class Confirmation:
    """One block."""

    name: LazyString
    said: str
    """`Relu le 2 juin 2026 par Claire`."""
    address: str
    """Where “toujours exact” is sent."""
    room: str


def confirmations_of(entry: Entry) -> list[Confirmation]:
    """Return the blocks in which something is written; there is nothing to confirm of the others."""
    slug, known = entry.museum.slug, list(_known(entry))
    signers = {by_id for _name, _at, by_id, _send, _room in known if by_id is not None}
    names = people.names_of(signers) if signers else {}
    return [
        Confirmation(
            name,
            _said(at, names.get(by_id or 0, "")),
            url_for(send[0], museum=slug, **send[1]),
            url_for(room[0], museum=slug, **room[1]),
        )
        for name, at, by_id, send, room in known
    ]


Place = tuple[str, dict[str, Any]]


def _known(entry: Entry) -> Iterable[tuple[LazyString, datetime | None, int | None, Place, Place]]:
    opening, prices, reach = entry.hours, entry.prices, entry.access
    if not opening.is_empty:
        yield (
            _l("Horaires"),
            opening.confirmed_at,
            opening.confirmed_by_id,
            ("dashboard.confirmation.create", {}),
            ("dashboard.hours.edit", {}),
        )
    if not prices.is_empty:
        yield (
            _l("Tarifs"),
            prices.confirmed_at,
            prices.confirmed_by_id,
            ("dashboard.prices.confirm", {}),
            ("dashboard.prices.edit", {}),
        )
    if reach.access_confirmed_at is not None:
        part = {"part": "acces"}
        at, by_id = reach.access_confirmed_at, reach.access_confirmed_by_id
        yield (
            _l("Accessibilité"),
            at,
            by_id,
            ("dashboard.access.confirm", part),
            ("dashboard.access.edit", part),
        )
    if reach.practical_confirmed_at is not None:
        part = {"part": "pratique"}
        at, by_id = reach.practical_confirmed_at, reach.practical_confirmed_by_id
        yield _l("Pratique"), at, by_id, ("dashboard.access.confirm", part), ("dashboard.access.edit", part)


def _said(at: datetime | None, name: str) -> str:
    if at is None:
        return _("Jamais relu")
    day = moments.day(at, page_language())
    return _("Relu le %(day)s par %(name)s", day=day, name=name) if name else _("Relu le %(day)s", day=day)
