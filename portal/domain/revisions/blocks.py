"""The kinds of block there are: each noun says how its own is read from the live tables and written to them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Snapshot = dict[str, Any]


@dataclass(frozen=True)
class Block:
    """One kind of content that is saved whole."""

    kind: str
    read: Callable[[int, int], Snapshot | None]
    """Of a museum and a subject, what the live tables hold; nothing where they hold nothing."""
    project: Callable[[int, int, Snapshot, datetime], None]
    """Writes a snapshot to the live tables: only publishing calls it."""


class UnknownBlockError(LookupError):
    """A kind that no noun has registered: a programming error."""


_blocks: dict[str, Block] = {}


def register(block: Block) -> Block:
    """Make a kind of block known."""
    _blocks[block.kind] = block
    return block


def of_kind(kind: str) -> Block:
    """Return the block of a kind."""
    try:
        return _blocks[kind]
    except KeyError as error:
        raise UnknownBlockError(kind) from error
