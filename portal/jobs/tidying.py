"""What the clock brings: publications that are due; each night, what is too old to be kept and the days to come."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from flask import current_app

from portal.config import PARIS
from portal.db import WRITE_EVERYTHING, db, enter, once, writing
from portal.domain import hours, letters, measures, revisions, visitor_reports
from portal.domain.accounts import sessions, sign_in_limits, tokens
from portal.domain.events import keeping
from portal.domain.media import tidying as pictures

log = logging.getLogger(__name__)

Step = Callable[[datetime], object]

KEYS_KEPT = timedelta(days=2)
"""How long a form sent twice makes one thing."""


def apply_due(now: datetime) -> None:
    """Publish what was scheduled for before now."""
    _do(_publish_due, now)


def tidy(now: datetime) -> None:
    """Remove what is too old to be kept, work out the coming days (docs/exploitation.md says how long), one transaction a step."""
    steps: tuple[Step, ...] = (
        sessions.forget_idle,
        tokens.forget_old,
        sign_in_limits.forget_old,
        letters.forget_sent,
        _forget_strangers,
        _tidy_reports,
        _forget_keys,
        _forget_measures,
        _extend_hours,
        _tidy_pictures,
        _prolong_events,
        *current_app.extensions.get("nightly", ()),  # what a surface does each night, such as letters
    )
    for step in steps:
        try:
            _do(step, now)
        except Exception:  # one that fails tonight is tried tomorrow, and keeps no other from being done
            log.exception("%s.%s failed", step.__module__, step.__name__)
            db.session.rollback()


def _publish_due(now: datetime) -> None:
    revisions.apply_due(db.session(), now)


def _forget_keys(now: datetime) -> None:
    once.clean(db.session(), now - KEYS_KEPT)


def _forget_measures(now: datetime) -> None:
    measures.forget_old(db.session(), now)


def _extend_hours(now: datetime) -> None:
    hours.extend(db.session(), now.astimezone(PARIS).date())


def _forget_strangers(_now: datetime) -> None:
    letters.forget_strangers()


def _tidy_reports(now: datetime) -> None:
    visitor_reports.forget(db.session(), now)
    visitor_reports.settle_unanswered(db.session(), now)


def _tidy_pictures(now: datetime) -> None:
    pictures.tidy(db.session(), current_app.extensions["files"], now)


def _prolong_events(now: datetime) -> None:
    by = revisions.Author(None, "job")
    keeping.prolong(db.session(), now.astimezone(PARIS).date(), by=by, now=now)


def _do(step: Step, now: datetime) -> None:
    with writing():
        enter(db.session(), WRITE_EVERYTHING)
        step(now)
        db.session.commit()
