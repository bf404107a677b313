"""The public pages know when they next change by themselves, whoever plans it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session, scoped_session

from portal.db import content_version, due, due_at_most, due_source, hold_content_version, plan_next

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SOON, LATER = NOW + timedelta(hours=1), NOW + timedelta(days=1)


def planned(session: scoped_session[Session]) -> datetime | None:
    return content_version(session()).next_due_at


def test_planning_brings_the_instant_nearer_and_never_further(session: scoped_session[Session]) -> None:
    due_at_most(session(), LATER)
    due_at_most(session(), SOON)
    due_at_most(session(), LATER)

    assert planned(session) == SOON


def test_the_next_instant_is_the_first_of_every_source(
    session: scoped_session[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due, "_sources", [])
    due_source(lambda _session, now: now + timedelta(days=1))
    due_source(lambda _session, now: now + timedelta(hours=1))
    due_source(lambda _session, _now: None)

    assert plan_next(session(), NOW) == SOON
    assert planned(session) == SOON


def test_nothing_planned_is_no_instant(session: scoped_session[Session]) -> None:
    due_at_most(session(), SOON)

    assert plan_next(session(), NOW) is None
    assert planned(session) is None


def test_a_stamp_is_held_for_one_transaction_only(session: scoped_session[Session]) -> None:
    before = hold_content_version(session())
    due_at_most(session(), SOON)
    assert content_version(session()) == before
    session.commit()

    assert planned(session) == SOON
