"""What the screen of hours shows, whatever brought it: opened, changed by a button, or refused."""

from dataclasses import dataclass
from datetime import date

from flask import render_template

from portal.db import db
from portal.domain import hours, revisions
from portal.domain.accounts import profile as people
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import State
from portal.web.dashboard.hours import naming
from portal.web.dashboard.hours.advices import doubts
from portal.web.dashboard.hours.calendar import holiday_lines
from portal.web.dashboard.hours.exceptions_shown import shown
from portal.web.dashboard.hours.forms import HoursForm, RefusalForm
from portal.web.dashboard.hours.places import anchor, place_name, season_name
from portal.web.dashboard.hours.preview import preview
from portal.web.dashboard.hours.reading import Reading
from portal.web.dashboard.hours.saving import Desk
from portal.web.dashboard.hours.sheet import Sheet
from portal.web.kit import authors, clock

SHOWN = 5


@dataclass(frozen=True)
class Screen:
    """What is shown: the blocks as they stand, what is typed of them, and what that says."""

    museum: MuseumEntry
    both: tuple[Desk, Desk]
    sheet: Sheet
    reading: Reading
    form: HoursForm


def show(
    screen: Screen,
    *,
    refused: dict[str, str] | None = None,
    focus: str = "",
    refusal: RefusalForm | None = None,
    said: str = "",
) -> str:
    """Return the screen; `refused` are the sentences by field, `focus` the field to go on from."""
    museum, both, sheet, reading = screen.museum, screen.both, screen.sheet, screen.reading
    today = clock.today()
    session, school = db.session(), hours.school_calendar()
    versions = [
        revision for desk in both for revision in revisions.history(session, museum.id, desk.block.kind)
    ]
    newest = sorted(versions, key=lambda one: one.created_at, reverse=True)[:SHOWN]
    waiting = [desk.head.pending for desk in both if desk.head.pending is not None]
    wrong = refused or {}
    rows = reading.rows
    found = doubts(sheet, reading, school, today)
    return render_template(
        "dashboard/hours/edit.html",
        form=screen.form,
        sheet=sheet,
        wrong=wrong,
        summary=[(anchor(place), place_name(sheet, place), why) for place, why in wrong.items()],
        focus=focus,
        said=said,
        naming=naming,
        seasons=_seasons(sheet, reading, today, focus, {*wrong, *(doubt.place for doubt in found)}),
        exceptions=shown(sheet, reading, today, wrong),
        holidays=holiday_lines(sheet, rows, school, today),
        doubts=found,
        preview=preview(reading, school, today),
        live=hours.of(museum.id),
        confirmed_by=_name(hours.of(museum.id).confirmed_by_id),
        waiting=waiting,
        submitted=[one for one in waiting if one.state is State.SUBMITTED],
        sent_back=[one for one in waiting if one.state is State.REFUSED and one.refusal_reason],
        newest=newest,
        writers=authors.names_of([*newest, *waiting]),
        refusal=refusal or RefusalForm(prefix="refusal-", formdata=None),
        next_year=today.year + 1,
        season_name=season_name,
    )


def _seasons(sheet: Sheet, reading: Reading, today: date, focus: str, at_work: set[str]) -> dict[str, bool]:
    """Return which periods are unfolded, by place: few ones, today's, and those at work."""
    school = hours.school_calendar()
    now = hours.Schedule(reading.rows, school).period_on(today)
    rows = reading.rows.periods
    current = {reading.place(f"periods.{at}") for at, row in enumerate(rows) if row is now}
    unfolded = {}
    for place, periods in sheet.seasons():
        for at in range(len(periods)):
            here = f"{place}.{at}"
            is_at_work = any(name.startswith(f"{here}.") for name in (focus, *at_work))
            unfolded[here] = is_at_work or len(periods) <= 2 or (here in current and not focus)
    return unfolded


def _name(user_id: int | None) -> str:
    return people.names_of({user_id}).get(user_id, "") if user_id is not None else ""
