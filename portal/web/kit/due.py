"""Has the first visitor past an instant find what was planned for it, whether or not the job has run."""

import logging
import time
from datetime import datetime

from flask import Blueprint, current_app, request
from sqlalchemy.exc import SQLAlchemyError

from portal.db import READ_EVERYTHING, WRITE_EVERYTHING, db, enter, hold_content_version, writing
from portal.domain import revisions
from portal.web.kit import clock

log = logging.getLogger(__name__)

PATIENCE = 30.0
"""Seconds before this process tries again what failed: the job tries too, and pages must stay quick."""

_RETRY = "due_retry_at"


def watch(blueprint: Blueprint) -> Blueprint:
    """Apply what is due before any reading of these pages; they ask the content version once, here."""
    blueprint.before_request(_apply_due)
    return blueprint


def _apply_due() -> None:
    if request.method not in {"GET", "HEAD"}:
        return
    now = clock.now()
    try:
        stamp = hold_content_version(db.session())
    except SQLAlchemyError:  # the page may need no database; if it does, it will say so itself
        db.session.rollback()
        return
    is_due = stamp.next_due_at is not None and stamp.next_due_at <= now
    if is_due and time.monotonic() >= current_app.extensions.get(_RETRY, 0.0):
        db.session.rollback()  # what was read so far is of before
        _write(now)
        hold_content_version(db.session())


def _write(now: datetime) -> None:
    """Publish what is due in a transaction of its own; a failure is logged and never breaks the page."""
    session = db.session()
    try:
        with writing():
            enter(session, WRITE_EVERYTHING)
            revisions.apply_due(session, now)
            session.commit()
    except Exception:
        log.exception("what was due could not be published")
        session.rollback()
        current_app.extensions[_RETRY] = time.monotonic() + PATIENCE
    finally:
        enter(session, READ_EVERYTHING)
