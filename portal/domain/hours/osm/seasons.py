"""The compact rules of a museum, as somebody who maps would write them: nearly right, put right date by date later."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from portal.domain.hours import holidays
from portal.domain.hours.bounds import Span, dated, parts_of
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.osm.contents import UNKNOWN, Content, split
from portal.domain.hours.osm.gaps import gaps_of
from portal.domain.hours.osm.reasons import reason_text
from portal.domain.hours.osm.rules import Rule, dates, span_text
from portal.domain.hours.osm.weeks import week_rules
from portal.domain.hours.rows import (
    Closure,
    Decision,
    Effect,
    HolidayRule,
    Period,
)
from portal.domain.hours.schedule import Schedule

ALWAYS = "24/7"
FOR_EVER = date(2099, 12, 31)
"""The last day of a closure whose end is not known."""


class Seasons:
    """Writes the compact rules of a schedule for the dates of a window."""

    def __init__(self, schedule: Schedule, first: date, last: date) -> None:
        """Keep what is written, and for which dates."""
        self.schedule, self.first, self.last = schedule, first, last

    def rules(self) -> list[Rule]:
        """Return the rules, weakest first."""
        rules: list[Rule] = []
        spans = [span for span, _ in self._yearly()]
        gaps = gaps_of(spans)
        if gaps is None and self._leaves_out(spans):
            rules.append(Rule(ALWAYS, lambda _: True, UNKNOWN))
        for span, period in sorted(self._yearly(), key=self._length, reverse=True):
            rules += self._of_period(period, span, rules)
        rules += [Rule(span_text(span) or "", span.covers, UNKNOWN) for span in gaps or ()]
        for span, period in self._once():
            rules += self._of_period(period, span, rules)
        rules += self._of_holidays()
        rules += self._of_exceptions()
        for closure in self.schedule.rows.closures:
            rules += self._of_closure(closure)
        return rules

    def _yearly(self) -> list[tuple[Span, Period]]:
        return [(p.span, p) for p in self.schedule.rows.periods if p.span and not p.span.is_dated]

    def _length(self, found: tuple[Span, Period]) -> int:
        """Return how many days a season has: the outer of two is longer, and is written first."""
        parts = [part for year in (self.first.year, self.last.year) for part in parts_of(found[0], year)]
        return sum((last - first).days + 1 for first, last in parts)

    def _leaves_out(self, spans: Sequence[Span]) -> bool:
        """Return whether seasons leave out some date, in the window or in the two years after it."""
        ahead = (self.last - self.first).days + 2 * 365
        days = (self.first + timedelta(days=number) for number in range(ahead))
        return any(not any(span.covers(day) for span in spans) for day in days)

    def _once(self) -> Iterator[tuple[Span, Period]]:
        """Yield school holidays, then what happens once: the later start is stronger, then the earlier end."""
        for holiday in self.schedule.school.holidays:
            of_kind = (p for p in self.schedule.rows.periods if p.span is None and holiday.kind in p.breaks)
            for period in of_kind:
                yield Span(dated(holiday.first), dated(holiday.last)), period
                break
        once = [(p.span, p) for p in self.schedule.rows.periods if p.span and p.span.is_dated]
        yield from sorted(once, key=lambda found: _strength(found[0]))

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

    def _of_period(self, period: Period, given: Span, before: Sequence[Rule]) -> Iterator[Rule]:
        for text, span in self._spans(given):
            for rule in week_rules(period.week, text, span):
                if rule.content or rule.selector == text or self._is_needed(rule, before):
                    yield rule

    def _is_needed(self, rule: Rule, before: Sequence[Rule]) -> bool:
        """Return whether a rule that closes some days has anything to close."""
        if before and before[0].selector == ALWAYS:
            return True
        days = (
            self.first + timedelta(days=number) for number in range(-366, (self.last - self.first).days + 366)
        )
        return any(
            other.content and other.covers(day) for day in days if rule.covers(day) for other in before
        )

    def _of_holidays(self) -> Iterator[Rule]:
        """Yield what is decided of holidays: `PH` where one thing holds for all, else each by its day."""
        named = {rule.holiday: rule for rule in self.schedule.rows.holidays}
        by_content: dict[Content, list[Holiday]] = {}
        for holiday in Holiday:
            rule = named.get(holiday) or HolidayRule(holiday)
            content = self._decided(rule)
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

    def _decided(self, rule: HolidayRule) -> Content | None:
        """Return what is decided of a holiday; `None` where it is as usual, or differs with the season."""
        periods = self.schedule.rows.periods
        if rule.decision is Decision.CLOSED:
            return ()
        if rule.decision is Decision.UNDECIDED:
            return UNKNOWN
        if rule.decision is Decision.USUAL:
            return None
        if rule.like is None:
            return split(rule.slots).own
        return split(periods[0].week.days[rule.like]).own if len(periods) == 1 else None

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


def _strength(span: Span) -> tuple[int, int]:
    first, last = span.begun_in(0)
    return first.toordinal(), -last.toordinal()


def _any(spans: Sequence[Span]) -> Callable[[date], bool]:
    return lambda day: any(span.covers(day) for span in spans)
