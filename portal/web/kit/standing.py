"""Where the blocks of a room stand, for the line that every page writing one carries: what waits, what is planned."""

from dataclasses import dataclass
from datetime import datetime

from flask import Flask, g, request

from portal.db import db
from portal.domain import revisions
from portal.domain.revisions import Head, Revision, State
from portal.web.kit.written import WRITTEN, Written


@dataclass(frozen=True)
class Standing:
    """A block, and where it stands."""

    written: Written
    head: Head | None
    """Nothing where nobody has written it."""

    @property
    def waiting(self) -> Revision | None:
        """The text that waits and may still be published."""
        pending = self.head.pending if self.head else None
        return pending if pending is not None and pending.is_pending else None

    @property
    def planned(self) -> Revision | None:
        """The text that waits for its instant."""
        return self.waiting if self.waiting is not None and self.waiting.state is State.SCHEDULED else None

    @property
    def live(self) -> Revision | None:
        """The text that the public reads, where somebody has written any."""
        live = self.head.live if self.head else None
        return live if live is not None and live.content != self.written.block.blank else None

    @property
    def ends_at(self) -> datetime | None:
        """When the text that the public reads gives way."""
        return self.live.expire_at if self.live else None

    @property
    def version(self) -> int:
        """The version that a form about it carries."""
        return self.head.version if self.head else 0


def init_app(app: Flask) -> None:
    """Let the layout of a museum's space ask."""
    app.jinja_env.globals.update(room_standing=of_this_room)


def of_museum(museum_id: int) -> list[Standing]:
    """Return where every block of a museum stands, in the order of its space."""
    heads = revisions.heads_of(db.session(), museum_id)
    return [Standing(each, heads.get(each.kind)) for each in WRITTEN]


def of_this_room() -> list[Standing]:
    """Return the blocks that the page's room writes and of which something is to be told, else its first one.

    Nothing on a page that writes none.
    """
    if "room_standing" not in g:
        g.room_standing = _of_this_room()
    found: list[Standing] = g.room_standing
    return found


def _of_this_room() -> list[Standing]:
    kinds = [each for each in WRITTEN if each.room.rpartition(".")[0] == request.blueprint]
    if not kinds or g.get("museum") is None:
        return []
    heads = revisions.heads_of(db.session(), g.museum.id)
    found = [Standing(each, heads.get(each.kind)) for each in kinds]
    return [one for one in found if one.waiting or one.ends_at] or found[:1]
