"""Taking a report in: seal, limits, what was typed, then the report and the museum's letter in one transaction."""

import time
from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db, enter, of_museum
from portal.domain import museums, visitor_reports
from portal.domain.errors import DomainError
from portal.domain.museums import Museum
from portal.domain.visitor_reports import Asked, Fact, NothingSaidError, TooManyReportsError, limits
from portal.domain.visitor_reports.limits import Origin
from portal.web import report_letters
from portal.web.kit import clock, gate, refusals, transaction, visitors
from portal.web.kit.buckets import Buckets
from portal.web.kit.day_field import AROUND
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, _l
from portal.web.kit.once import made_once
from portal.web.kit.resume import FORM_TOO_OLD, Reason
from portal.web.kit.visitors import Seal
from portal.web.public.visitor_reports import page
from portal.web.public.visitor_reports.forms import ReportForm

blueprint = Blueprint("visitor_reports", __name__, url_prefix="/musees")

PER_MINUTE = 10
"""As many sendings a minute as one network may try in this process, good or bad."""
NOBODY = 0
"""Whose keys of idempotency a visitor's are."""
TOO_MANY = Reason(
    _l("Beaucoup de signalements arrivent à la fois"),
    _l("Rien n’est perdu : ce que vous avez écrit est ici. Envoyez de nouveau un peu plus tard."),
)
PAGE_CHANGED = Reason(
    _l("La page du musée vient de changer"),
    _l("Relisez ce qu’elle dit maintenant. Si c’est toujours faux, envoyez de nouveau."),
)
READ_AGAIN = Reason(_l("Relisez avant d’envoyer"), _l("Tout est encore là : un dernier coup d’œil suffit."))

_buckets = Buckets()


@blueprint.get("/<slug:slug>/signaler/")
@gate.open_to_visitors
def new(slug: str) -> ResponseReturnValue:
    """Show the form, with the fact one came from chosen."""
    museum = _museum(slug)
    if isinstance(museum, Response):
        return museum
    asked, known = request.args.get("fait", ""), {fact.value for fact in Fact}
    day = _asked_day()
    chosen = asked if asked in known else Fact.HOURS.value
    form = ReportForm(formdata=None, fait=chosen, le=day.isoformat() if day else "")
    return page.show(museum, form, day=day)


@blueprint.post("/<slug:slug>/signaler/")
@gate.open_to_visitors
def create(slug: str) -> ResponseReturnValue:
    """Take a report in, once, and say what follows."""
    museum = museums.by_slug(slug)
    if museum is None or museum.is_archived:
        abort(404)
    form, machine_now = ReportForm(), clock.machine_now()
    wait = _buckets.take(visitors.mark("bucket"), PER_MINUTE, time.monotonic())
    if wait:
        return _later(museum, form, wait)
    seal = visitors.unseal(form.sceau.data)
    if seal is None or seal.museum_id != museum.id or seal.is_old(machine_now):
        return page.show(museum, form, status=400, why=FORM_TOO_OLD)
    if not form.validate():
        return page.show(museum, form, status=422)
    if form.site.data or seal.is_hasty(machine_now):
        return page.show(museum, form, status=422, why=READ_AGAIN)
    if seal.read.get(form.fact.value) != page.digests(page.read(museum))[form.fact.value]:
        return page.show(museum, form, status=409, why=PAGE_CHANGED)
    return _take(museum, form, seal)


@blueprint.get("/<slug:slug>/signaler/merci/")
@gate.open_to_visitors
def thanks(slug: str) -> ResponseReturnValue:
    """Say what happens now, and when."""
    museum = _museum(slug)
    if isinstance(museum, Response):
        return museum
    html = render_template(
        "public/visitor_reports/thanks.html", museum=museum, days=visitor_reports.UNANSWERED.days
    )
    return page.unkept(make_response(html))


def _take(museum: Museum, form: ReportForm, seal: Seal) -> ResponseReturnValue:
    asked, day, entry = _asked(museum, form), clock.machine_now().date(), museums.entry_of(museum)
    origin = Origin(visitors.mark(f"day {day}"), visitors.mark(f"day {day} museum", str(museum.id)))
    form.once.data = seal.key
    transaction.begin_writing()
    enter(db.session(), of_museum(entry.id))

    def take() -> str:
        limits.count(db.session(), origin, clock.machine_now())
        visitor_reports.receive(db.session(), entry.id, asked, clock.now())
        report_letters.tell_museum(entry, clock.now())
        return url_for(".thanks", slug=entry.slug)

    try:
        location = made_once(db.session(), form, NOBODY, clock.now(), take)
    except DomainError as refused:
        transaction.undo()
        return _refused(museums.by_slug(entry.slug) or abort(404), form, refused)
    return page.unkept(make_response(redirect(location, 303)))


def _refused(museum: Museum, form: ReportForm, refused: DomainError) -> Response:
    if isinstance(refused, TooManyReportsError):
        return _later(museum, form, refused.seconds)
    nothing = _("Dites en quelques mots ce qui est faux.")
    form.mots.errors = [nothing if isinstance(refused, NothingSaidError) else refusals.sentence(refused)]
    return page.show(museum, form, status=422)


def _later(museum: Museum, form: ReportForm, seconds: int) -> Response:
    response = page.show(museum, form, status=429, why=TOO_MANY)
    response.headers["Retry-After"] = str(seconds)
    return response


def _asked(museum: Museum, form: ReportForm) -> Asked:
    return Asked(
        fact=form.fact,
        happening=form.happening,
        day=form.day,
        around=form.vers.data,
        words=form.mots.data,
        email=form.courriel.folded or None,
        language=page_language(),
        said=page.read(museum, form.day)[form.fact].kept,
        reporter=visitors.mark(f"reporter of {museum.id} {form.fact.value}"),
    )


def _museum(slug: str) -> Museum | Response:
    """Return the museum of an address, or where an old address leads; 404 for one that has left the register."""
    museum = museums.by_slug(slug)
    if museum is None:
        now = museums.slug_now(slug)
        values: dict[str, Any] = {**request.args.to_dict(), "slug": now}
        return make_response(redirect(url_for(request.endpoint or "", **values), 301)) if now else abort(404)
    return abort(404) if museum.is_archived else museum


def _asked_day() -> date | None:
    """Return the day one had asked the museum's page about, where it is one of those a report may be about."""
    try:
        day = date.fromisoformat(request.args.get("date", ""))
    except ValueError:
        return None
    return day if abs(day - clock.today()) <= AROUND else None
