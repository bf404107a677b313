"""Seals the journal's lines to one another, and tells where a chain is broken (pure)."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

START = "0" * 64
FIELDS = (
    "id",
    "at",
    "action",
    "actor_id",
    "on_behalf_of_id",
    "museum_id",
    "subject",
    "before",
    "after",
    "network",
    "channel",
)


class Line(Protocol):
    """What is read of a line."""

    id: Any
    at: Any
    digest: Any
    previous_digest: Any


@dataclass(frozen=True)
class Break:
    """A place where the chain does not hold, and how it shows."""

    sequence: int
    reason: str
    """`altered`, `missing`, `unlinked` or `cut`."""


def seal(line: Any, previous: str) -> str:
    """Return the digest of a line: SHA-256 over its fields as canonical JSON, and over the digest before it."""
    values = {name: getattr(line, name) for name in FIELDS}
    values["at"] = line.at.isoformat()
    written = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{written}".encode()).hexdigest()


def breaks(lines: Iterable[Line], *, last: int, last_digest: str) -> list[Break]:
    """Return every place where the lines, in order, are not what was written; `last` is where they must end."""
    found: list[Break] = []
    sequence, previous = 0, START
    for line in lines:
        if line.id != sequence + 1:
            found.append(Break(sequence + 1, "missing"))
        elif line.previous_digest != previous:
            found.append(Break(line.id, "unlinked"))
        if seal(line, line.previous_digest) != line.digest:
            found.append(Break(line.id, "altered"))
        sequence, previous = line.id, line.digest
    if (sequence, previous) != (last, last_digest):
        found.append(Break(last, "cut"))
    return found
