"""What a kind of block says of its texts in two languages: where they lie, and what their Occitan may be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.domain import texts


def _never(_holder: Mapping[str, Any], _today: date) -> bool:
    return False


@dataclass(frozen=True)
class Prose:
    """A text that somebody writes in French and somebody may write in Occitan, `{"fr": …, "oc": …}` in the snapshot."""

    path: str
    """The way to it; `*` stands for every row of a list or every entry of a mapping: `photos.*.alt`."""
    most: int
    """How many signs its Occitan may hold."""
    clean: Callable[[str | None, int], str | None] = texts.line
    """Return what was typed as it is kept; raise a `DomainError`."""
    is_rich: bool = False
    """Whether it is HTML."""
    is_over: Callable[[Mapping[str, Any], date], bool] = _never
    """Return whether what holds it (the block, or a row) is past on a day: nobody is asked to translate that any more."""
