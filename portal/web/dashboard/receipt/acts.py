"""The last publication of a part: one block or several at one instant, each with what it replaced."""

from dataclasses import dataclass
from datetime import datetime

from portal.db import db
from portal.domain import hours, revisions
from portal.domain.hours import Schedule, snapshots
from portal.domain.hours.school import SchoolCalendar
from portal.domain.revisions import Block, Key, Revision, Snapshot
from portal.web.dashboard.receipt.parts import Part


@dataclass(frozen=True)
class Act:
    """A block that was published, and what the public read of it before."""

    block: Block
    now: Revision
    before: Snapshot

    @property
    def key(self) -> Key:
        """Which block it is."""
        return self.now.key


@dataclass(frozen=True)
class Publication:
    """What one press of a button published."""

    acts: list[Act]
    at: datetime

    @property
    def mark(self) -> str:
        """What names it in a form, so that nobody undoes another one."""
        return ".".join(str(act.now.id) for act in self.acts)

    @property
    def revision(self) -> Revision:
        """The revision that says who published."""
        return self.acts[0].now


def last_of(museum_id: int, part: Part, mark: str = "") -> Publication | None:
    """Return the publication of this mark while it is live, else the last one; nothing where none was made by hand.

    Blocks published at one instant are one publication; its mark is surer, since a stopped clock makes all instants equal.
    """
    found = [act for block in part.blocks if (act := _last(museum_id, block))]
    if not found:
        return None
    named = set(mark.split("."))
    acts = [act for act in found if str(act.now.id) in named]
    if len(acts) != len(named):
        at = max(map(_instant, found))
        acts = [act for act in found if _instant(act) == at]
    return Publication(acts, _instant(acts[0]))


def schedules(museum_id: int, publication: Publication) -> tuple[Schedule, Schedule]:
    """Return the museum's hours before a publication of them, and as they are now."""
    now: dict[str, Snapshot] = {}
    for block, key in (
        (hours.HOURS, hours.key(museum_id)),
        (hours.EXCEPTIONS, hours.exceptions_key(museum_id)),
    ):
        head = revisions.head(db.session(), key)
        now[block.kind] = head.live.content if head.live else head.found
    before = now | {act.block.kind: act.before for act in publication.acts}
    school = hours.school_calendar()
    return _schedule(before, school), _schedule(now, school)


def _instant(act: Act) -> datetime:
    return act.now.live_at or act.now.created_at


def _schedule(blocks: dict[str, Snapshot], school: SchoolCalendar) -> Schedule:
    rows = snapshots.rows_of(blocks[hours.HOURS.kind], blocks[hours.EXCEPTIONS.kind])
    return Schedule(rows, school)


def _last(museum_id: int, block: Block) -> Act | None:
    shown = [one for one in revisions.history(db.session(), museum_id, block.kind) if one.live_at]
    if not shown or shown[0].actor_id is None:
        return None
    return Act(block, shown[0], shown[1].content if len(shown) > 1 else block.blank)
