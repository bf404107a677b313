"""What is worked out of a museum's hours once a day, and kept for as long as the public content stands."""

from collections.abc import Callable, Hashable
from datetime import date
from typing import Generic, TypeVar

from portal.db import Remembered

Made = TypeVar("Made")


class Daily(Generic[Made]):
    """Things of one day, by what they are of; those of another day give way to them."""

    def __init__(self) -> None:
        self._kept: Remembered[dict[date, dict[Hashable, Made]]] = Remembered(dict)

    def get(self, today: date, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what is kept under a key today, else make it and keep it."""
        days = self._kept()
        if today not in days:
            days.clear()
        kept = days.setdefault(today, {})
        if key not in kept:
            kept[key] = make()
        return kept[key]
