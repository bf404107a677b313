"""The instants that a time on the wall means in Europe/Paris: one; in October two on one night, in March none."""

from datetime import UTC, date, datetime, time, timedelta

from portal.config import PARIS

A_DAY = 24 * 60


def instants(day: date, minute: int) -> list[datetime]:
    """Return the instants, in UTC, at which clocks show a time of a day, in minutes from midnight; 1440 is the next day's."""
    days, rest = divmod(minute, A_DAY)
    wall = datetime.combine(day + timedelta(days=days), time(*divmod(rest, 60)))
    found = {wall.replace(tzinfo=PARIS, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(each for each in found if each.astimezone(PARIS).replace(tzinfo=None) == wall)
