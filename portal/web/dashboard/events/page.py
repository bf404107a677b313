"""What the form of an event shows, whatever brought it: opened, changed by a button, or refused."""

from collections import defaultdict
from typing import Any

from flask import render_template

from portal.db import db
from portal.domain import events, revisions
from portal.domain.events import Event, EventRefusedError
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Head, State
from portal.web.dashboard.events import advice, choices, saving
from portal.web.dashboard.events.forms import EventForm, NewEventForm
from portal.web.kit import authors, clock
from portal.web.kit.events import difference, moments, words
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

SHOWN = 5


def show(
    museum: MuseumEntry,
    event: Event | None,
    form: EventForm | NewEventForm,
    sheet: dict[str, Any],
    *,
    head: Head | None = None,
    refused: dict[str, str] | None = None,
    focus: str = "",
    produces: bool = False,
) -> str:
    """Return the page; `refused` are the sentences by field, `focus` the field to go on from."""
    wrong = refused or {}
    pending = head.pending if head else None
    history = revisions.history(db.session(), museum.id, events.KIND, event.id)[:SHOWN] if event else []
    produced = _produced(sheet, head, museum) if produces or event else []
    return render_template(
        "dashboard/events/edit.html",
        event=event,
        form=form,
        typed=_forgiving(sheet),
        wrong=wrong,
        focus=focus,
        summary=[(place, _name(place), why) for place, why in wrong.items()],
        choices=choices,
        head=head,
        pending=pending,
        is_submitted=pending is not None and pending.state is State.SUBMITTED,
        sent_back=pending.refusal_reason if pending is not None and pending.state is State.REFUSED else "",
        produced=produced,
        warnings=advice.of(sheet, museum, head) if event or produces else [],
        newest=history,
        writers=authors.names_of(history),
        address=f"{event.slug}-{event.short_id}" if event is not None and event.is_live else "",
        standings=words.STANDINGS,
        marks=words.MARKS,
    )


def _forgiving(sheet: dict[str, Any]) -> dict[str, Any]:
    """Return what is typed, where what nobody typed reads as empty: a browser may send any part of the form."""
    rows = [defaultdict(str, row) for row in sheet["occurrences"]]
    return defaultdict(str, sheet | {"occurrences": rows})


def _produced(sheet: dict[str, Any], head: Head | None, museum: MuseumEntry) -> list[dict[str, Any]]:
    """Return the dates that what is typed gives, before anything is saved; none while a field is wrong."""
    before = events.event_of(head.snapshot) if head else None
    try:
        said = events.event_of(saving.checked(sheet, before, museum))
    except EventRefusedError:
        return []
    language, today = page_language(), clock.today()
    return [
        {
            "key": one.key,
            "day": moments.day(one, today, language),
            "hours": moments.hours(one, language),
            "standing": said.standing_of(one),
            "is_past": one.start.date() < today,
        }
        for one in said.occurrences
    ]


def _name(place: str) -> str:
    """Return what a field is called in the summary of what to correct."""
    kind, _dot, rest = place.partition(".")
    number = rest.partition(".")[0]
    if kind == "occurrences":
        return _("Date %(rank)s", rank=int(number) + 1) if number.isdigit() else _("Dates")
    known = difference.names()
    rules = {"rule": _("Répétition"), "registration": _("Réservation"), "school": _("Pour les classes")}
    return known.get(place) or rules.get(kind) or known.get(kind, place)
