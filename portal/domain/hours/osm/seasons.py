"""The compact rules of a museum, as somebody who maps would write them: nearly right, put right date by date later."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from portal.domain.hours import holidays
from portal.domain.hours.bounds import Span, dated, parts_of
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.osm.contents import UNKNOWN, Content, Kind, split
from portal.domain.hours.osm.reasons import reason_text
from portal.domain.hours.osm.rules import Rule, dates, span_text, weekdays
from portal.domain.hours.rows import (
    CLOSED,
    Closure,
    Decision,
    Effect,
    HolidayRule,
    Monthly,
    Period,
    Week,
    is_nth,
)
from portal.domain.hours.schedule import Schedule

FOR_EVER = date(2099, 12, 31)
"""The last day of a closure whose end is not known."""


class Seasons:
    """Writes the compact rules of a schedule for the dates of a window."""

    def __init__(self, schedule: Schedule, first: date, last: date) -> None:
        """Keep what is written, and for which dates."""
        self.schedule, self.first, self.last = schedule, first, last

    def rules(self) -> list[Rule]:
        """Return the rules, weakest first."""
        rules: list[Rule] = list(self._unconfirmed())
        for period in sorted(self._yearly(), key=self._length, reverse=True):
            rules += self._of_period(period, period.span, rules)
        for span, period in self._once():
            rules += self._of_period(period, span, rules)
        rules += self._of_holidays()
        rules += self._of_exceptions()
        for closure in self.schedule.rows.closures:
            rules += self._of_closure(closure)
        return rules

    def _yearly(self) -> list[Period]:
        return [period for period in self.schedule.rows.periods if period.span and not period.span.is_dated]

    def _length(self, period: Period) -> int:
        assert period.span is not None
        parts = [part for year in (self.first.year, self.last.year) for part in parts_of(period.span, year)]
        return sum((last - first).days + 1 for first, last in parts)

    def _once(self) -> Iterator[tuple[Span, Period]]:
        """Yield school holidays, then what happens once: the later start is stronger, then the earlier end."""
        for holiday in self.schedule.school.holidays:
            of_kind = (p for p in self.schedule.rows.periods if p.span is None and holiday.kind in p.breaks)
            for period in of_kind:
                yield Span(dated(holiday.first), dated(holiday.last)), period
                break
        once = [(p.span, p) for p in self.schedule.rows.periods if p.span and p.span.is_dated]
        yield from sorted(once, key=lambda found: _strength(found[0]))

    def _unconfirmed(self) -> Iterator[Rule]:
        """Yield what says that dates without a season are not confirmed, where there are any."""
        covered = [period.span for period in self._yearly() if period.span]
        days = self.first
        while days <= self.last and any(span.covers(days) for span in covered):
            days += timedelta(days=1)
        if days <= self.last:
            yield Rule("24/7", lambda _: True, UNKNOWN)

    def _spans(self, span: Span) -> Iterator[tuple[str, Span]]:
        """Yield a span as it can be written: at once, or each of its times in the window."""
        text = None if span.is_dated else span_text(span)
        if text is not None:
            yield text, span
            return
        years = (self.first.year,) if span.is_dated else range(self.first.year - 1, self.last.year + 1)
        for year in years:
            first, last = span.begun_in(year)
            if first <= last and first <= self.last and last >= self.first:
                yield dates(first, last), Span(dated(first), dated(last))

    def _of_period(self, period: Period, given: Span | None, before: Sequence[Rule]) -> Iterator[Rule]:
        assert given is not None
        for text, span in self._spans(given):
            yield from week_rules(period.week, text, span, is_first=not before)

    def _of_holidays(self) -> Iterator[Rule]:
        """Yield what is decided of holidays: `PH` where one thing holds for all, else each by its day."""
        named = {rule.holiday: rule for rule in self.schedule.rows.holidays}
        by_content: dict[Content, list[Holiday]] = {}
        for holiday in Holiday:
            rule = named.get(holiday) or HolidayRule(holiday)
            content = _decided(rule)
            if content is not None:
                by_content.setdefault(content, []).append(holiday)
        decided = sum(map(len, by_content.values()))
        groups = sorted(by_content.items(), key=lambda group: -len(group[1]))
        for number, (content, days) in enumerate(groups):
            if number == 0 and decided == len(Holiday) and len(days) > 5:
                yield Rule("PH", lambda day: bool(holidays.on(day)), content)
                continue
            spans = [Span(holidays.BOUNDS[holiday], holidays.BOUNDS[holiday]) for holiday in days]
            text = ",".join(span_text(span) or "" for span in spans)
            yield Rule(text, _any(spans), content)

    def _of_exceptions(self) -> Iterator[Rule]:
        """Yield the exceptions of each year that stand alone; the others are put right date by date."""
        for row in self.schedule.rows.exceptions:
            if row.span.is_dated or row.effect not in {Effect.CLOSED, Effect.HOURS}:
                continue
            content = split(row.slots).own if row.effect is Effect.HOURS else ()
            for text, span in self._spans(row.span):
                yield Rule(text or "Mo-Su", span.covers, content, reason_text(row))

    def _of_closure(self, closure: Closure) -> Iterator[Rule]:
        if closure.last is None:
            first = closure.first.in_year(self.first.year)
            if first <= self.last:
                yield Rule(dates(first, FOR_EVER), lambda day: day >= first, (), reason_text(closure))
            return
        for text, span in self._spans(Span(closure.first, closure.last)):
            yield Rule(text or "Mo-Su", span.covers, (), reason_text(closure))


def week_rules(week: Week, text: str, span: Span, *, is_first: bool) -> Iterator[Rule]:
    """Yield the rules of a week: alike days together, then nights into the next day, then weekdays of the month."""
    by_content: dict[Content, list[int]] = {}
    for weekday, slots in enumerate(week.days):
        by_content.setdefault(split(slots).own, []).append(weekday)
    for content, days in by_content.items():
        if content or not is_first or len(days) == 7:
            yield Rule(f"{text} {_week_text(days, text, content)}".strip(), _on(span, days), content)
    for monthly in reversed(week.monthly):
        yield Rule(
            f"{text} {weekdays([monthly.weekday])}[{monthly.nth}]".strip(),
            _nth(span, monthly),
            split(monthly.slots).own,
        )
    nights: dict[Content, list[int]] = {}
    for weekday, slots in enumerate(week.days):
        spill = split(slots).spill
        if spill and all(kind is Kind.OPEN for _, _, kind in spill):
            nights.setdefault(spill, []).append((weekday + 1) % 7)
    for content, days in nights.items():
        yield Rule(
            f"{text} {weekdays(sorted(days))}".strip(), _on(span, sorted(days)), content, is_added=True
        )


def _week_text(days: Sequence[int], text: str, content: Content) -> str:
    """Write weekdays; a season that is one thing throughout needs none, if it is closed or unknown."""
    is_plain = not any(kind is Kind.OPEN for _, _, kind in content)
    return "" if len(days) == 7 and text and is_plain else weekdays(days)


def _decided(rule: HolidayRule) -> Content | None:
    if rule.decision is Decision.CLOSED:
        return ()
    if rule.decision is Decision.UNDECIDED:
        return UNKNOWN
    if rule.decision is Decision.SPECIAL and rule.like is None:
        return split(rule.slots or CLOSED).own
    return None


def _strength(span: Span) -> tuple[int, int]:
    first, last = span.begun_in(0)
    return first.toordinal(), -last.toordinal()


def _on(span: Span, days: Sequence[int]):  # noqa: ANN202
    return lambda day: day.weekday() in days and span.covers(day)


def _nth(span: Span, monthly: Monthly):  # noqa: ANN202
    return lambda day: day.weekday() == monthly.weekday and is_nth(day, monthly.nth) and span.covers(day)


def _any(spans: Sequence[Span]):  # noqa: ANN202
    return lambda day: any(span.covers(day) for span in spans)
