"""Whatever two people and the clock do, in any order: one live text, what the page shows, nothing lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import ClassVar

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from portal.db import WRITE_EVERYTHING, content_version, db, enter
from portal.domain import revisions
from portal.domain.errors import DomainError
from portal.domain.revisions import Author, Revision, State
from tests.domain.revisions.desk import NOON, key, museum, written

VERBS = {
    "submit": lambda session, text, now: revisions.submit(session, text, now=now),
    "refuse": lambda session, text, now: revisions.refuse(session, text, "Non.", by=Author(9), now=now),
    "withdraw": lambda session, text, now: revisions.withdraw(session, text, now=now),
    "discard": lambda session, text, now: revisions.discard_draft(session, text, now=now),
    "publish": lambda session, text, now: revisions.publish(session, text, by=Author(9), now=now),
    "schedule": lambda session, text, now: revisions.schedule(
        session, text, now + timedelta(hours=2), by=Author(9), now=now
    ),
}


class Desk(RuleBasedStateMachine):
    """Two editors, who may hold an old version of the page, and the association."""

    app: ClassVar[Flask]

    def __init__(self) -> None:
        super().__init__()
        self.context = self.app.app_context()
        self.context.push()
        enter(db.session(), WRITE_EVERYTHING)
        self.now, self.texts = NOON, 0

    def teardown(self) -> None:
        db.session.rollback()
        db.session.remove()
        self.context.pop()

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Do what a request does: all of it, or nothing where it is refused."""
        savepoint = db.session.begin_nested()
        try:
            yield
        except DomainError:
            savepoint.rollback()
        else:
            savepoint.commit()

    @rule(editor=st.sampled_from([1, 2]), behind=st.sampled_from([0, 0, 0, 1, 2]))
    def save(self, editor: int, behind: int) -> None:
        self.texts += 1
        phone = f"05 63 00 00 {self.texts:02}"
        seen = revisions.head(db.session(), key()).version
        with self.attempt():
            text = written(key(), phone=phone)
            kept = revisions.save_draft(
                db.session(), key(), text, seen=seen - behind, by=Author(editor), now=self.now
            )
            assert behind == 0
            assert kept.snapshot["phone"] == phone

    @rule(verb=st.sampled_from(sorted(VERBS)), which=st.sampled_from([0, 0, 0, 1, 2]))
    def decide(self, verb: str, which: int) -> None:
        known = revisions.history(db.session(), key().museum_id, "profile")
        if known:
            with self.attempt():
                VERBS[verb](db.session(), known[which % len(known)], self.now)

    @rule(editor=st.sampled_from([1, 2]))
    def save_and_publish(self, editor: int) -> None:
        self.save(editor, 0)
        self.decide("publish", 0)

    @rule(hours=st.integers(1, 3))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        assert revisions.apply_due(db.session(), self.now).failed == []
        assert revisions.apply_due(db.session(), self.now).published == []

    @rule(which=st.integers(0, 5))
    def restore(self, which: int) -> None:
        known = revisions.history(db.session(), key().museum_id, "profile")
        if known:
            with self.attempt():
                seen = revisions.head(db.session(), key()).version
                revisions.restore(
                    db.session(), known[which % len(known)], seen=seen, by=Author(1), now=self.now
                )

    @invariant()
    def the_page_is_the_one_live_text(self) -> None:
        known = revisions.history(db.session(), key().museum_id, "profile")
        live = [text for text in known if text.state is State.LIVE]
        assert len(live) <= 1
        assert (museum().profile and museum().profile.phone) == (live[0].snapshot["phone"] if live else None)

    @invariant()
    def one_text_waits_at_most_and_none_is_overdue(self) -> None:
        known = revisions.history(db.session(), key().museum_id, "profile")
        waiting = [text for text in known if text.is_pending]
        assert [text.id for text in waiting] in ([], [self._pending_id()])
        planned = [text.go_live_at for text in waiting if text.state is State.SCHEDULED]
        due = content_version(db.session()).next_due_at
        assert not planned or (due is not None and self.now < due <= planned[0])

    def _pending_id(self) -> int | None:
        pending: Revision | None = revisions.pending(db.session(), key())
        return pending and pending.id


@pytest.fixture
def play(app: Flask) -> Callable[[], None]:
    Desk.app = app
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    chosen = settings(max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=checks)
    return lambda: run_state_machine_as_test(Desk, settings=chosen)


def test_in_any_order(play: Callable[[], None]) -> None:
    play()
