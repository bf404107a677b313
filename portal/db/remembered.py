"""What is read once from the public content and kept in memory until the content version moves."""

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from portal.db.base import db
from portal.db.preview import reads_alone
from portal.db.version import content_version, has_unpublished_changes

if TYPE_CHECKING:
    from sqlalchemy import Engine

T = TypeVar("T")


class Remembered(Generic[T]):
    """A reading of the public content, kept by process and database; asking for it costs one statement."""

    def __init__(self, read: Callable[[], T]) -> None:
        self._read = read
        self._kept: weakref.WeakKeyDictionary[Engine, tuple[int, T]] = weakref.WeakKeyDictionary()

    def __call__(self) -> T:
        """Return the reading as this session reads the public content; in a preview it is made anew, and kept nowhere."""
        return self._read() if reads_alone(db.session()) else self.published()

    def published(self) -> T:
        """Return the reading as everybody reads it, for who lays a preview over what comes out of the memory."""
        session, engine = db.session(), db.engine
        number = content_version(session).number
        if has_unpublished_changes(session):  # what may yet be undone is nobody else's truth
            return self._read()
        kept = self._kept.get(engine)
        if kept is None or kept[0] != number:
            kept = self._kept[engine] = (number, self._read())
        return kept[1]
