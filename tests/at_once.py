"""Several people acting at the same moment, each in a transaction of their own, as requests do."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from flask import Flask

from portal.db import WRITE_EVERYTHING, db, enter, writing
from portal.domain.errors import DomainError


def at_once(app: Flask, acts: Sequence[Callable[[], Any]]) -> list[Any]:
    """Do everything together; return what each returned, or the refusal it met."""
    start = threading.Barrier(len(acts))
    outcomes: list[Any] = [None] * len(acts)

    def do(place: int, act: Callable[[], Any]) -> None:
        with app.app_context():
            start.wait(timeout=30)
            try:
                with writing():
                    enter(db.session(), WRITE_EVERYTHING)
                    outcomes[place] = act()
                    db.session.commit()
            except DomainError as refusal:
                db.session.rollback()
                outcomes[place] = refusal
            finally:
                db.session.remove()

    threads = [threading.Thread(target=do, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert not any(thread.is_alive() for thread in threads)
    return outcomes
