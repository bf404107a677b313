"""When the public pages next change by themselves: told by every noun that plans, kept beside the content version.

Whoever plans something lowers the instant in the same transaction (`due_at_most`); only what applies due things
moves it on (`plan_next`), after asking every source again.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from portal.db.claims import rows_changed
from portal.db.version import ContentVersion

Source = Callable[[Session, datetime], datetime | None]
"""Returns the first instant after this one at which something of its noun changes by itself."""

_sources: list[Source] = []


def due_source(source: Source) -> Source:
    """Declare a source of such instants; the session it is given may read every museum."""
    if source not in _sources:
        _sources.append(source)
    return source


def due_at_most(session: Session, instant: datetime) -> None:
    """Have the public content looked at again at this instant, unless that is planned sooner."""
    later = or_(ContentVersion.next_due_at.is_(None), ContentVersion.next_due_at > instant)
    rows_changed(session, update(ContentVersion).where(later).values(next_due_at=instant))


def plan_next(session: Session, now: datetime) -> datetime | None:
    """Move the instant to the first that any source knows after now, and return it."""
    # Locked before the sources are asked: what is planned meanwhile waits, and lowers the instant after us.
    before = session.scalar(select(ContentVersion.next_due_at).with_for_update())
    known = [instant for source in _sources if (instant := source(session, now)) is not None]
    first = min(known, default=None)
    if first != before:
        rows_changed(session, update(ContentVersion).values(next_due_at=first))
    return first
