"""Finds accounts among all: by words, museum, role, last visit and state, in the order asked for."""

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.domain.accounts.directory import Account, State
from portal.domain.accounts.roles import Role
from portal.domain.folding import fold


class Visit(enum.Enum):
    """How long ago somebody last came."""

    DORMANT = "dormant"
    NEVER = "jamais"


class Order(enum.Enum):
    """How accounts are ordered; equals stand by name, then number."""

    NAME = "nom"
    LONGEST_UNSEEN = "visite"
    LAST_SEEN = "visite-recente"
    STATE = "etat"


@dataclass(frozen=True)
class Question:
    """What is asked of the accounts; criteria add up."""

    text: str = ""
    museum_id: int | None = None
    role: Role | None = None
    of_association: bool = False
    """Only those who hold a right in the association, whichever."""
    visit: Visit | None = None
    state: State | None = None
    """Without one, erased accounts are left out: there is nobody behind them."""
    order: Order = Order.NAME


def seek(accounts: Iterable[Account], question: Question, now: datetime) -> list[Account]:
    """Return the accounts that answer the question, in its order."""
    words = fold(question.text).split()
    found = [account for account in accounts if _answers(account, question, words, now)]
    return sorted(sorted(found, key=_by_name), key=_ORDERS[question.order])


def _answers(account: Account, question: Question, words: list[str], now: datetime) -> bool:
    return (
        _is_in_state(account, question.state)
        and _has_role(account, question)
        and _was_seen(account, question.visit, now)
        and (question.museum_id is None or any(w.museum_id == question.museum_id for w in account.works))
        and _says(account, words)
    )


def _is_in_state(account: Account, state: State | None) -> bool:
    return account.state is not State.ERASED if state is None else account.state is state


def _has_role(account: Account, question: Question) -> bool:
    if question.of_association and not account.rights:
        return False
    held: set[Role] = {*account.rights, *(work.role for work in account.works)}
    return question.role is None or question.role in held


def _was_seen(account: Account, visit: Visit | None, now: datetime) -> bool:
    if visit is Visit.NEVER:
        return account.signed_in_at is None
    return visit is None or account.is_dormant(now)


def _says(account: Account, words: list[str]) -> bool:
    if not words:
        return True
    said = fold(" ".join((account.name, account.email or "", *(work.name.fr for work in account.works))))
    return all(word in said for word in words)


def _by_name(account: Account) -> tuple[str, int]:
    return (fold(account.name or account.email or ""), account.id)


def _seen(account: Account) -> float:
    return account.signed_in_at.timestamp() if account.signed_in_at else 0.0


_ORDERS: Mapping[Order, Callable[[Account], Any]] = {
    Order.NAME: _by_name,
    Order.LONGEST_UNSEEN: _seen,
    Order.LAST_SEEN: lambda account: -_seen(account),
    Order.STATE: lambda account: list(State).index(account.state),
}
