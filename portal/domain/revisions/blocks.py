"""The kinds of block that nouns declare: how one is read from its live tables, and written to them."""

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from portal.domain.revisions.prose import Prose

Snapshot = dict[str, Any]
"""The whole content of a block, as JSON holds it."""


def _none(_session: Session) -> Collection[int]:
    return ()


@dataclass(frozen=True)
class Block:
    """A kind of block."""

    kind: str
    fields: tuple[str, ...]
    """The names of the snapshot's fields, in the order in which they are shown."""
    project: Callable[[Session, int, int, Snapshot, datetime], None]
    """Write a snapshot to the live tables of a museum's subject; only publishing calls it."""
    read: Callable[[Session, int, int], Snapshot | None]
    """Return what the live tables hold, or nothing; asked once, for what was there before the first revision."""
    blank: Snapshot
    """What an editor finds where nothing was ever written; it has every field."""
    prose: tuple[Prose, ...] = ()
    """Its texts in two languages; everything else are facts, which speak Occitan by themselves."""
    gone: Callable[[Session], Collection[int]] = _none
    """Return the subjects that were put in the bin, of all that the session sees."""
    is_urgent: bool = False
    """Whether a visitor loses more by waiting than by reading a mistake: it is never reviewed before it appears."""

    def complete(self, snapshot: Snapshot) -> Snapshot:
        """Return a snapshot of another age with the fields that the kind has today."""
        return {name: snapshot.get(name, empty) for name, empty in self.blank.items()}


_blocks: dict[str, Block] = {}


def register(block: Block) -> Block:
    """Declare a kind of block, once."""
    if _blocks.setdefault(block.kind, block) is not block:
        msg = f"two blocks of kind {block.kind!r}"
        raise ValueError(msg)
    return block


def block_of(kind: str) -> Block:
    """Return a declared kind of block."""
    return _blocks[kind]


def kinds_with_prose() -> Iterable[str]:
    """Return the kinds that hold texts to translate, in the order in which they were declared."""
    return (kind for kind, block in _blocks.items() if block.prose)


def plain(snapshot: Snapshot) -> Snapshot:
    """Return the snapshot as it will be read back, so that what is equal compares equal."""
    read: Snapshot = json.loads(json.dumps(snapshot, allow_nan=False))
    return read
