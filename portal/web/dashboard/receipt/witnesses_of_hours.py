"""What surfaces must say of hours: the first day that changed, the season of today, the coming year for machines."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from flask import url_for

from portal.domain import hours as noun
from portal.domain.hours import Kept, Schedule, structured
from portal.domain.hours.moments import LOOKED_AHEAD
from portal.domain.hours.snapshots import clock as written
from portal.web.dashboard.receipt import acts, reading
from portal.web.dashboard.receipt.witness import PAGES, Asked, Kind, Witness
from portal.web.kit import clock, opening, status_lines
from portal.web.kit.languages import Language

A_YEAR = timedelta(days=365)
"""How far ahead the page tells search engines."""


def hours(asked: Asked) -> Iterator[Witness]:
    """Yield what each surface must say of the museum's hours."""
    museum, today = asked.museum, clock.today()
    kept = noun.of(museum.id)
    before, now = acts.schedules(museum.id, asked.publication)
    day = _changed(before, now, today) or today
    for kind, language in PAGES:
        path = url_for("public.museums.show", slug=museum.slug, language=language, date=day.isoformat())
        yield Witness(kind, [_line(kept, day, today, language)], path=path)
    if not museum.is_archived:
        dated = url_for("public.museums.index", language="fr", q=museum.name.fr, date=day.isoformat())
        yield Witness(Kind.LISTS, [_line(kept, day, today, "fr")], path=dated, link=dated)
    span: dict[str, Any] = {"from": day.isoformat(), "to": day.isoformat()}
    data = url_for("api.museums.opening", slug=museum.slug, **span)
    yield Witness(Kind.DATA, _of_day(kept.schedule, day), link=data)
    told = (
        structured.specifications(kept.schedule, today, today + A_YEAR),
        structured.special_specifications(kept.schedule, today, today + A_YEAR),
    )
    yield Witness(Kind.ENGINES, list(dict.fromkeys(reading.scalars(told))))
    season = kept.schedule.period_on(today)
    if season is not None and not museum.is_archived and kept.schedule.closure_on(today) is None:
        yield Witness(Kind.SIGN, [row.hours for row in opening.week_rows(season, "fr")])


def _changed(before: Schedule, now: Schedule, today: date) -> date | None:
    """Return the first day on which the door opens otherwise than it did."""
    days = (today + timedelta(days=ahead) for ahead in range(LOOKED_AHEAD))
    return next((day for day in days if _held(before, day) != _held(now, day)), None)


def _held(schedule: Schedule, day: date) -> object:
    answer = schedule.on(day)
    return answer.state, answer.intervals, answer.restricted


def _line(kept: Kept, day: date, today: date, language: Language) -> str:
    line = status_lines.days_line(kept, [day], today, language)
    return f"{line.strong}{line.rest}"


def _of_day(schedule: Schedule, day: date) -> list[str]:
    answer = schedule.on(day)
    times = [written(minute) for interval in answer.intervals for minute in interval]
    return [day.isoformat(), answer.state.value, *times]
