"""A planned publication happens at its instant, once, whoever applies it and however the clock is changed."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from portal.config import PARIS
from portal.db import WRITE_EVERYTHING, content_version, db, enter, writing
from portal.domain import revisions
from portal.domain.revisions import NotPendingError, PastInstantError, Revision, State
from tests.domain.revisions.desk import ALINE, BERNAT, GOYA, INGRES, NOON, draft, key, museum, publish

Db = scoped_session[Session]
TOUSSAINT = datetime(2026, 11, 1, 0, 0, tzinfo=PARIS)


def plan(slug: str, instant: datetime, phone: str) -> Revision:
    return revisions.schedule(db.session(), draft(key(slug), phone=phone), instant, by=ALINE, now=NOON)


def due_at() -> datetime | None:
    return content_version(db.session()).next_due_at


def test_the_job_publishes_it_at_midnight_in_paris(session: Db) -> None:
    plan(GOYA, TOUSSAINT, "05 63 11 11 11")
    assert due_at() == datetime(2026, 10, 31, 23, 0, tzinfo=UTC)

    assert revisions.apply_due(session(), TOUSSAINT - timedelta(seconds=1)).published == []
    assert museum().shown_phone != "05 63 11 11 11"
    assert len(revisions.apply_due(session(), TOUSSAINT).published) == 1

    assert museum().shown_phone == "05 63 11 11 11"
    live = revisions.live(session(), key())
    assert (live.live_at, live.decided_by_id) == (TOUSSAINT, ALINE.actor_id)


def test_twice_is_harmless(session: Db) -> None:
    plan(GOYA, TOUSSAINT, "05 63 11 11 11")
    revisions.apply_due(session(), TOUSSAINT)
    session.commit()
    number = content_version(session()).number

    assert revisions.apply_due(session(), TOUSSAINT).published == []
    session.commit()
    assert content_version(session()).number == number


def test_two_processes_publish_it_once(app: Flask) -> None:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        plan(GOYA, TOUSSAINT, "05 63 11 11 11")
        plan(INGRES, TOUSSAINT, "05 63 22 22 22")
        db.session.commit()

    def run(_process: int) -> int:
        with app.app_context(), writing():
            enter(db.session(), WRITE_EVERYTHING)
            done = revisions.apply_due(db.session(), TOUSSAINT)
            db.session.commit()
            return len(done.published)

    with ThreadPoolExecutor(6) as processes:
        assert sum(processes.map(run, range(6))) == 2


def test_the_instant_moves_to_the_next_of_any_museum(session: Db) -> None:
    later = TOUSSAINT + timedelta(days=30)
    plan(GOYA, later, "05 63 11 11 11")
    plan(INGRES, TOUSSAINT, "05 63 22 22 22")
    assert due_at() == TOUSSAINT

    revisions.apply_due(session(), TOUSSAINT)
    assert due_at() == later
    revisions.apply_due(session(), later)
    assert due_at() is None


def test_half_past_two_comes_twice_in_october(session: Db) -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=PARIS)
    second = first.replace(fold=1)
    plan(GOYA, first, "05 63 11 11 11")
    plan(INGRES, second, "05 63 22 22 22")
    assert due_at() == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)

    revisions.apply_due(session(), datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    assert museum(GOYA).shown_phone == "05 63 11 11 11"
    assert museum(INGRES).shown_phone != "05 63 22 22 22"
    revisions.apply_due(session(), datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    assert museum(INGRES).shown_phone == "05 63 22 22 22"


def test_the_second_half_past_two_is_not_past_during_the_first(session: Db) -> None:
    second = datetime(2026, 10, 25, 2, 30, tzinfo=PARIS, fold=1)
    now = datetime(2026, 10, 25, 2, 45, tzinfo=PARIS)

    planned = revisions.schedule(session(), draft(key(), phone="05 63 11 11 11"), second, by=ALINE, now=now)

    assert planned.go_live_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_an_instant_that_has_passed_is_refused(session: Db) -> None:
    with pytest.raises(PastInstantError):
        plan(GOYA, NOON, "05 63 11 11 11")


def test_what_was_withdrawn_does_not_appear(session: Db) -> None:
    planned = plan(GOYA, TOUSSAINT, "05 63 11 11 11")
    revisions.withdraw(session(), planned, now=NOON)
    draft(key(), phone="05 63 22 22 22")

    assert revisions.apply_due(session(), TOUSSAINT).published == []
    assert due_at() is None
    assert revisions.pending(session(), key()).state is State.DRAFT
    with pytest.raises(NotPendingError):
        revisions.withdraw(session(), revisions.pending(session(), key()), now=NOON)


def test_what_is_published_by_hand_before_its_instant_is_not_published_again(session: Db) -> None:
    planned = plan(GOYA, TOUSSAINT, "05 63 11 11 11")
    revisions.publish(session(), planned, by=BERNAT, now=NOON)
    publish(key(), phone="05 63 22 22 22")

    assert revisions.apply_due(session(), TOUSSAINT).published == []
    assert museum().shown_phone == "05 63 22 22 22"


def test_one_bad_content_keeps_no_other_back(session: Db, caplog: pytest.LogCaptureFixture) -> None:
    bad = plan(GOYA, TOUSSAINT, "05 63 11 11 11")
    bad.snapshot = {"usage_name": "not two texts"}
    plan(INGRES, TOUSSAINT, "05 63 22 22 22")
    session.flush()
    bad_id = bad.id

    with caplog.at_level(logging.CRITICAL):
        done = revisions.apply_due(session(), TOUSSAINT)

    assert (len(done.published), done.failed) == (1, [bad_id])
    assert museum(INGRES).shown_phone == "05 63 22 22 22"
    assert revisions.pending(session(), key(GOYA)).state is State.SCHEDULED
