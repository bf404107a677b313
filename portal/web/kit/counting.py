"""Counts what happens to museums' pages: in memory first, then together, so that no page waits for a count.

Each process keeps its own counts and writes them two seconds after the first, and when it ends; killed, it loses at most
those. Several processes add to the same numbers. Whoever is counted leaves nothing but one more.
"""

import atexit
import logging
import weakref
from collections import Counter
from collections.abc import Iterable
from threading import Lock, Timer

from flask import Flask, current_app, request
from sqlalchemy.exc import SQLAlchemyError

from portal.domain import measures
from portal.domain.measures import Kind
from portal.domain.measures.actions import Cell
from portal.web.kit import clock, transaction

log = logging.getLogger(__name__)

DELAY = 2.0
"""Seconds that counts wait for others."""
MOST = 20_000
"""As many numbers as are kept while the database refuses them: more than all museums make in a day."""

ASKING = "portal.asking"
"""In a request's environment, where no visitor can write, that the portal asks itself."""
_TALLY = "tally"


class Tally:
    """The counts of one process that are not written yet."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._counts: Counter[Cell] = Counter()
        self._lock = Lock()
        self._timer: Timer | None = None

    @property
    def writes_by_itself(self) -> bool:
        """Whether it writes without being told; `PORTAL_JOBS=none` leaves that to who asks for the figures."""
        return bool(self._app.extensions["settings"].jobs != "none")

    def count(self, cells: Iterable[Cell]) -> None:
        """Count each once."""
        with self._lock:
            for cell in cells:
                if cell in self._counts or len(self._counts) < MOST:
                    self._counts[cell] += 1
            if self._timer is None and self.writes_by_itself:
                self._timer = Timer(DELAY, self.write)
                self._timer.daemon = True
                self._timer.start()

    def write(self) -> None:
        """Add what was counted to the database; what it refuses is kept for the next time."""
        with self._lock:
            counts, self._counts, self._timer = self._counts, Counter(), None
        if not counts:
            return
        try:
            transaction.apart(self._app, lambda session: measures.add(session, counts))
        except SQLAlchemyError:
            log.exception("%s counts could not be written", counts.total())
            with self._lock:
                self._counts.update(counts)


_tallies: weakref.WeakSet[Tally] = weakref.WeakSet()


def init_app(app: Flask) -> None:
    """Give the application its tally."""
    tally = app.extensions[_TALLY] = Tally(app)
    _tallies.add(tally)


def count(museum_id: int, kinds: Iterable[Kind], language: str) -> None:
    """Count something that happened today to a museum's page."""
    today = clock.today()
    _tally().count((museum_id, today, kind, language) for kind in kinds)


def is_our_own() -> bool:
    """Return whether the portal asks itself (`kit.asking`): nobody reads."""
    return bool(request.environ.get(ASKING))


def write() -> None:
    """Write what this process has counted, so that who reads next finds it."""
    _tally().write()


def _tally() -> Tally:
    tally: Tally = current_app.extensions[_TALLY]
    return tally


@atexit.register
def _write_all() -> None:
    """Write what is left when the process ends of its own accord."""
    for tally in list(_tallies):
        if tally.writes_by_itself:
            tally.write()
