"""What the list of texts to be read is asked, and the texts that answer."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from portal.domain import museums
from portal.domain.revisions import Unread
from portal.web.admin.questions import Asking
from portal.web.kit.kinds import kind_of
from portal.web.kit.messages import LazyString, _l

OLD_AFTER = timedelta(days=7)
"""How long a text waits before the list marks it."""


class Sight(enum.Enum):
    """Which texts are looked at."""

    TO_ACCEPT = "a-accepter"
    PUBLIC = "en-ligne"
    OF_MUSEUM = "au-musee"


CRITERIA: Mapping[str, LazyString] = {
    "voir": _l("Voir"),
    "musee": _l("Musée"),
    "sorte": _l("Sorte de texte"),
    "page": _l("Page"),
}


@dataclass(frozen=True)
class Asked:
    """The question, and what the page needs to ask it again."""

    sight: Sight | None
    museum: str | None
    kind: str | None
    page: int
    kept: dict[str, str]
    notices: list[str]

    def address(self, **changes: Any) -> str:
        """Return the list's address with some parameters changed."""
        values: dict[str, Any] = {**self.kept, **changes}
        return url_for("admin.moderation.index", **values)


def read(arguments: MultiDict[str, str]) -> Asked:
    """Read the question; a value that makes no sense is left aside."""
    asking = Asking(arguments)
    slugs = {museum.slug for museum in museums.guide().by_id.values()}
    return Asked(
        sight=asking.word("voir", Sight),
        museum=asking.meaning("musee", lambda value: value if value in slugs else None),
        kind=asking.meaning("sorte", lambda value: value if kind_of(value) else None),
        page=asking.page(),
        kept=asking.kept,
        notices=asking.sentences({name: str(said) for name, said in CRITERIA.items()}),
    )


def seen(found: Sequence[Unread], asked: Asked) -> list[Unread]:
    """Return the texts that answer."""
    by_id = museums.guide().by_id
    return [
        each
        for each in found
        if (asked.sight is None or sight_of(each) is asked.sight)
        and (asked.kind is None or each.kind == asked.kind)
        and (asked.museum is None or by_id[each.museum_id].slug == asked.museum)
    ]


def sight_of(unread: Unread) -> Sight:
    """Return under which sight a text is listed."""
    if unread.is_public:
        return Sight.PUBLIC
    return Sight.OF_MUSEUM if unread.is_its_museums else Sight.TO_ACCEPT


def is_old(unread: Unread, now: datetime) -> bool:
    """Return whether a text has waited long."""
    return unread.since <= now - OLD_AFTER
