"""What the journal is asked, read from the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from portal.config import PARIS
from portal.domain.folding import fold
from portal.domain.journal import Wanted
from portal.web.admin.journal import words
from portal.web.admin.journal.names import Names
from portal.web.admin.questions import Asking


@dataclass(frozen=True)
class Asked:
    """The question, and what the page needs to ask it again."""

    wanted: Wanted
    page: int
    kept: dict[str, str]
    notices: list[str]

    def address(self, **changes: Any) -> str:
        """Return the list's address with some parameters changed."""
        values: dict[str, Any] = {**self.kept, **changes}
        return url_for("admin.journal.index", **values)


def read(arguments: MultiDict[str, str], names: Names, actions: Mapping[str, str]) -> Asked:
    """Read the question; a value that makes no sense is left aside."""
    asking = Asking(arguments)
    person = asking.text("personne")
    museum_id = asking.meaning("musee", names.museum_id)
    action = asking.meaning("action", lambda value: value if value in actions else None)
    since, until = asking.meaning("du", _midnight), asking.meaning("au", _midnight)
    page = asking.page()
    wanted = Wanted(
        actions=(action,) if action else (),
        people=_people(person, names) if person else None,
        museums=(museum_id,) if museum_id else None,
        since=since,
        until=until + timedelta(days=1) if until else None,
    )
    said = {name: str(label) for name, label in words.CRITERIA.items()}
    return Asked(wanted, page, asking.kept, asking.sentences(said))


def _people(written: str, names: Names) -> tuple[int, ...]:
    """Return those whose name or address holds every word, or who have this number."""
    if written.isascii() and written.isdigit():
        return tuple(id_ for id_ in names.people if str(id_) == written.lstrip("0"))
    sought = fold(written).split()
    return tuple(id_ for id_, said in names.said.items() if all(word in said for word in sought))


def _midnight(value: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(value), time(), PARIS)
    except (ValueError, OverflowError):
        return None
