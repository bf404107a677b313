"""Finds the texts to translate inside a content, and puts an Occitan beside its French (pure)."""

import hashlib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portal.domain.revisions import Block, Prose, Snapshot
from portal.domain.translations.sentences import normal

_MARK = 12


@dataclass(frozen=True)
class Text:
    """One text in two languages, where it lies in its block."""

    prose: Prose
    path: str
    """Its own way: a row is named by its `id` or `key` where it has one, else by its place."""
    fr: str
    oc: str | None
    rows: tuple[Mapping[str, Any], ...] = field(default=(), compare=False, repr=False)
    """What holds it, for whoever names it: the whole content, then each row around it."""

    @property
    def seal(self) -> str:
        """What changes when either text does: a form carries it, to know what its writer has read."""
        return f"{_mark(self.fr)}{_mark(self.oc)}"


def has_read(seal: str, oc: str | None) -> bool:
    """Return whether this is the very Occitan that the writer of a form had before them."""
    return seal[_MARK:] == _mark(oc)


def texts_of(block: Block, content: Snapshot, today: date | None = None) -> list[Text]:
    """Return the texts that have a French, in the order of the block; with a day, without those that are past."""
    return [
        Text(prose, path, both["fr"], both.get("oc") or None, rows)
        for prose in block.prose
        for path, both, rows in _found(content, prose.path.split("."), "", (content,))
        if both and both.get("fr") and not (today and any(prose.is_over(row, today) for row in rows))
    ]


def with_occitan(block: Block, content: Snapshot, path: str, fr: str, oc: str | None) -> Snapshot:
    """Return the content with an Occitan beside this French: at this place, or where the French has moved to.

    Wherever the same words stand with the same Occitan, or without any, they are translated too: what recurs is
    translated once. Where that French stands nowhere any more, nothing is written.
    """
    found = [text for text in texts_of(block, content) if text.fr == fr and _is_of(text, path)]
    if not found:
        return content
    before = next((text for text in found if text.path == path), found[0]).oc
    places, changed = {text.path for text in found if text.oc == before}, deepcopy(content)
    for at, both, _rows in _found(changed, found[0].prose.path.split("."), "", ()):
        if at in places:
            both["oc"] = oc
    return changed


def without_occitan(block: Block, content: Snapshot) -> Snapshot:
    """Return the content with its French and its facts alone."""
    bare = deepcopy(content)
    for prose in block.prose:
        for _path, both, _rows in _found(bare, prose.path.split("."), "", ()):
            if both:
                both["oc"] = None
    return bare


def digest(text: str) -> str:
    """Return what stands for a text in a key; spaces, apostrophes and markup make no other text."""
    return hashlib.sha256(normal(text).encode()).hexdigest()


def _mark(text: str | None) -> str:
    return hashlib.sha256((text or "").encode()).hexdigest()[:_MARK]


def _is_of(text: Text, path: str) -> bool:
    """Return whether a path is of the same kind as a text's."""
    own, other = text.prose.path.split("."), path.split(".")
    return len(own) == len(other) and all(a in {"*", b} for a, b in zip(own, other, strict=True))


def _found(
    node: Any, steps: list[str], path: str, rows: tuple[Mapping[str, Any], ...]
) -> Iterator[tuple[str, Any, tuple[Mapping[str, Any], ...]]]:
    """Yield every place a pattern leads to, with what is there and the rows around it."""
    if not steps:
        yield path, node, rows
        return
    step, *rest = steps
    for name, inner in _entries(node, step):
        around = (*rows, inner) if step == "*" and isinstance(inner, Mapping) else rows
        yield from _found(inner, rest, f"{path}.{name}" if path else name, around)


def _entries(node: Any, step: str) -> Iterator[tuple[str, Any]]:
    if step != "*":
        if isinstance(node, Mapping) and step in node:
            yield step, node[step]
    elif isinstance(node, Mapping):
        yield from node.items()
    elif isinstance(node, list):
        for at, row in enumerate(node):
            named = row.get("id") or row.get("key") if isinstance(row, Mapping) else None
            yield str(named or at), row
