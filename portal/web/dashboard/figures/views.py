"""Thirty days in words, the weeks as a table with bars, and every day as a file."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import measures
from portal.domain.accounts import Permission
from portal.domain.measures import Days, Kind
from portal.domain.museums import MuseumEntry
from portal.web.kit import clock, counting, dates, figures, formats, gate, transaction
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.spreadsheets import csv_answer

blueprint = Blueprint("figures", __name__, url_prefix="/chiffres")

WEEKS = 13
"""Weeks of the table: a quarter."""
YEAR = timedelta(days=365)
"""How far back the file goes."""


@dataclass(frozen=True)
class Week:
    """One line of the table."""

    name: str
    numbers: dict[Kind, str]
    """Written out."""
    share: int
    """How long the bar of its views is, in hundredths of the longest."""
    is_under_way: bool


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def show(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the figures."""
    _write_first()
    today = clock.today()
    first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    month = figures.month(db.session(), museum.id, today)
    return render_template(
        "dashboard/figures/show.html",
        month=month,
        first=month.first,
        today=today,
        sentences=[
            said
            for said in (
                figures.views_sentence(month),
                figures.comparison(month),
                figures.searches_sentence(month),
            )
            if said
        ],
        kinds=figures.NAMES,
        heads=figures.HEADS,
        weeks=_weeks(measures.days(db.session(), museum.id, first, today)),
    )


@blueprint.get("/chiffres.csv")
@gate.requires(Permission.SPACE_ENTER)
def as_spreadsheet(museum: MuseumEntry) -> ResponseReturnValue:
    """Give every day of the last year on which something was counted, a line a day, kind and language."""
    _write_first()
    today = clock.today()
    found = measures.days(db.session(), museum.id, today - YEAR, today)
    order = list(Kind)
    cells = sorted(found.by_day, key=lambda cell: (cell[0], order.index(cell[1]), cell[2]))
    head = [_("Jour"), _("Quoi"), _("Langue de la page"), _("Nombre")]
    names = {**figures.NAMES, Kind.SEARCH: _("Ouvertures venues d’une recherche")}
    rows = [
        [
            day.isoformat(),
            str(names.get(kind) or _("… qui cherchait %(sought)s", sought=figures.SOUGHT[kind])),
            "" if language == measures.EVERY_LANGUAGE else language,
            str(found.by_day[day, kind, language]),
        ]
        for day, kind, language in cells
    ]
    return csv_answer(f"chiffres-{museum.slug}", head, rows)


def _write_first() -> None:
    """Have what this process has just counted among what is read."""
    counting.write()
    transaction.pause()


def _weeks(found: Days) -> list[Week]:
    """Return the weeks, the newest first."""
    language = page_language()
    weeks = found.weeks()
    views = [found.total(Kind.VIEW, first, last) for first, last in weeks]
    longest = max(views, default=0) or 1
    return [
        Week(
            dates.date_range(first, _sunday(first), language, year=False),
            {kind: formats.number(found.total(kind, first, last), language) for kind in figures.NAMES},
            round(100 * number / longest),
            is_under_way=last < _sunday(first) or last == found.last,
        )
        for (first, last), number in reversed(list(zip(weeks, views, strict=True)))
    ]


def _sunday(monday: date) -> date:
    return monday + timedelta(days=6)
