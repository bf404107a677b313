"""The queue wakes the outbox once a letter is kept, on SQLite's file or on Redis, in threads that stop when told."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import redis
from flask import Flask
from huey import Huey

from portal import jobs
from portal.db import db
from portal.domain import letters
from portal.domain.accounts import sign_in_limits
from portal.domain.letters import Letter
from portal.jobs import outbox, queue, tidying
from tests.cast import everything
from tests.jobs.conftest import NOW, use

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")


@pytest.fixture(params=["file", "redis"])
def queued(app: Flask, request: pytest.FixtureRequest) -> Iterator[Huey]:
    """The application with a queue whose worker is a thread, not yet started."""
    url = REDIS if request.param == "redis" else None
    if url:
        _require_redis(url)
    app.extensions["settings"] = replace(app.extensions["settings"], jobs="thread", redis_url=url)
    queue.init_app(app)
    made: Huey = app.extensions["jobs"]
    made.storage.flush_all()
    yield made
    made.storage.flush_all()
    if url:
        made.storage.conn.close()
    else:
        made.storage.close()


def _require_redis(url: str) -> None:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=1) as client:
            client.ping()
    except redis.RedisError as error:
        if os.environ.get("CI"):
            pytest.fail(f"no Redis answers at TEST_REDIS_URL ({error})")
        pytest.skip(f"no Redis answers at TEST_REDIS_URL ({error})")


def until(condition: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def write() -> Letter:
    return letters.post(
        kind="x",
        to_email="aline@musee.example",
        to_name="",
        language="fr",
        subject="s",
        text="t",
        html="h",
        now=NOW,
    )


def test_a_letter_kept_wakes_the_outbox(app: Flask, queued: Huey) -> None:
    with everything(app):
        write()
        assert queued.pending_count() == 0

    assert queued.pending_count() == 1


def test_a_letter_undone_wakes_nobody(app: Flask, queued: Huey) -> None:
    with everything(app) as session:
        write()
        session.rollback()
    with everything(app):
        pass

    assert queued.pending_count() <= 1  # a needless wake would be harmless, a letter sent would not
    assert sent(app) == 0


def test_the_end_of_a_savepoint_is_not_yet_the_end(app: Flask, queued: Huey) -> None:
    with everything(app) as session:
        with session.begin_nested():
            write()
        assert queued.pending_count() == 0

    assert queued.pending_count() == 1


def test_what_tells_of_no_letter_wakes_nobody(app: Flask, queued: Huey) -> None:
    with everything(app):
        pass

    assert queued.pending_count() == 0


def test_another_application_of_this_process_is_left_asleep(
    app: Flask, queued: Huey, shared_app: Flask
) -> None:
    with everything(app):
        write()

    assert shared_app.extensions["jobs.tasks"] == {}
    assert queued.pending_count() == 1


def test_a_thread_sends_what_is_kept_at_once_and_stops_when_told(app: Flask, queued: Huey) -> None:
    before = set(threading.enumerate())
    consumer = jobs.start(app)
    with everything(app) as session:
        letter = write()
        session.flush()
        number = letter.id
    try:
        assert until(lambda: sent(app) == 1)
        with everything(app):
            assert letters.by_id(number).attempts == 1
    finally:
        consumer.stop(graceful=True)

    assert until(lambda: not {thread for thread in set(threading.enumerate()) - before if thread.is_alive()})


@pytest.mark.parametrize("setting", ["process", "none"])
def test_a_server_starts_no_thread_where_the_setting_says_so(app: Flask, setting: str) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], jobs=setting)

    assert jobs.start(app) is None


def test_a_queue_that_is_gone_does_not_fail_the_request(app: Flask) -> None:
    app.extensions["settings"] = replace(
        app.extensions["settings"], jobs="thread", redis_url="redis://127.0.0.1:1/0"
    )
    queue.init_app(app)
    began = time.monotonic()

    with everything(app):
        write()

    assert waiting(app) == 1
    assert time.monotonic() - began < 2


def test_every_job_works_when_its_hour_comes(app: Flask, queued: Huey) -> None:
    use(app, None, jobs="thread")
    names = {task.__name__.removeprefix("queuetask_") for task in queued._registry._periodic_tasks}
    noon, night = datetime(2026, 11, 24, 12, 0, tzinfo=UTC), datetime(2026, 11, 25, 3, 30, tzinfo=UTC)

    each_minute = {"send_due_each_minute", "make_copies_each_minute", "apply_due_each_minute"}
    assert names == each_minute | {"tidy_each_night", "find_links_each_night", "follow_links_at_night"}
    assert len(queued.read_periodic(noon.replace(tzinfo=None))) == 3
    assert len(queued.read_periodic(night.replace(tzinfo=None))) == 5
    for task in queued.read_periodic(night.replace(tzinfo=None)):
        assert task.execute() is None


def test_a_job_done_twice_does_no_more_than_once(app: Flask) -> None:
    with everything(app):
        write()
    with app.app_context():
        assert [outbox.send_due(NOW), outbox.send_due(NOW)] == [1, 0]
        for _ in range(2):
            tidying.apply_due(NOW)
            tidying.tidy(NOW)


def test_one_step_of_the_night_that_fails_keeps_no_other_from_being_done(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def forget_old(_now: datetime) -> None:
        raise RuntimeError

    monkeypatch.setattr(sign_in_limits, "forget_old", forget_old)
    with everything(app):
        write()
    with app.app_context():
        outbox.send_due(NOW)
        tidying.tidy(NOW + timedelta(days=91))

    assert sent(app) == 0
    assert "forget_old failed" in caplog.text


def sent(app: Flask) -> int:
    with app.app_context():
        return letters.counts()[letters.State.SENT]


def waiting(app: Flask) -> int:
    with app.app_context():
        found = letters.counts()[letters.State.WAITING]
        db.session.rollback()
        return found
