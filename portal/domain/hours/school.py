"""School holidays of zone C, which holds all of Occitanie (académies de Toulouse et de Montpellier)."""

import enum
from dataclasses import dataclass
from datetime import date, timedelta


class SchoolBreak(enum.Enum):
    """One of the five school holidays of a year."""

    ALL_SAINTS = "all_saints"
    CHRISTMAS = "christmas"
    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"


@dataclass(frozen=True, slots=True, order=True)
class SchoolHoliday:
    """A school holiday: its first and last days without class, both included."""

    first: date
    last: date
    kind: SchoolBreak


@dataclass(frozen=True)
class SchoolCalendar:
    """The school holidays that are known, in order, and how far they are known."""

    holidays: tuple[SchoolHoliday, ...] = ()

    @property
    def known_from(self) -> date | None:
        """The first day of which it is known whether it is a school holiday."""
        return self.holidays[0].first if self.holidays else None

    @property
    def known_until(self) -> date | None:
        """The last day of which it is known whether it is a school holiday."""
        return self.holidays[-1].last if self.holidays else None

    def knows(self, day: date) -> bool:
        """Return whether it is known if a date is a school holiday."""
        return bool(self.holidays) and self.holidays[0].first <= day <= self.holidays[-1].last

    def on(self, day: date) -> SchoolBreak | None:
        """Return the school holiday of a date, if it is one."""
        for holiday in self.holidays:
            if holiday.first <= day <= holiday.last:
                return holiday.kind
        return None

    def spans(self, kind: SchoolBreak) -> list[SchoolHoliday]:
        """Return every known holiday of a kind, in order."""
        return [holiday for holiday in self.holidays if holiday.kind is kind]

    def is_running_out(self, today: date) -> bool:
        """Return whether fewer than twelve months ahead are known."""
        return self.known_until is None or self.known_until < today + timedelta(days=365)
