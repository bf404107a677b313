"""What the screen of prices shows, whatever brought it: opened, changed by a button, or refused."""

from dataclasses import dataclass
from datetime import date

from flask import render_template

from portal.db import db
from portal.domain import admission, revisions
from portal.domain.accounts import profile as people
from portal.domain.admission.free_days import next_day
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Head, State
from portal.web.dashboard.prices import choices
from portal.web.dashboard.prices.doubts import doubts
from portal.web.dashboard.prices.forms import PricesForm, RefusalForm
from portal.web.dashboard.prices.reading import Reading
from portal.web.dashboard.prices.sheet import Sheet
from portal.web.kit import authors, clock, dates, prices
from portal.web.kit.languages import Language
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

SHOWN = 5


@dataclass(frozen=True)
class Screen:
    """What is shown: the block as it stands, what is typed of it, and what that says."""

    museum: MuseumEntry
    head: Head
    sheet: Sheet
    reading: Reading
    form: PricesForm


def show(
    screen: Screen,
    *,
    refused: dict[str, str] | None = None,
    focus: str = "",
    refusal: RefusalForm | None = None,
) -> str:
    """Return the screen; `refused` are the sentences by field, `focus` the field to go on from."""
    museum, head, sheet, reading = screen.museum, screen.head, screen.sheet, screen.reading
    today, live, wrong = clock.today(), admission.of(museum.id), refused or {}
    history = revisions.history(db.session(), museum.id, admission.PRICES.kind)[:SHOWN]
    pending = head.pending
    found = doubts(reading, today, live.confirmed_at)
    return render_template(
        "dashboard/prices/edit.html",
        form=screen.form,
        sheet=sheet,
        wrong=wrong,
        summary=[(place, _name(sheet, place), why) for place, why in wrong.items()],
        focus=focus,
        choices=choices,
        doubts=[each for each in found if not each.is_of_a_line],
        doubts_at={each.place: each.sentence for each in reversed(found) if each.is_of_a_line},
        next_days=_next_days(reading, today),
        boards=boards(reading, today),
        live=live,
        confirmed_by=_signer(live.confirmed_by_id),
        pending=pending,
        is_submitted=pending is not None and pending.state is State.SUBMITTED,
        sent_back=pending.refusal_reason if pending is not None and pending.state is State.REFUSED else "",
        newest=history,
        writers=authors.names_of([*history, *([pending] if pending else [])]),
        refusal=refusal or RefusalForm(prefix="refusal-", formdata=None),
    )


def boards(reading: Reading, today: date) -> list[tuple[Language, prices.Board]]:
    """Return the table of what is typed, in the reader's language and in the other."""
    return [(language, prices.board(reading.rows, today, language)) for language in choices.both_languages()]


def _next_days(reading: Reading, today: date) -> dict[str, str]:
    """Return when each free day comes next, by its place on the screen."""
    found = {}
    for at, rule in enumerate(reading.rows.free_days):
        day = next_day(rule, today)
        if day is not None:
            found[reading.place(f"free_days.{at}.when")] = dates.long_date(day, page_language())
    return found


def _signer(user_id: int | None) -> str:
    return people.names_of({user_id}).get(user_id, "") if user_id is not None else ""


def _name(sheet: Sheet, place: str) -> str:
    """Return what a field is called in the summary of what to correct."""
    kind, _dot, rest = place.partition(".")
    number = rest.partition(".")[0]
    names = {
        "lines": _("Entrée"),
        "free_days": _("Jours gratuits"),
        "passes": _("Pass acceptés"),
        "first": _("Ces tarifs valent du"),
        "last": _("Jusqu’au"),
    }
    if not number.isdigit():
        return names.get(kind, place)
    row = int(number)
    if kind == "lines":
        return sheet.lines[row].who or _("Ligne %(rank)s", rank=row + 1)
    return sheet.free_days[row].when or _("Jour gratuit %(rank)s", rank=row + 1)
