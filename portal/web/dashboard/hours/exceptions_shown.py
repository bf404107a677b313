"""The exceptions of the screen as lines: a sentence each, fields for those at work, the past ones apart."""

from dataclasses import dataclass
from datetime import date

from portal.domain.hours.rows import Effect, Exceptional
from portal.web.dashboard.hours import naming
from portal.web.dashboard.hours.reading import Reading
from portal.web.dashboard.hours.sheet import ExceptionTyped, Sheet
from portal.web.kit import dates, opening
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

TAGS = {Effect.CLOSED: "tag--warn", Effect.CLOSES_EARLY: "tag--gold", Effect.OPENS_LATE: "tag--gold"}


@dataclass(frozen=True)
class ExceptionLine:
    """One exception on the screen."""

    at: int
    typed: ExceptionTyped
    when: str
    what: str
    tag: str
    why: str
    is_past: bool
    is_open: bool


def shown(sheet: Sheet, reading: Reading, today: date, refused: dict[str, str]) -> list[ExceptionLine]:
    """Return the lines in the order of the screen."""
    paths = {place: path for path, place in reading.places.items()}
    rows = reading.rows.exceptions
    lines = []
    for at, typed in enumerate(sheet.exceptions):
        place = f"exceptions.{at}"
        path = paths.get(place)
        row = rows[int(path.rpartition(".")[2])] if path else None
        is_wrong = any(name.startswith(f"{place}.") for name in refused)
        lines.append(_line(at, typed, row, today, is_open=typed.is_open or is_wrong or row is None))
    return lines


def _line(
    at: int, typed: ExceptionTyped, row: Exceptional | None, today: date, *, is_open: bool
) -> ExceptionLine:
    if row is None:
        return ExceptionLine(at, typed, "", "", "", "", is_past=False, is_open=True)
    is_past = row.span.is_dated and row.span.last.in_year(0) < today
    why = " · ".join(
        part for part in (reason_said(row), row.words.text(page_language()) if row.words else "") if part
    )
    return ExceptionLine(
        at,
        typed,
        opening.span_words(row.span, page_language()),
        effect_said(row),
        TAGS.get(row.effect, "tag--ok"),
        why,
        is_past=is_past,
        is_open=is_open,
    )


def effect_said(row: Exceptional) -> str:
    """Write what an exception does."""
    if row.effect is Effect.CLOSED:
        return _("Fermé")
    if row.at is not None:
        time = dates.clock_time(row.at, page_language())
        said = _("Ferme à %(time)s", time=time)
        return said if row.effect is Effect.CLOSES_EARLY else _("Ouvre à %(time)s", time=time)
    times = opening.day_words(row.slots, page_language())
    return _("En plus : %(hours)s", hours=times) if row.effect is Effect.EXTRA else times


def reason_said(row: Exceptional) -> str:
    """Write the reason of an exception, where it is one of the list."""
    return "" if row.reason.value == "other" else naming.reason_name(row.reason)
