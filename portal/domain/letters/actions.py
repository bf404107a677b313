"""What is done with letters. Sending itself is a job's: it claims a letter, sends it outside any transaction, concludes."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select, update

from portal.db import Language, db
from portal.domain.letters.models import Letter
from portal.domain.letters.veil import veiled

RETRIES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))
CLAIM_LASTS = timedelta(minutes=10)
"""A sender that has said nothing for so long is taken for dead, and its letter is sent by another."""
KEPT = timedelta(days=90)
"""How long the text of a letter is kept after it was sent."""
POSTED = "portal.letters_posted"
TO_STRANGERS = ("visitor_report_answered",)
"""The kinds of letters that go to people without an account."""

_EMPTY: dict[str, Any] = {
    "to_email": None,
    "to_name": "",
    "subject": "",
    "text": "",
    "html": "",
    "trouble": None,
    "due_at": None,
}

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True)
class Outcome:
    """How sending went: sent where nothing is said, else what the other side said, for good or for now."""

    trouble: str | None = None
    is_final: bool = False


def post(
    *,
    kind: str,
    to_email: str,
    to_name: str,
    language: Language,
    subject: str,
    text: str,
    html: str,
    now: datetime,
    user_id: int | None = None,
    invitation_id: int | None = None,
) -> Letter:
    """Put a letter in the outbox, in the transaction of what it tells."""
    letter = Letter(
        kind=kind,
        to_email=to_email,
        to_name=_CONTROL.sub(" ", to_name).strip(),
        language=language,
        subject=_CONTROL.sub(" ", subject).strip(),
        text=text,
        html=html,
        written_at=now,
        due_at=now,
        attempts=0,
        user_id=user_id,
        invitation_id=invitation_id,
    )
    db.session.add(letter)
    db.session.info[POSTED] = True
    return letter


def claim_next(now: datetime) -> int | None:
    """Claim one letter that is due, by one conditional UPDATE, and return its number.

    One at a time: a claim must not grow old while the letters before it wait for a slow server.
    """
    is_free = (Letter.claimed_at.is_(None)) | (Letter.claimed_at < now - CLAIM_LASTS)
    due = select(Letter.id).where(Letter.due_at <= now, is_free).order_by(Letter.due_at, Letter.id).limit(20)
    for id_ in db.session.scalars(due).all():
        take = update(Letter).where(Letter.id == id_, Letter.due_at <= now, is_free).values(claimed_at=now)
        if db.session.execute(take.returning(Letter.id)).all():
            return id_
    return None


def conclude(id_: int, outcome: Outcome, now: datetime) -> Letter | None:
    """Note how sending a letter went; one that may still arrive is tried again later."""
    letter = db.session.get(Letter, id_, with_for_update=True)
    if letter is None:
        return None
    letter.claimed_at = None
    if (
        letter.due_at is None
    ):  # its fate is known: another sender was quicker, or its reader was erased meanwhile
        return letter
    letter.attempts += 1
    letter.trouble = outcome.trouble
    if outcome.trouble is None:
        letter.sent_at, letter.due_at = now, None
        letter.text, letter.html = veiled(letter.text), veiled(letter.html)
    elif outcome.is_final:
        letter.bounced_at, letter.due_at = now, None
    elif letter.attempts > len(RETRIES):
        letter.failed_at, letter.due_at = now, None
    else:
        letter.due_at = now + RETRIES[letter.attempts - 1]
    return letter


def record_bounce(letter: Letter, reason: str, now: datetime) -> None:
    """Note that a letter came back."""
    letter.bounced_at, letter.due_at, letter.trouble = now, None, reason[:300]


def send_again(letter: Letter, now: datetime) -> None:
    """Put a letter back among those to send."""
    letter.due_at, letter.attempts = now, 0
    letter.sent_at = letter.failed_at = letter.bounced_at = letter.claimed_at = letter.trouble = None
    db.session.info[POSTED] = True


def forget_person(user_id: int, email: str | None) -> None:
    """Empty every letter to a person (RGPD, article 17), and take their address out of letters to others."""
    to_them: Any = Letter.user_id == user_id
    if email:
        to_them |= Letter.to_email == email
    db.session.execute(update(Letter).where(to_them).values(_EMPTY))
    if email:
        named = Letter.text.contains(email, autoescape=True) | Letter.html.contains(email, autoescape=True)
        parts = (Letter.subject, Letter.text, Letter.html)
        without = {part: func.replace(part, email, "…") for part in parts}
        db.session.execute(update(Letter).where(named).values(without))


def forget_strangers() -> None:
    """Empty the letters to people without an account, once their fate is known: their address was for one letter."""
    concluded = Letter.kind.in_(TO_STRANGERS) & Letter.due_at.is_(None) & Letter.to_email.is_not(None)
    db.session.execute(update(Letter).where(concluded).values(_EMPTY))


def forget_sent(now: datetime) -> None:
    """Remove the letters that are too old to be asked about."""
    db.session.execute(delete(Letter).where(Letter.written_at < now - KEPT, Letter.due_at.is_(None)))
