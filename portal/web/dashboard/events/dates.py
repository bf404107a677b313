"""One date of an event: what becomes of it, asked every time for which dates; undone in one click."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import Translated, db
from portal.domain import events, revisions
from portal.domain.accounts import Permission
from portal.domain.admission import entry
from portal.domain.errors import DomainError
from portal.domain.events import Event, Reach, changing, keeping, reading
from portal.domain.events.rows import Event as Said
from portal.domain.events.rows import Occurrence, Place, Price
from portal.domain.events.vocabulary import PlaceKind, PriceKind, Standing
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import ConflictError, NotPendingError, State
from portal.web.dashboard.events import saving
from portal.web.dashboard.events.blueprint import blueprint
from portal.web.dashboard.events.forms import DateForm
from portal.web.dashboard.events.told import sentence
from portal.web.dashboard.events.views import found
from portal.web.kit import clock, gate, refusals, review, undoing
from portal.web.kit.dates import clock_time
from portal.web.kit.events import moments
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

REMOVE = "remove"
T = TypeVar("T")


@blueprint.route("/<int:number>/dates/<key>/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_DRAFT)
def date(museum: MuseumEntry, number: int, key: str) -> ResponseReturnValue:
    """Show a date; sent, change it, it and the following ones, or all."""
    event = found(museum, number)
    head = revisions.head(db.session(), events.key(event))
    said = events.event_of(head.live.content if head.live else head.snapshot)
    one = next((each for each in said.occurrences if each.key == key), None) or abort(404)
    form = DateForm()
    if not form.is_submitted():
        return _page(event, said, one, _filled(said, one, head.version))
    if not form.validate():
        return _page(event, said, one, form), 422
    try:
        change = _removal(key, form) if request.form.get("action") == REMOVE else _change(key, form, one)
    except _FieldError as wrong:
        getattr(form, wrong.field).errors = [sentence(wrong.error)]
        return _page(event, said, one, form), 422
    return _make(museum, event, change)


@blueprint.post("/<int:number>/retablir/")
@gate.requires(Permission.CONTENT_PUBLISH)
def undo(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Publish again the text before the last one, as a new one."""
    event = found(museum, number)
    session, key = db.session(), events.key(event)
    published = [one for one in revisions.history(session, museum.id, events.KIND, event.id) if one.live_at]
    if len(published) < 2:
        flash(_("Il n’y a rien à rétablir."), "info")
    else:
        _undo(museum, key, published[1].content)
    return redirect(url_for(".edit", museum=museum.slug, number=number), 303)


def _undo(museum: MuseumEntry, key: revisions.Key, before: revisions.Snapshot) -> None:
    try:
        became = undoing.undo(museum, key, before)
    except revisions.PlannedError as planned:
        flash(refusals.sentence(planned), "warning")
        return
    if became is State.SUBMITTED:
        flash(review.proposed(key.kind, _("C’est proposé à qui publie pour le musée.")), "info")
    else:
        flash(_("C’est rétabli : l’agenda dit de nouveau ce qu’il disait avant."), "info")


class _FieldError(Exception):
    """What is wrong with a field of the form."""

    def __init__(self, field: str, error: DomainError) -> None:
        super().__init__()
        self.field, self.error = field, error


def _make(museum: MuseumEntry, event: Event, change: Callable[[Said], Said]) -> ResponseReturnValue:
    session, now, who = db.session(), clock.now(), saving.by(museum)
    place = url_for(".edit", museum=museum.slug, number=event.id)
    try:
        if not event.is_live:
            done = keeping.redraft(session, event, change, by=who, now=now)
            told = _("Votre brouillon est gardé. Rien n’a changé dans l’agenda.")
        elif _appears_at_once(event, change):
            done = keeping.amend(session, event, change, by=who, now=now)
            told = _("C’est en ligne, partout où l’agenda paraît.")
            if done is not None:
                saving.tell("content.published", museum, event)
        else:
            onwards = review.goes_to_association(events.KIND)
            done = keeping.propose(session, event, change, by=who, now=now, to_association=onwards)
            told = review.proposed(events.KIND, _("Votre changement est proposé à qui publie pour le musée."))
            if done is not None:
                saving.tell("content.submitted", museum, event)
    except changing.NoSuchDateError as gone:
        flash(sentence(gone), "warning")
        return redirect(place, 303)
    except (ConflictError, NotPendingError, revisions.PlannedError) as refused:
        known = isinstance(refused, NotPendingError | revisions.PlannedError)
        flash(
            refusals.sentence(refused)
            if known
            else _("Quelqu’un vient d’écrire : regardez d’abord son texte."),
            "warning",
        )
        return redirect(place, 303)
    flash(told if done is not None else _("Rien n’a changé : la page publique dit déjà cela."), "info")
    return redirect(place, 303)


def _appears_at_once(event: Event, change: Callable[[Said], Said]) -> bool:
    is_urgent = gate.may(Permission.CONTENT_PUBLISH) and keeping.is_urgent(db.session(), event, change)
    return is_urgent or review.may_publish(events.KIND)


def _removal(key: str, form: DateForm) -> Callable[[Said], Said]:
    reach = Reach(form.reach.data)
    return lambda said: changing.without(said, key, reach)


def _change(key: str, form: DateForm, one: Occurrence) -> Callable[[Said], Said]:
    reach, standing = Reach(form.reach.data), Standing(form.standing.data)
    message = _words("message_fr", form.message_fr.data, form.message_oc.data)
    start, end = _when(form, one)
    moved = start - one.start
    longer = (end - start) if end else None
    title = _words("title_fr", form.title_fr.data, form.title_oc.data)
    note = _words("note_fr", form.note_fr.data, form.note_oc.data)
    place = Place(PlaceKind.ELSEWHERE, name=form.place.data) if form.place.data else None
    price = _price(form.price.data)

    def made(each: Occurrence) -> Occurrence:
        if moved:
            each = changing.moved(moved, message)(each)
        elif standing is not Standing.RESCHEDULED:
            each = changing.stands(standing, message)(each)
        each = replace(each, end=None if longer is None else each.start + longer)
        return replace(each, title=title, note=note, place=place, price=price)

    return lambda said: changing.change(said, key, reach, made)


def _when(form: DateForm, one: Occurrence) -> tuple[datetime, datetime | None]:
    """Return when the date is to be: as typed, else as it was."""
    if one.is_all_day:
        day = _tried("day", lambda: reading.day(form.day.data, clock.today())) or one.start.date()
        start = datetime.combine(day, one.start.time())
        return start, None if one.end is None else start + (one.end - one.start)
    day = _tried("day", lambda: reading.day(form.day.data, clock.today())) or one.start.date()
    starts = _tried("starts", lambda: reading.clock(form.starts.data)) or one.start.time()
    ends = _tried("ends", lambda: reading.clock(form.ends.data))
    start = datetime.combine(day, starts)
    end = datetime.combine(day, ends) if ends is not None else None
    if end is not None and end <= start and one.end is not None and one.end.date() > one.start.date():
        end += one.end.date() - one.start.date()
    return _tried("ends", lambda: reading.span(start, end, clock.today()))


def _tried(field: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except DomainError as error:
        raise _FieldError(field, error) from error


def _words(field: str, french: str | None, occitan: str | None) -> Translated | None:
    if occitan and not french:
        raise _FieldError(field, events.FrenchMissingError())
    return Translated(french, occitan or None) if french else None


def _price(typed: str | None) -> Price | None:
    if not typed:
        return None
    cents = _tried("price", lambda: reading.amount(typed))
    return Price(PriceKind.PAID if cents else PriceKind.FREE, cents or None)


def _filled(said: Said, one: Occurrence, version: int) -> DateForm:
    message = said.message_of(one)
    return DateForm(
        formdata=None,
        version=version,
        standing=said.standing_of(one).value,
        message_fr=message.fr if message else "",
        message_oc=(message.oc if message else "") or "",
        day=entry.day_text(one.start.date()),
        starts="" if one.is_all_day else clock_time(one.start.time(), "fr"),
        ends="" if one.is_all_day or one.end is None else clock_time(one.end.time(), "fr"),
        title_fr=one.title.fr if one.title else "",
        title_oc=(one.title.oc if one.title else "") or "",
        place=(one.place.name if one.place else "") or "",
        price=entry.amount_text(one.price.least or 0) if one.price else "",
        note_fr=one.note.fr if one.note else "",
        note_oc=(one.note.oc if one.note else "") or "",
        reach=None,
    )


def _page(event: Event, said: Said, one: Occurrence, form: DateForm) -> str:
    language, today = page_language(), clock.today()
    return render_template(
        "dashboard/events/date.html",
        event=event,
        title=said.title.text(language) if said.title else "",
        one=one,
        when=moments.when(one, today, language),
        moved=moments.moved(one, today, language),
        form=form,
        others=len(said.occurrences) - 1,
    )
