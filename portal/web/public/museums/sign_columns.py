"""The two columns of a door sign: the same hours in French and in Occitan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flask_babel import force_locale

from portal.domain import admission
from portal.domain.hours import Kept
from portal.domain.hours.rows import Decision, HolidayRule
from portal.web.kit import formats, moments, opening
from portal.web.kit.daily import Daily
from portal.web.kit.languages import LANGUAGES, Language
from portal.web.kit.messages import _
from portal.web.public.museums import coming, hours_block, seasons, sign_prices
from portal.web.public.museums.hours_block import Shut
from portal.web.public.museums.seasons import Season
from portal.web.public.museums.sign_prices import PricePart
from portal.web.public.museums.tables import Table, table

ANNOUNCED = 92
"""How many days ahead a sign on a door announces what differs: it stays up longer than a page."""
MOST_LINES = 8
LEAST = 8
"""The lines that prices must have: for fewer, a season that comes later gives its table away for a sentence."""
PRICED, CROWDED = 27, 31
"""How many lines the sheet holds with prices, whose titles take room, and then with narrow margins."""
FULL, DENSE, MOST = 17, 24, 30
"""How many lines the sheet holds at its largest size, at the next, and at its smallest."""
WIDE, WIDE_IN_TABLE = 42, 28
"""How many signs stand on a line of text, and beside the name of a day."""


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


_known: Daily[list[Column]] = Daily()


def of_museum(museum_id: int, kept: Kept, costs: admission.Kept, today: date) -> list[Column]:
    """Return the columns of a museum, worked out once a day; none where it never entered its hours."""
    return [] if kept.is_empty else _known.get(today, museum_id, lambda: of(kept, costs, today))


def of(kept: Kept, costs: admission.Kept, today: date) -> list[Column]:
    """Return both columns, French first; prices take the room that hours leave them."""
    columns = [_column(kept, costs, today, language) for language in LANGUAGES]
    if costs.is_empty:
        return columns
    height = max(map(_whole, columns))
    if height > PRICED - LEAST:
        columns = [_column(kept, costs, today, language, most=PRICED - LEAST) for language in LANGUAGES]
        height = max(map(_whole, columns))
    room = max(PRICED - height, min(CROWDED - height, LEAST))
    return [replace(column, prices=_prices(costs, today, column.language, room)) for column in columns]


def density(columns: Sequence[Column]) -> int:
    """Return how small the sheet must be written to hold the longer column: 1, 2, 3, or 4 with narrow margins."""
    lines = max(map(_whole, columns), default=0)
    most = PRICED if any(column.prices.sections for column in columns) else MOST
    return 1 + sum(lines > size for size in (FULL, DENSE, most))


def _prices(costs: admission.Kept, today: date, language: Language, room: int) -> PricePart:
    with force_locale(language):
        return sign_prices.of(costs, today, language, room)


def _column(
    kept: Kept, costs: admission.Kept, today: date, language: Language, *, most: int = MOST
) -> Column:
    schedule, closure = kept.schedule, kept.schedule.closure_on(today)
    now, later = seasons.season_on(schedule, today), seasons.next_season(schedule, today)
    shown = [] if closure else [season for season in (now, later) if season]
    with force_locale(language):
        tables, lines = _fitting(kept, today, language, shown, most)
        return Column(
            language,
            hours_block.shut(closure, kept, today, language) if closure else None,
            tables,
            None if closure or shown else _("Horaires non confirmés pour aujourd’hui"),
            lines,
            _("La page du musée\u00a0: horaires du jour, tarifs, accès."),
            _printed(kept, costs, today, language),
        )


def _fitting(
    kept: Kept, today: date, language: Language, shown: Sequence[Season], most: int
) -> tuple[list[Table], list[str]]:
    """Return the tables and the lines that one sheet holds: what is too much becomes a sentence, then is left out."""
    tables = [table(season, language) for season in shown]
    told = [
        each.sentence for each in coming.announced(kept, today, language, days=ANNOUNCED, with_decided=False)
    ]
    always = _holidays(kept, language)
    fewest = 0 if most == MOST else 1
    while len(tables) > fewest and _height(tables, [*told[:2], *always]) > most:
        period = shown[len(tables) - 1].period
        always.insert(0, f"{tables.pop().title}\u00a0: {opening.week_sentence(period, language)}.")
    kept_lines = told[:MOST_LINES]
    while kept_lines and _height(tables, [*kept_lines, *always]) >= MOST:
        kept_lines.pop()
    rest = [_("La suite est sur la page du musée.")] if len(kept_lines) < len(told) else []
    return tables, [*kept_lines, *rest, *always]


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


def _whole(column: Column) -> int:
    return _height(column.tables, column.lines) + column.prices.height


def _height(tables: Sequence[Table], lines: Sequence[str]) -> int:
    """Return about how many lines a column takes."""
    rows = sum(
        2 + len(each.notes) + sum(1 + len(row.hours) // WIDE_IN_TABLE for row in each.rows) for each in tables
    )
    return rows + sum(1 + len(line) // WIDE for line in lines)
