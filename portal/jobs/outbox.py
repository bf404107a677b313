"""Sends the letters that are due: each claimed, sent outside any transaction, then concluded."""

import logging
from datetime import datetime
from urllib.parse import urlsplit

from flask import current_app

from portal.db import WRITE_EVERYTHING, db, enter, writing
from portal.domain import letters
from portal.domain.accounts import invitations, profile
from portal.domain.letters import Letter, Outcome
from portal.jobs import transports

log = logging.getLogger(__name__)


def send_due(now: datetime) -> int:
    """Send what is due; return how many letters left."""
    settings = current_app.extensions["settings"]
    transport = transports.of(settings.mail_url, settings.instance_path)
    host = urlsplit(settings.public_url).hostname or "localhost"
    with writing():
        enter(db.session(), WRITE_EVERYTHING)
        claimed = letters.claim_due(now)
        db.session.commit()
    return sum(_send(id_, transport, host, settings.mail_sender, now) for id_ in claimed)


def _send(id_: int, transport: transports.Transport, host: str, sender: str, now: datetime) -> bool:
    letter = letters.by_id(id_)
    message = (
        transports.compose(letter, host=host, sender=sender, now=now) if letter and letter.to_email else None
    )
    db.session.rollback()  # nothing stays open while the other side makes up its mind
    outcome = transport.send(message) if message else Outcome("no address", is_final=True)
    with writing():
        _conclude(letters.conclude(id_, outcome, now), now)
        db.session.commit()
    if outcome.trouble:
        log.warning("letter %s did not leave: %s", id_, outcome.trouble)
    return outcome.trouble is None


def _conclude(letter: Letter | None, now: datetime) -> None:
    """Tell the account and the invitation what became of their letter."""
    if letter is None:
        return
    if letter.invitation_id:
        invitations.letter_went(letter.invitation_id, now, has_bounced=letter.bounced_at is not None)
    if letter.user_id and letter.bounced_at:
        profile.letter_bounced(letter.user_id, letter.to_email, now)
