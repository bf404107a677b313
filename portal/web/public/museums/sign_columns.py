"""The two columns of a door sign: the same hours in French and in Occitan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import force_locale

from portal.domain.hours import Kept
from portal.domain.hours.rows import Decision, HolidayRule
from portal.web.kit import formats, moments, opening
from portal.web.kit.languages import LANGUAGES, Language
from portal.web.kit.messages import _
from portal.web.public.museums import coming, hours_block, seasons
from portal.web.public.museums.hours_block import Shut
from portal.web.public.museums.tables import Table, table

ANNOUNCED = 92
"""How many days ahead a sign on a door announces what differs: it stays up longer than a page."""
MOST_LINES = 8
FULL, DENSE = 13, 24
"""How many lines the sheet holds at its largest size, and at the next."""
WIDE = 42
"""How many signs stand on a line."""


@dataclass(frozen=True)
class Column:
    """One language's side of the sheet."""

    language: Language
    shut: Shut | None
    tables: Sequence[Table]
    doubt: str | None
    lines: Sequence[str]
    page: str
    printed: str


def of(kept: Kept, today: date) -> list[Column]:
    """Return both columns, French first."""
    return [_column(kept, today, language) for language in LANGUAGES]


def density(columns: Sequence[Column]) -> int:
    """Return how small the sheet must be written to hold the longer column: 1, 2 or 3."""
    lines = max((_height(column) for column in columns), default=0)
    return 1 if lines <= FULL else 2 if lines <= DENSE else 3


def _column(kept: Kept, today: date, language: Language) -> Column:
    schedule, closure = kept.schedule, kept.schedule.closure_on(today)
    now, later = seasons.season_on(schedule, today), seasons.next_season(schedule, today)
    shown = [] if closure else [season for season in (now, later) if season]
    with force_locale(language):
        lines = [
            each.sentence
            for each in coming.announced(kept, today, language, days=ANNOUNCED, with_decided=False)
        ]
        cut = lines[:MOST_LINES]
        if len(lines) > MOST_LINES:
            cut.append(_("La suite est sur la page du musée."))
        return Column(
            language,
            hours_block.shut(closure, kept, today, language) if closure else None,
            [table(season, language) for season in shown],
            None if closure or shown else _("Horaires non confirmés pour aujourd’hui"),
            [*cut, *_holidays(kept, language)],
            _("La page du musée\u00a0: horaires du jour, accès."),
            _printed(kept, today, language),
        )


def _holidays(kept: Kept, language: Language) -> list[str]:
    closed: list[HolidayRule] = [
        rule for rule in kept.schedule.rows.holidays if rule.decision in {Decision.CLOSED, Decision.SPECIAL}
    ]
    told = opening.holidays_sentence(closed, language)
    return [f"{told}."] if told else []


def _printed(kept: Kept, today: date, language: Language) -> str:
    printed = _("Imprimé le %(day)s.", day=formats.full_date(today, language))
    if kept.confirmed_at is None:
        return printed
    day = moments.day(kept.confirmed_at, language)
    return f"{printed} {_('Horaires confirmés par le musée le %(day)s.', day=day)}"


def _height(column: Column) -> int:
    """Return about how many lines a column takes."""
    rows = sum(
        2 + len(each.notes) + sum(1 + len(row.hours) // WIDE for row in each.rows) for each in column.tables
    )
    return rows + sum(1 + len(line) // WIDE for line in column.lines)
