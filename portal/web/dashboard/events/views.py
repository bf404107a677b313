"""The form of an event: opened, changed by its buttons, kept, proposed or published."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import events, revisions
from portal.domain.accounts import Permission
from portal.domain.events import Event, EventRefusedError, keeping
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import ConflictError, PlannedError
from portal.web.dashboard.events import edits, page, saving, typed
from portal.web.dashboard.events.blueprint import blueprint
from portal.web.dashboard.events.forms import EventForm, NewEventForm
from portal.web.dashboard.events.told import sentences
from portal.web.kit import clock, gate, refusals
from portal.web.kit.messages import _
from portal.web.kit.once import made_once


@blueprint.route("/nouveau/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_DRAFT)
def create(museum: MuseumEntry) -> ResponseReturnValue:
    """Show an empty form; sent, make the event."""
    form = NewEventForm()
    if not form.is_submitted():
        blank = typed.of_event(events.event_of(events.EVENTS.blank))
        blank |= {"type": request.args.get("type", ""), "occurrences": [{}]}
        return page.show(museum, None, form, blank)
    sheet = typed.of_posted(request.form.items(multi=True))
    if asked := request.form.get("do"):
        focus = edits.change(sheet, asked)
        return page.show(museum, None, form, sheet, focus=focus, produces=asked == "see")
    try:
        text = saving.checked(sheet, None, museum)
    except EventRefusedError as refused:
        return page.show(museum, None, form, sheet, refused=sentences(refused.errors)), 422
    if not form.validate():
        return page.show(museum, None, form, sheet), 422

    def make() -> str:
        event, draft = keeping.create(db.session(), museum.id, text, by=saving.by(museum), now=clock.now())
        saving.settle(museum, event, draft, request.form.get("action", ""))
        return url_for(".edit", museum=museum.slug, number=event.id)

    return redirect(made_once(db.session(), form, gate.actor().id, clock.now(), make), 303)


@blueprint.route("/<int:number>/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_DRAFT)
def edit(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Show an event's form; sent, do what its button says."""
    event, form = found(museum, number), EventForm()
    head = revisions.head(db.session(), events.key(event))
    if not form.is_submitted():
        form = EventForm(formdata=None, version=head.version)
        return page.show(museum, event, form, typed.of_event(events.event_of(head.snapshot)), head=head)
    sheet = typed.of_posted(request.form.items(multi=True))
    if asked := request.form.get("do"):
        focus = edits.change(sheet, asked)
        return page.show(museum, event, form, sheet, head=head, focus=focus, produces=asked == "see")
    wrong: dict[str, str] = {}
    try:
        if form.validate():
            return _save(museum, event, form, sheet)
        saving.checked(sheet, events.event_of(head.snapshot), museum)
    except ConflictError as told:
        return saving.both_texts(museum, event, told, form)
    except EventRefusedError as refused:
        wrong = sentences(refused.errors)
    except PlannedError as planned:
        form.form_errors.append(refusals.sentence(planned))
    return page.show(museum, event, form, sheet, head=head, refused=wrong), 422


def _save(museum: MuseumEntry, event: Event, form: EventForm, sheet: dict[str, Any]) -> ResponseReturnValue:
    kept = saving.keep(museum, event, form, sheet, request.form)
    if kept is None:
        flash(_("Rien n’a changé : la page publique dit déjà cela."), "info")
    else:
        saving.settle(museum, event, kept, request.form.get("action", ""))
    return redirect(url_for(".edit", museum=museum.slug, number=event.id), 303)


def found(museum: MuseumEntry, number: int) -> Event:
    """Return an event of this museum, or answer that there is none."""
    event = db.session.get(Event, number)
    if event is None or event.museum_id != museum.id or event.merged_into_id is not None:
        abort(404)
    return event
