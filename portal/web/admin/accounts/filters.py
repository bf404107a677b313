"""What the list of accounts is asked, read from its address."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from portal.domain import museums
from portal.domain.accounts import AssociationRole, MuseumRole, Role
from portal.domain.accounts.directory import State
from portal.domain.accounts.seeking import Order, Question, Visit
from portal.web.admin.accounts import words
from portal.web.admin.questions import Asking


@dataclass(frozen=True)
class Asked:
    """The question, and what the page needs to ask it again."""

    question: Question
    page: int
    kept: dict[str, str]
    notices: list[str]

    def address(self, **changes: Any) -> str:
        """Return the list's address with some parameters changed."""
        values: dict[str, Any] = {**self.kept, **changes}
        return url_for("admin.accounts.index", **values)


def read(arguments: MultiDict[str, str]) -> Asked:
    """Read the question; a value that makes no sense is left aside."""
    asking = Asking(arguments)
    role = asking.meaning("role", _role)
    question = Question(
        text=asking.text("q"),
        museum_id=asking.meaning("musee", _museum),
        role=role if isinstance(role, MuseumRole | AssociationRole) else None,
        of_association=role == words.OF_ASSOCIATION,
        visit=asking.word("visite", Visit),
        state=asking.word("etat", State),
        order=asking.word("tri", Order) or Order.NAME,
    )
    page = asking.page()
    names = {name: str(said) for name, said in words.CRITERIA.items()}
    return Asked(question, page, asking.kept, asking.sentences(names))


def _museum(slug: str) -> int | None:
    return next((museum.id for museum in museums.guide().museums if museum.slug == slug), None)


def _role(value: str) -> Role | str | None:
    if value == words.OF_ASSOCIATION:
        return value
    every: list[Role] = [*MuseumRole, *AssociationRole]
    return next((role for role in every if role.value == value), None)
