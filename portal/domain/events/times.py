"""Local times of Europe/Paris as instants, and the two hours a year that are not like the others (pure)."""

from datetime import UTC, date, datetime, time, timedelta

from portal.config import PARIS


def instant(local: datetime) -> datetime:
    """Return the instant of a local time, in UTC; of an hour that comes twice, the first."""
    return local.replace(tzinfo=PARIS, fold=0).astimezone(UTC)


def exists(local: datetime) -> bool:
    """Return whether clocks ever show this time: none shows 2:30 on the last Sunday of March."""
    return instant(local).astimezone(PARIS).replace(tzinfo=None) == local


def local(moment: datetime) -> datetime:
    """Return what the clocks of Paris show at an instant."""
    return moment.astimezone(PARIS).replace(tzinfo=None)


def last_day(start: datetime, end: datetime | None) -> date:
    """Return the last day on which something takes place: one that ends at midnight is not of the next day."""
    if end is None or end <= start:
        return start.date()
    if end.time() == time.min:
        return (end - timedelta(days=1)).date()
    return end.date()
