"""What is said of each museum wherever one is shown: what is true now, or what holds on the days asked about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.db import content_version, db, reads_alone
from portal.domain import hours
from portal.domain.hours import Answer, Kept, RuleKind, State
from portal.domain.museums import MuseumEntry
from portal.domain.recent import Recent
from portal.web.kit import clock, formats, opening, presents
from portal.web.kit.languages import Language
from portal.web.kit.locale import page_language
from portal.web.kit.messages import ngettext
from portal.web.kit.opening import words
from portal.web.kit.when import When

PEARLS = {State.OPEN: "open", State.CLOSED: "shut", State.UNCONFIRMED: "may"}
NEVER = "unk"
FEW_DAYS = 2
"""How many days are named one by one."""
_lines: Recent[tuple[object, ...], dict[int, "Line"]] = Recent(32)
"""What was last asked of, by its days."""


@dataclass(frozen=True, slots=True)
class Line:
    """A pearl, the state in bold and the rest of the line."""

    pearl: str
    strong: str
    rest: str = ""
    is_long: bool = False
    """Whether a long closure is the reason."""


def of(museums: Iterable[MuseumEntry], when: When | None = None) -> Mapping[int, Line]:
    """Return the line of each museum, by its number; the statements are the same however many they are."""
    now, today, language = clock.now(), clock.today(), page_language()
    ids = [museum.id for museum in museums]
    if when is None or not when.dates:
        found = presents.of_many(ids, now)
        return {id_: now_line(present, kept, language) for id_, (kept, present) in found.items()}
    asked = tuple(sorted({day for days in when.days(today) for day in days}))
    known = _known(asked, today, language)
    missing = [id_ for id_ in ids if id_ not in known]
    for id_, each in hours.of_many(missing).items():
        known[id_] = days_line(each, asked, today, language)
    return {id_: known[id_] for id_ in ids}


def _known(asked: tuple[date, ...], today: date, language: Language) -> dict[int, Line]:
    """Return the lines already written of some days, for as long as the public content stands."""
    session = db.session()
    if reads_alone(session):  # what may yet be undone is nobody else's truth
        return {}
    key = (db.engine, content_version(session).number, today, language, asked)
    found: dict[int, Line] = _lines.get(key, dict)
    return found


def now_line(present: hours.Present, kept: Kept, language: Language) -> Line:
    """Return what is true of a museum at an instant, in the words that every surface uses."""
    said = opening.today_line(None if kept.is_empty else present, language)
    pearl = NEVER if kept.is_empty else PEARLS[said.state]
    return Line(pearl, said.strong, said.rest, present.today.rule.kind is RuleKind.CLOSURE)


def days_line(kept: Kept, days: Sequence[date], today: date, language: Language) -> Line:
    """Return what holds on one day or on several, in one line."""
    if kept.is_empty:
        return Line(NEVER, words.NEVER_ENTERED[language])
    answers = [kept.schedule.on(day) for day in days]
    opened = [answer for answer in answers if answer.is_open]
    is_long = all(answer.rule.kind is RuleKind.CLOSURE for answer in answers)
    if not opened:
        unsure = any(answer.state is State.UNCONFIRMED for answer in answers)
        said, pearl = (words.UNCONFIRMED, "may") if unsure else (words.CLOSED, "shut")
        span = opening.days_words(days[0], days[-1], language, year=days[-1].year != today.year)
        return Line(pearl, formats.sentence_case(said[language]), f" {span}", is_long)
    strong = formats.sentence_case(words.OPEN[language])
    if len(opened) <= FEW_DAYS:
        named = formats.sentence_list((_named(answer, today, language) for answer in opened), language)
        return Line("open", strong, f" {named}")
    count = ngettext("%(num)s jour sur %(all)s", "%(num)s jours sur %(all)s", len(opened), all=len(days))
    return Line("open", strong, f" {count}")


def _named(answer: Answer, today: date, language: Language) -> str:
    """Write `dimanche 1er novembre, 10 h – 17 h`."""
    day = opening.days_words(answer.date, answer.date, language, year=answer.date.year != today.year)
    return f"{day}, {opening.day_hours(answer, language)}"
