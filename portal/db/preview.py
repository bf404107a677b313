"""What one session reads in place of what is published: a museum's page as it would be, for one reader (decision 0008).

It lives in the session, as the scope does, so that it ends with the request that made it; whatever is kept for
others asks `reads_alone` before it keeps anything.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from portal.db.version import has_unpublished_changes

_KEY = "portal.preview"


@dataclass(frozen=True)
class Preview:
    """One museum's public texts as they would stand at an instant."""

    museum_id: int
    at: datetime
    """The instant the page is shown for, at which what waits counts as just published."""
    texts: Mapping[str, Mapping[str, Any]]
    """What stands instead of the live text, by kind of block; whatever is not named stays as it is."""


@contextmanager
def previewing(session: Session, preview: Preview) -> Iterator[None]:
    """Have the session read a preview inside the block, then what everybody reads."""
    session.info[_KEY] = preview
    try:
        yield
    finally:
        session.info.pop(_KEY, None)


def preview_of(session: Session, museum_id: int | None = None) -> Preview | None:
    """Return the preview the session reads, if it reads one; of this museum, where one is named."""
    preview: Preview | None = session.info.get(_KEY)
    if preview is None or museum_id not in {None, preview.museum_id}:
        return None
    return preview


def reads_alone(session: Session) -> bool:
    """Return whether what the session reads is nobody else's truth: changes not yet committed, or a preview."""
    return has_unpublished_changes(session) or preview_of(session) is not None
