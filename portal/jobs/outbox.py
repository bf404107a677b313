"""Sends the letters that are due: each claimed, sent outside any transaction, then concluded."""

import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from urllib.parse import urlsplit

from flask import current_app

from portal.db import WRITE_EVERYTHING, db, enter, writing
from portal.domain import letters
from portal.domain.accounts import invitations, profile
from portal.domain.letters import Letter, Outcome
from portal.jobs import transports

log = logging.getLogger(__name__)

MOST = 500
"""As many letters as one run sends; the next minute brings the others."""


@dataclass(frozen=True)
class _Post:
    """What sending a letter needs to know of this installation."""

    transport: transports.Transport
    host: str
    sender: str


def send_due(now: datetime) -> int:
    """Send what is due; return how many letters left."""
    settings = current_app.extensions["settings"]
    post = _Post(
        transports.of(settings.mail_url, settings.instance_path),
        urlsplit(settings.public_url).hostname or "localhost",
        settings.mail_sender,
    )
    began, left = time.monotonic(), 0
    for _turn in range(MOST):
        at = now + timedelta(seconds=time.monotonic() - began)
        id_ = _claim(at)
        if id_ is None:
            break
        left += _send(id_, post, at)
    return left


def tell(letter: Letter, now: datetime) -> None:
    """Tell the account and the invitation what became of their letter, once that is known."""
    has_bounced = letter.bounced_at is not None
    if letter.invitation_id and (has_bounced or letter.sent_at):
        invitations.letter_went(letter.invitation_id, now, has_bounced=has_bounced)
    if letter.user_id and has_bounced:
        profile.letter_bounced(letter.user_id, letter.to_email, now)


def _claim(now: datetime) -> int | None:
    with writing():
        enter(db.session(), WRITE_EVERYTHING)
        id_ = letters.claim_next(now)
        db.session.commit()
    return id_


def _send(id_: int, post: _Post, now: datetime) -> bool:
    letter = letters.by_id(id_)
    message = _message(letter, post, now) if letter and letter.to_email else None
    db.session.rollback()  # nothing stays open while the other side makes up its mind
    outcome = _hand_over(message, post.transport) if message else Outcome("no valid address", is_final=True)
    with writing():
        concluded = letters.conclude(id_, outcome, now)
        if concluded is not None:
            tell(concluded, now)
        db.session.commit()
    if outcome.trouble:
        log.warning("letter %s did not leave: %s", id_, outcome.trouble)
    return outcome.trouble is None


def _message(letter: Letter, post: _Post, now: datetime) -> EmailMessage | None:
    """Return the letter as it travels, or nothing where no server would take its address."""
    try:
        return transports.compose(letter, host=post.host, sender=post.sender, now=now)
    except (ValueError, IndexError):  # both are how `email` refuses an address
        log.exception("letter %s cannot be written", letter.id)
        return None


def _hand_over(message: EmailMessage, transport: transports.Transport) -> Outcome:
    """Hand a letter over; whatever happens, it must not hold up those behind it."""
    try:
        return transport.send(message)
    except Exception as error:
        log.exception("the transport broke")
        return Outcome(type(error).__name__)
