"""The queue: in SQLite beside the database, or in Redis; its worker is a thread of the server, or a process of its own."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import Flask
from huey import Huey, RedisHuey, SqliteHuey, crontab
from huey.consumer import Consumer
from sqlalchemy import event
from sqlalchemy.orm import Session

from portal.db import db
from portal.db.base import PortalSession
from portal.domain.letters.actions import POSTED
from portal.jobs import outbox, tidying

log = logging.getLogger(__name__)


class _QuietConsumer(Consumer):  # type: ignore[misc]  # huey ships no types
    """A consumer that is a guest in a server's process: signals are the server's own."""

    def _set_signal_handlers(self) -> None:
        """Leave them alone."""


def init_app(app: Flask) -> None:
    """Give the application its queue and what is put on it."""
    settings = app.extensions["settings"]
    if settings.redis_url:
        queue: Huey = RedisHuey("portal", url=settings.redis_url)
    else:
        queue = SqliteHuey("portal", filename=str(settings.instance_path / "jobs.sqlite3"))
    app.extensions["jobs"] = queue
    _register(app, queue)


def start(app: Flask) -> None:
    """Start the worker as threads of this process, where the setting says so."""
    if app.extensions["settings"].jobs == "thread":
        _QuietConsumer(app.extensions["jobs"], **_OPTIONS).start()


def work(app: Flask) -> None:
    """Be the worker, until told to stop."""
    Consumer(app.extensions["jobs"], **_OPTIONS).run()


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
    queue.periodic_task(each_minute, name="send_due_each_minute")(in_app(outbox.send_due))
    queue.periodic_task(each_minute, name="apply_due_each_minute")(in_app(tidying.apply_due))
    queue.periodic_task(crontab(hour="3", minute="30"), name="tidy_each_night")(in_app(tidying.tidy))
    if app.extensions["settings"].jobs == "none":
        return

    @event.listens_for(PortalSession, "after_commit")
    def _wake(session: Session) -> None:
        if session.info.pop(POSTED, False):
            try:
                send()
            except Exception:  # the queue is only a convenience: the letters leave at the next minute
                log.exception("the queue could not be told of a letter")


def _now(app: Flask) -> datetime:
    frozen: datetime | None = app.extensions["settings"].qa_now
    return frozen.astimezone(UTC) if frozen else datetime.now(UTC)  # noqa: TID251 - jobs have no request to ask
