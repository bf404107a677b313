"""The two columns of a door sign: the same hours in French and in Occitan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flask_babel import force_locale

from portal.domain import admission
from portal.domain.hours import Kept
from portal.domain.hours.rows import Decision, HolidayRule
from portal.web.kit import formats, moments, opening
from portal.web.kit.languages import LANGUAGES, Language
from portal.web.kit.messages import _
from portal.web.public.museums import coming, hours_block, seasons, sign_prices
from portal.web.public.museums.hours_block import Shut
from portal.web.public.museums.sign_prices import PricePart
from portal.web.public.museums.tables import Table, table

ANNOUNCED = 92
"""How many days ahead a sign on a door announces what differs: it stays up longer than a page."""
MOST_LINES = 8
LEAST = 8
"""The room that prices must have: for less, a season that is still far away gives way to them."""
SHEET, CROWDED = 27, 31
"""How many lines the sheet holds at its smallest size, and with narrow margins: prices take what hours leave."""
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
    prices: PricePart = sign_prices.NOTHING


def of(kept: Kept, costs: admission.Kept, today: date) -> list[Column]:
    """Return both columns, French first; prices take the room that hours leave."""
    columns = [_column(kept, costs, today, language) for language in LANGUAGES]
    room = SHEET - max(map(_height, columns))
    if room < LEAST and not costs.is_empty:
        columns = [_column(kept, costs, today, language, has_far_season=False) for language in LANGUAGES]
        height = max(map(_height, columns))
        room = SHEET - height if SHEET - height >= LEAST else CROWDED - height
    return [replace(column, prices=_prices(costs, today, column.language, room)) for column in columns]


def density(columns: Sequence[Column]) -> int:
    """Return how small the sheet must be written to hold the longer column: 1, 2, 3, or 4 with narrow margins."""
    lines = max((_height(column) for column in columns), default=0)
    return 1 + sum(lines > most for most in (FULL, DENSE, SHEET))


def _prices(costs: admission.Kept, today: date, language: Language, room: int) -> PricePart:
    with force_locale(language):
        return sign_prices.of(costs, today, language, room)


def _column(
    kept: Kept, costs: admission.Kept, today: date, language: Language, *, has_far_season: bool = True
) -> Column:
    schedule, closure = kept.schedule, kept.schedule.closure_on(today)
    now, later = seasons.season_on(schedule, today), seasons.next_season(schedule, today)
    if now and later and not has_far_season and (later.first - today).days > ANNOUNCED:
        later = None
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
            _("La page du musée\u00a0: horaires du jour, tarifs, accès."),
            _printed(kept, costs, today, language),
        )


def _holidays(kept: Kept, language: Language) -> list[str]:
    closed: list[HolidayRule] = [
        rule for rule in kept.schedule.rows.holidays if rule.decision in {Decision.CLOSED, Decision.SPECIAL}
    ]
    told = opening.holidays_sentence(closed, language)
    return [f"{told}."] if told else []


def _printed(kept: Kept, costs: admission.Kept, today: date, language: Language) -> str:
    said = [_("Imprimé le %(day)s.", day=formats.full_date(today, language))]
    hours_day = moments.day(kept.confirmed_at, language) if kept.confirmed_at else ""
    prices_day = (
        moments.day(costs.confirmed_at, language) if costs.confirmed_at and not costs.is_empty else ""
    )
    if hours_day and hours_day == prices_day:
        said.append(_("Horaires et tarifs confirmés par le musée le %(day)s.", day=hours_day))
        return " ".join(said)
    if hours_day:
        said.append(_("Horaires confirmés par le musée le %(day)s.", day=hours_day))
    if prices_day:
        said.append(_("Tarifs confirmés par le musée le %(day)s.", day=prices_day))
    return " ".join(said)


def _height(column: Column) -> int:
    """Return about how many lines a column takes."""
    rows = sum(
        2 + len(each.notes) + sum(1 + len(row.hours) // WIDE for row in each.rows) for each in column.tables
    )
    return rows + column.prices.height + sum(1 + len(line) // WIDE for line in column.lines)
