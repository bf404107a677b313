"""A slice of a list and its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

PER_PAGE = 24


@dataclass(frozen=True)
class Page(Generic[Item]):
    """One page of a list; an empty list has one empty page."""

    items: Sequence[Item]
    number: int
    pages: int
    first_rank: int
    """The rank of the first item in the whole list, from 1."""

    @classmethod
    def of(cls, items: Sequence[Item], number: int, per_page: int = PER_PAGE) -> "Page[Item] | None":
        """Return a page of the list, or nothing past its end."""
        pages = max(1, -(-len(items) // per_page))
        if not 1 <= number <= pages:
            return None
        start = (number - 1) * per_page
        return cls(items[start : start + per_page], number, pages, start + 1)

    @property
    def previous(self) -> int | None:
        """The number of the page before."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The number of the page after."""
        return self.number + 1 if self.number < self.pages else None

    @property
    def window(self) -> list[int | None]:
        """The page numbers to offer: the ends and the neighbours, `None` where some are left out."""
        near = {1, self.pages, *range(self.number - 1, self.number + 2)}
        shown = sorted(number for number in near if 1 <= number <= self.pages)
        window: list[int | None] = []
        for number in shown:
            if window and window[-1] is not None and number - window[-1] > 1:
                window.append(None)
            window.append(number)
        return window
