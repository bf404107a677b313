"""Reads a museum's numbers."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.domain.measures.models import Kind, Measure


@dataclass(frozen=True)
class Days:
    """The numbers of some days of one museum, both ends included."""

    first: date
    last: date
    by_day: Counter[tuple[date, Kind, str]]

    def total(
        self,
        kind: Kind,
        first: date | None = None,
        last: date | None = None,
        language: str | None = None,
    ) -> int:
        """Return how often something was counted, from a day to another, in one language or in all."""
        return sum(
            number
            for (day, of, said), number in self.by_day.items()
            if of is kind
            and (first or self.first) <= day <= (last or self.last)
            and (language is None or said == language)
        )

    def weeks(self) -> list[tuple[date, date]]:
        """Return the weeks of these days, from Monday to Sunday or to the last day."""
        monday = self.first - timedelta(days=self.first.weekday())
        found = []
        while monday <= self.last:
            found.append((monday, min(monday + timedelta(days=6), self.last)))
            monday += timedelta(days=7)
        return found


def days(session: Session, museum_id: int, first: date, last: date) -> Days:
    """Return the numbers of a museum from a day to another, in one statement."""
    rows = session.execute(
        select(Measure.day, Measure.kind, Measure.language, func.sum(Measure.count))
        .where(Measure.museum_id == museum_id, Measure.day.between(first, last))
        .group_by(Measure.day, Measure.kind, Measure.language)
    )
    return Days(
        first, last, Counter({(day, kind, language): int(number) for day, kind, language, number in rows})
    )
