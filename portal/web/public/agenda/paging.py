"""A page of dates, asked of the database by its place."""

from dataclasses import dataclass

from portal.web.kit.pagination import Page

SIZE = 40


@dataclass(frozen=True)
class Slice:
    """Which dates a page shows."""

    total: int
    pages: Page[int]
    size: int = SIZE

    @classmethod
    def of(cls, total: int, number: int) -> "Slice | None":
        """Return a page of so many dates, or nothing past the end."""
        pages: Page[int] | None = Page.of(range(total), number, SIZE)
        return None if pages is None else cls(total, pages)

    @property
    def offset(self) -> int:
        """How many dates come before it."""
        return self.pages.first_rank - 1
