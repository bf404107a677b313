"""What is read once from the public content and kept in memory until the content version moves."""

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from portal.db.base import db
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
        """Return the reading as the public content now stands."""
        session, engine = db.session(), db.engine
        number = content_version(session).number
        if has_unpublished_changes(session):  # what may yet be undone is nobody else's truth
            return self._read()
        kept = self._kept.get(engine)
        if kept is None or kept[0] != number:
            kept = self._kept[engine] = (number, self._read())
        return kept[1]
