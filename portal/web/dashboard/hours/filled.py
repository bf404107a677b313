"""Fills the screen of hours with what the two blocks hold."""

from datetime import date

from portal.db import Translated
from portal.domain.hours import snapshots
from portal.domain.hours.bounds import Span
from portal.domain.hours.entry.clocks import clock_text
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import Closure, Exceptional, HolidayRule, Period, Rows, Service, ServiceKind
from portal.domain.revisions import Snapshot
from portal.web.dashboard.hours.naming import SEASONS
from portal.web.dashboard.hours.sheet import (
    ClosureTyped,
    ExceptionTyped,
    HolidayTyped,
    LineTyped,
    PeriodTyped,
    ServiceTyped,
    Sheet,
)
from portal.web.dashboard.hours.written import bound_text, day_text, like_text, reopening_text


def sheet_of(hours: Snapshot, exceptions: Snapshot) -> Sheet:
    """Return the screen filled; the exceptions in the order of their days."""
    rows = snapshots.rows_of(hours, exceptions)
    return sheet_of_rows(rows)


def sheet_of_rows(rows: Rows) -> Sheet:
    """Return the screen filled with rows."""
    decided = {rule.holiday: rule for rule in rows.holidays}
    kept = {service.kind: service for service in rows.services}
    return Sheet(
        periods=[period_typed(period) for period in rows.periods],
        holidays={holiday: _holiday(decided.get(holiday)) for holiday in Holiday},
        services={kind: _service(kept.get(kind)) for kind in ServiceKind},
        exceptions=[
            exception_typed(row) for row in sorted(rows.exceptions, key=lambda row: _order(row.span))
        ],
        closures=[_closure(row) for row in rows.closures],
    )


def period_typed(period: Period) -> PeriodTyped:
    """Return a period as it would be typed."""
    name = SEASONS.get(period.label, "")
    return PeriodTyped(
        name=period.name.fr if period.name else name,
        name_oc=(period.name.oc or "") if period.name else "",
        first=bound_text(period.span.first if period.span else None),
        last=bound_text(period.span.last if period.span else None, is_last=True),
        breaks=sorted(kind.value for kind in period.breaks),
        week=[day_text(day) for day in period.week.days],
        monthly=[
            LineTyped(str(own.nth), str(own.weekday), day_text(own.slots)) for own in period.week.monthly
        ],
        last_admission="" if period.last_admission is None else f"{period.last_admission} min",
    )


def exception_typed(row: Exceptional) -> ExceptionTyped:
    """Return an exception as it would be typed; a single day leaves its end empty."""
    return ExceptionTyped(
        first=bound_text(row.span.first),
        last="" if row.span.is_single_day else bound_text(row.span.last, is_last=True),
        effect=row.effect.value,
        times=day_text(row.slots) if row.at is None else clock_text(row.at),
        reason=row.reason.value,
        words=_words(row.words),
        words_oc=_words(row.words, "oc"),
    )


def _closure(row: Closure) -> ClosureTyped:
    return ClosureTyped(
        first=bound_text(row.first),
        last=bound_text(row.last, is_last=True),
        reason=row.reason.value,
        words=_words(row.words),
        words_oc=_words(row.words, "oc"),
        reopening=reopening_text(row.reopening),
    )


def _holiday(rule: HolidayRule | None) -> HolidayTyped:
    return HolidayTyped(rule.decision.value, like_text(rule)) if rule else HolidayTyped()


def _service(service: Service | None) -> ServiceTyped:
    if service is None:
        return ServiceTyped()
    return ServiceTyped("same" if service.inherits else "own", list(map(period_typed, service.periods)))


def _words(words: Translated | None, language: str = "fr") -> str:
    return (getattr(words, language) or "") if words else ""


def _order(span: Span) -> date:
    return span.begun_in(span.first.year or 1600)[0]
