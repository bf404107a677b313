"""The queue: in SQLite beside the database, or in Redis; its worker is a thread of the server, or a process of its own."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import Flask, current_app
from huey import Huey, RedisHuey, SqliteHuey, crontab
from huey.consumer import Consumer
from redis import ConnectionPool
from redis.backoff import NoBackoff
from redis.retry import Retry
from sqlalchemy import event
from sqlalchemy.orm import Session

from portal.db import db
from portal.db.base import PortalSession
from portal.domain.letters.actions import POSTED
from portal.domain.media.blocks import WANTED
from portal.jobs import copies, links, outbox, tidying

log = logging.getLogger(__name__)

SEND, COPY = "send", "copy"
"""What may be woken."""

# A request must not wait for a queue that is gone: its letters leave at the next minute anyhow.
REDIS_PATIENCE = 2.0


class _QuietConsumer(Consumer):  # type: ignore[misc]  # huey ships no types
    """A consumer that is a guest in a server's process: signals are the server's own."""

    def _set_signal_handlers(self) -> None:
        """Leave them alone."""


def init_app(app: Flask) -> None:
    """Give the application its queue and what is put on it."""
    settings = app.extensions["settings"]
    if settings.redis_url:
        queue: Huey = RedisHuey(
            "portal",
            connection_pool=ConnectionPool.from_url(
                settings.redis_url,
                socket_connect_timeout=REDIS_PATIENCE,
                socket_timeout=REDIS_PATIENCE,
                retry=Retry(NoBackoff(), 0),
            ),
        )
    else:
        queue = SqliteHuey("portal", filename=str(settings.instance_path / "jobs.sqlite3"))
    app.extensions["jobs"] = queue
    _register(app, queue)


def start(app: Flask) -> Consumer | None:
    """Start the worker as threads of this process, where the setting says so; they end with it."""
    if app.extensions["settings"].jobs != "thread":
        return None
    consumer = _QuietConsumer(app.extensions["jobs"], **_OPTIONS)
    consumer.start()
    return consumer


def work(app: Flask) -> None:
    """Be the worker, until told to stop; the job under way is finished first."""
    Consumer(app.extensions["jobs"], graceful_signal="TERM", **_OPTIONS).run()


def wake(job: str = SEND) -> None:
    """Have the outbox, or the copies of pictures, seen to now rather than at the next minute."""
    task = current_app.extensions["jobs.tasks"].get(job)
    if task is None:
        return
    try:
        task()
    except Exception:  # the queue is only a convenience: what waits is found at the next minute
        log.exception("the queue could not be told of %s", job)


_OPTIONS: dict[str, Any] = {
    "workers": 1,
    "initial_delay": 0.2,
    "max_delay": 2.0,
    "check_worker_health": False,
}


def _register(app: Flask, queue: Huey) -> None:
    def in_app(job: Callable[[datetime], object]) -> Callable[[], None]:
        def run() -> None:
            with app.app_context():
                try:
                    job(_now(app))
                finally:
                    db.session.rollback()

        run.__name__ = job.__name__
        return run

    each_minute = crontab(minute="*")
    send = queue.task(name="send_due")(in_app(outbox.send_due))
    copy = queue.task(name="make_copies")(in_app(copies.make_due))
    queue.periodic_task(each_minute, name="send_due_each_minute")(in_app(outbox.send_due))
    queue.periodic_task(each_minute, name="make_copies_each_minute")(in_app(copies.make_due))
    queue.periodic_task(each_minute, name="apply_due_each_minute")(in_app(tidying.apply_due))
    queue.periodic_task(crontab(hour="3", minute="30"), name="tidy_each_night")(in_app(tidying.tidy))
    queue.periodic_task(crontab(hour="0", minute="50"), name="find_links_each_night")(in_app(links.prepare))
    queue.periodic_task(crontab(hour="1-5", minute="*/2"), name="follow_links_at_night")(
        in_app(links.follow_some)
    )
    app.extensions["jobs.tasks"] = (
        {} if app.extensions["settings"].jobs == "none" else {SEND: send, COPY: copy}
    )


@event.listens_for(PortalSession, "after_commit")
def _wake_once_kept(session: Session) -> None:
    """Wake who waits for what is kept; a savepoint's end keeps nothing yet."""
    if session.in_nested_transaction():
        return
    if session.info.pop(POSTED, False):
        wake()
    if session.info.pop(WANTED, False):
        wake(COPY)


def _now(app: Flask) -> datetime:
    frozen: datetime | None = app.extensions["settings"].qa_now
    return frozen.astimezone(UTC) if frozen else datetime.now(UTC)  # noqa: TID251 - jobs have no request to ask
