"""`/admin/suivi/`: twelve months of hours, and who has not answered."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.accounts import Permission
from portal.web.admin.coverage.board import LEGEND, Board, Line, Sight, board
from portal.web.kit import clock, dates, gate, opening
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext
from portal.web.kit.pagination import Page
from portal.web.kit.spreadsheets import csv_answer

blueprint = Blueprint("coverage", __name__, url_prefix="/suivi")

PER_PAGE = 66


@blueprint.get("/")
@gate.requires(Permission.MUSEUMS_READ)
def index() -> ResponseReturnValue:
    """Show the museums of a sight, twelve months ahead."""
    found, sight = board(clock.now()), _sight()
    given = request.args.get("page", "1")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 1
    page = Page.of(found.seen(sight), number, PER_PAGE)
    if page is None:
        abort(404)
    return render_template(
        "admin/coverage/index.html",
        board=found,
        sight=sight,
        figures=_figures(found),
        page=page,
        address=lambda page=1: url_for(".index", voir=_kept(sight), page=page if page > 1 else None),
        months=[
            (month.first, dates.month_short(month.first, page_language()))
            for month in found.lines[0].coverage.months
        ]
        if found.lines
        else [],
        legend=LEGEND,
        known_until=_known_until,
    )


@blueprint.get("/suivi.csv")
@gate.requires(Permission.MUSEUMS_READ)
def export() -> ResponseReturnValue:
    """Give a sight as a spreadsheet."""
    found = board(clock.now())
    head = [
        _("Musée"),
        _("Commune"),
        _("Département"),
        _("Horaires connus jusqu’au"),
        _("Jours fériés à décider"),
    ]
    lines = found.seen(_sight())
    months = [month.first.strftime("%Y-%m") for month in lines[0].coverage.months] if lines else []
    return csv_answer("suivi", [*head, *months], [_row(line) for line in lines])


def _row(line: Line) -> list[str]:
    waiting = ", ".join(f"{day.isoformat()}" for day, _holiday in line.coverage.undecided)
    is_known = line.coverage.last is not None and line.coverage.last >= clock.today()
    last = line.coverage.last.isoformat() if line.coverage.last and is_known else ""
    place = [line.museum.name.fr, line.museum.town.name.fr, line.museum.departement.name.fr]
    return [*place, last, waiting, *(str(LEGEND[month.known][2]) for month in line.coverage.months)]


def _figures(found: Board) -> list[tuple[Sight, int, str]]:
    """Return the four numbers that lead to their list."""
    numbers = {sight: len(found.seen(sight)) for sight in Sight}
    soon, nobody, whole = numbers[Sight.SOON], numbers[Sight.NOBODY], numbers[Sight.WHOLE]
    figures = [
        (
            Sight.SOON,
            soon,
            ngettext(
                "musée sans horaires d’ici soixante jours", "musées sans horaires d’ici soixante jours", soon
            ),
        )
    ]
    if found.holiday is not None:
        waiting = numbers[Sight.HOLIDAY]
        name = opening.holiday_name(found.holiday[1], page_language())
        figures.append(
            (
                Sight.HOLIDAY,
                waiting,
                ngettext(
                    "n’a pas décidé : %(holiday)s", "n’ont pas décidé : %(holiday)s", waiting, holiday=name
                ),
            )
        )
    return [
        *figures,
        (Sight.NOBODY, nobody, ngettext("sans personne pour écrire", "sans personne pour écrire", nobody)),
        (Sight.WHOLE, whole, ngettext("connu sur douze mois", "connus sur douze mois", whole)),
    ]


def _sight() -> Sight:
    given = request.args.get("voir", "")
    return next((sight for sight in Sight if sight.value == given), Sight.ALL)


def _kept(sight: Sight) -> str | None:
    return None if sight is Sight.ALL else sight.value


def _known_until(line: Line) -> str:
    """Return, in words, how far a museum's hours are known."""
    if line.is_empty:
        return _("jamais saisis")
    last = line.coverage.last
    if last is None:
        return _("sans fin connue")
    if last < clock.today():
        return _("plus connus aujourd’hui")
    return _("jusqu’au %(day)s", day=dates.short_date(last, page_language()))
