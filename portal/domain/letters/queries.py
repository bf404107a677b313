"""What may be asked of the outbox."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from portal.db import db
from portal.domain.letters.models import Letter, State

_STATES: dict[State, ColumnElement[bool]] = {
    State.BOUNCED: Letter.bounced_at.is_not(None),
    State.SENT: and_(Letter.sent_at.is_not(None), Letter.bounced_at.is_(None)),
    State.FAILED: and_(Letter.failed_at.is_not(None), Letter.sent_at.is_(None), Letter.bounced_at.is_(None)),
    State.WAITING: Letter.due_at.is_not(None),
}


def by_id(id_: int) -> Letter | None:
    """Return one letter."""
    return db.session.get(Letter, id_)


def page(state: State | None, text: str, *, offset: int, limit: int) -> Sequence[Letter]:
    """Return the letters in a state that hold a text in their address or subject, the latest first."""
    statement = select(Letter).where(*_wanted(state, text)).order_by(Letter.id.desc())
    return db.session.scalars(statement.offset(offset).limit(limit)).all()


def count(state: State | None, text: str) -> int:
    """Return how many letters are in a state and hold a text."""
    return db.session.scalar(select(func.count()).select_from(Letter).where(*_wanted(state, text))) or 0


def counts() -> dict[State, int]:
    """Return how many letters are in each state."""
    columns = [func.count().filter(condition).label(state.value) for state, condition in _STATES.items()]
    row = db.session.execute(select(*columns).select_from(Letter)).mappings().one()
    return {state: row[state.value] for state in _STATES}


def of_person(user_id: int, email: str | None) -> Sequence[Letter]:
    """Return the letters written to a person."""
    to_them: Any = Letter.user_id == user_id
    if email:
        to_them |= Letter.to_email == email
    return db.session.scalars(select(Letter).where(to_them).order_by(Letter.id)).all()


def _wanted(state: State | None, text: str) -> list[ColumnElement[bool]]:
    wanted = [_STATES[state]] if state else []
    if text:
        wanted.append(
            Letter.to_email.icontains(text, autoescape=True) | Letter.subject.icontains(text, autoescape=True)
        )
    return wanted
