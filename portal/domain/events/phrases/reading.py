"""Takes a phrase apart, piece by piece: what each piece says is taken out, what is left over is told (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from portal.domain.events import recurrence
from portal.domain.events.phrases import days as calendar
from portal.domain.events.phrases import spelling as S  # noqa: N812 - a vocabulary, read as one
from portal.domain.events.phrases.days import Bare, Year
from portal.domain.events.rows import Occurrence, Rule, Run
from portal.domain.events.vocabulary import Frequency, SchoolDays

LONGEST = 1_000


@dataclass(frozen=True)
class Phrase:
    """What a phrase says: a run, a rule, or dates; and what of it nobody understood."""

    run: Run | None = None
    rule: Rule | None = None
    occurrences: tuple[Occurrence, ...] = ()
    unread: tuple[str, ...] = ()
    """The pieces that say something this did not understand, as they were written."""
    doubts: tuple[str, ...] = ()
    """What was understood but does not fit: `weekday` where a weekday and its date disagree."""

    @property
    def says_nothing(self) -> bool:
        """Whether no date came out."""
        return self.run is None and self.rule is None and not self.occurrences


@dataclass
class _Text:
    """What is left of the phrase."""

    left: str
    taken: list[str] = field(default_factory=list)

    def take(self, pattern: str) -> "re.Match[str] | None":
        """Take the first piece of this look out of the phrase."""
        match = re.search(pattern, self.left)
        if match:
            self.left = f"{self.left[: match.start()]} | {self.left[match.end() :]}"
        return match


@dataclass(frozen=True)
class _Times:
    starts: tuple[time, ...]
    ends: time | None = None


def read(phrase: str, today: date) -> Phrase:
    """Return what a phrase says, from a day on where it names no year; parts set apart by `;` add up."""
    parts = [part for part in phrase[:LONGEST].split(";") if part.strip()]
    read_parts = [_read(part, today) for part in parts]
    if len(read_parts) == 1:
        return read_parts[0]
    unread = tuple(piece for each in read_parts for piece in each.unread)
    other = tuple(part.strip() for part, each in zip(parts, read_parts, strict=True) if each.run or each.rule)
    dated = [one for each in read_parts for one in each.occurrences]
    return Phrase(
        occurrences=tuple(sorted(dated, key=lambda one: one.start)),
        unread=(*unread, *other),
        doubts=tuple(dict.fromkeys(doubt for each in read_parts for doubt in each.doubts)),
    )


def _read(phrase: str, today: date) -> Phrase:
    text = _Text(S.plain(phrase))
    excluded = _excluded(text)
    extension = text.take(rf"-? ?(?:prolong\w*|prolongee?)[ :]*(?:jusqu ?au|au)? ?({S.FULL}|{S.NUMERIC})")
    school = _school(text)
    rank = text.take(rf"\b({S.RANK}) ({S.WEEKDAY})(?: (?:du|de chaque|de|cada) ?(?:mois|mes))?\b")
    times = _times(text)
    span = _span(text)
    weekdays, dated = _weekdays(text)
    listed = [] if span and not dated else _listed(text)
    return _made(
        _Pieces(today, times, span, weekdays, listed, excluded, school, rank, extension), _left(text)
    )


@dataclass(frozen=True)
class _Pieces:
    today: date
    times: _Times
    span: tuple[Bare | None, Bare] | None
    weekdays: tuple[int, ...]
    listed: Sequence[Bare]
    excluded: Sequence[Bare]
    school: SchoolDays | None
    rank: "re.Match[str] | None"
    extension: "re.Match[str] | None"

    @property
    def start(self) -> time:
        return self.times.starts[0] if self.times.starts else time(0)


def _made(said: _Pieces, unread: tuple[str, ...]) -> Phrase:
    if said.span is not None:
        return _of_span(said, unread)
    if said.listed:
        return _of_days(said, unread)
    if said.rank is not None or said.weekdays:
        return _of_rule(said, said.today, None, unread)
    return Phrase(unread=unread)


def _of_span(said: _Pieces, unread: tuple[str, ...]) -> Phrase:
    first, last = calendar.between(*said.span or (None, Bare(1, 1)), said.today)
    if first is None and said.span and said.span[0] is not None:
        return Phrase(unread=(*unread, "…"))
    if said.rank is not None or said.weekdays:
        return _of_rule(said, first or said.today, last, unread)
    if said.extension is not None:
        until = calendar.of_text(said.extension[1], Year(last.year, after=last))
        return Phrase(run=Run(first, until, last), unread=unread)
    number = [piece for piece in unread if re.search(r"\b[0-9]+ (?:rendez|seance|date|atelier)", piece)]
    if number:  # a period with some dates in it, which nobody said
        return Phrase(run=Run(first, last), unread=unread)
    if said.times.starts and first is not None and (last - first).days <= 31:
        days = [first + timedelta(days=each) for each in range((last - first).days + 1)]
        away = set(calendar.in_order(said.excluded, Year(first.year, after=first)))
        return Phrase(occurrences=_dates([day for day in days if day not in away], said.times), unread=unread)
    return Phrase(run=Run(first, last), unread=unread)


def _of_days(said: _Pieces, unread: tuple[str, ...]) -> Phrase:
    days, fits = calendar.fitting(said.listed, said.weekdays, said.today)
    away = set(calendar.in_order(said.excluded, Year(days[0].year, after=days[0]))) if days else set()
    kept = [day for day in days if day not in away]
    doubts = () if fits else ("weekday",)
    if said.extension is not None and len(kept) == 1:
        until = calendar.of_text(said.extension[1], Year(kept[0].year, after=kept[0]))
        return Phrase(run=Run(None, until, kept[0]), unread=unread, doubts=doubts)
    return Phrase(occurrences=_dates(kept, said.times), unread=unread, doubts=doubts)


def _of_rule(said: _Pieces, first: date, last: date | None, unread: tuple[str, ...]) -> Phrase:
    if not said.times.starts:
        return Phrase(unread=(*unread, "heure"))
    rank, weekdays = None, said.weekdays
    if said.rank is not None:
        rank, weekdays = S.RANKS[said.rank[1]], (S.weekday_of(said.rank[2]),)
    rule = Rule(
        frequency=Frequency.MONTHLY if rank else Frequency.WEEKLY,
        first=first,
        starts=said.start,
        ends=said.times.ends,
        last=last,
        weekdays=tuple(sorted(weekdays)),
        nth=rank,
        school=said.school,
        excluded=tuple(calendar.in_order(said.excluded, Year(first.year, after=first))),
    )
    if len(said.times.starts) == 1:
        return Phrase(rule=rule, unread=unread)
    if last is None or said.school is not None:  # two hours need two rules, which one event has not
        return Phrase(rule=rule, unread=(*unread, "heure"))
    days = recurrence.dates(rule, said.today, lambda _day: None)
    return Phrase(occurrences=_dates(days, said.times), unread=unread)


def _dates(days: Sequence[date], times: _Times) -> tuple[Occurrence, ...]:
    if not times.starts:
        midnight = timedelta(days=1)
        return tuple(
            Occurrence(
                datetime.combine(day, time(0)), datetime.combine(day, time(0)) + midnight, is_all_day=True
            )
            for day in days
        )
    made = []
    for day in days:
        for start in times.starts:
            begins = datetime.combine(day, start)
            ends = datetime.combine(day, times.ends) if times.ends else None
            if ends is not None and ends <= begins:
                ends += timedelta(days=1)
            made.append(Occurrence(begins, ends))
    return tuple(sorted(made, key=lambda one: one.start))


def _excluded(text: _Text) -> list[Bare]:
    match = text.take(r"\(?\b(?:sauf|excepte[es]*|hormis|levat)\b(?! vacances)(?: les?| los?)? ([^();.]*)\)?")
    return [] if match is None else calendar.bare_days(match[1])


def _school(text: _Text) -> SchoolDays | None:
    if text.take(r"\b(?:hors|sauf)(?: les| pendant les)? vacances(?: scolaires)?\b"):
        return SchoolDays.EXCEPT
    if text.take(r"\b(?:pendant|durant)(?: les| toutes les)? vacances(?: scolaires)?\b"):
        return SchoolDays.ONLY
    return None


def _times(text: _Text) -> _Times:
    span = text.take(rf"\b(?:de |entre )?({S.CLOCK}) ?(?:a|-|et|jusqu a|to) ?({S.CLOCK})(?![0-9h])")
    if span and (" et " not in span[0] or "entre" in span[0]):
        return _Times((_clock(span[1]),), _clock(span[2]))
    if span:
        return _Times((_clock(span[1]), _clock(span[2])))
    found: list[time] = []
    while match := text.take(rf"\b(?:a |des )?({S.CLOCK})(?![0-9])"):
        found.append(_clock(match[1]))
    return _Times(tuple(dict.fromkeys(found)))


def _clock(text: str) -> time:
    words = {"midi": time(12), "miegjorn": time(12), "minuit": time(0), "miejanuech": time(0)}
    if text.strip() in words:
        return words[text.strip()]
    hour, _sign, minute = text.replace(" ", "").replace(":", "h").partition("h")
    return time(int(hour) % 24, int(minute or 0))


def _span(text: _Text) -> "tuple[Bare | None, Bare] | None":
    date_ = rf"(?:{S.WEEKDAY} )?({S.FULL}|{S.NUMERIC})"
    match = text.take(rf"\b(?:du |des |del )?{date_} (?:au|al|jusqu ?au) {date_}") or text.take(
        rf"\bentre le {date_} et le {date_}"
    )
    if match:
        return calendar.bare(match[1]), calendar.bare(match[2])
    match = text.take(rf"\b(?:du |des )(?:{S.WEEKDAY} )?({S.DAY}) (?:au|jusqu ?au) {date_}")
    if match:
        last = calendar.bare(match[2])
        return Bare(int(match[1]), last.month, last.year), last
    match = text.take(rf"\bjusqu ?au {date_}")
    return (None, calendar.bare(match[1])) if match else None


def _weekdays(text: _Text) -> tuple[tuple[int, ...], bool]:
    """Return the weekdays named, and whether days of the month follow them: `les mardis 15 et 22 juillet`."""
    found: list[int] = []
    dated = False
    while match := text.take(rf"\b(?:tous les |chaque |les |le )?({S.WEEKDAY})(?= ?([0-9])?)"):
        found.append(S.weekday_of(match[1]))
        dated = dated or bool(match[2])
    return tuple(dict.fromkeys(found)), dated


def _listed(text: _Text) -> list[Bare]:
    found: list[Bare] = []
    group = (
        rf"{S.DAY}(?:(?: ?, ?| et | e | ?/ ?| ?\| ?| ){S.DAY})*(?: de| d)? {S.MONTH}(?: de)?(?: {S.YEAR})?"
    )
    while match := text.take(rf"\b({S.NUMERIC}|{group})\b"):
        found += calendar.bare_days(match[1])
    return calendar.with_years(found)


def _left(text: _Text) -> tuple[str, ...]:
    pieces = re.split(r"[|,;().]", text.left)
    told = (" ".join(filter(_speaks, re.sub(r"[-:/]", " ", piece).split())) for piece in pieces)
    return tuple(each for each in told if each)


def _speaks(word: str) -> bool:
    return word not in S.SILENT and bool(re.search(r"\w", word))
