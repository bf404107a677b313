"""The list, one report with the fact as it was and as it is, and the three ways to close it."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import museums, texts, visitor_reports
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry
from portal.domain.visitor_reports import LONGEST_ANSWER, AlreadyClosedError, State, VisitorReport
from portal.web import report_letters
from portal.web.dashboard.visitor_reports.places import place
from portal.web.kit import clock, gate, page_facts, refusals, report_words
from portal.web.kit.fields import LongTextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, _l
from portal.web.kit.page_facts import Said

blueprint = Blueprint("visitor_reports", __name__, url_prefix="/signalements")

NUMBER = "<int(max=2147483647):number>"
CLOSED = "clos"
ACTS = {
    "corrige": (State.CORRECTED, "corrected"),
    "juste": (State.UPHELD, "verified"),
    "indesirable": (State.SPAM, "dismissed"),
}


class AnswerForm(BaseForm):
    """What is said to who reported."""

    answer = LongTextField(_l("Votre réponse"), longest=LONGEST_ANSWER)


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def index(museum: MuseumEntry) -> ResponseReturnValue:
    """Show what waits, or what was closed."""
    session, is_closed = db.session(), request.args.get("voir") == CLOSED
    read = visitor_reports.closed_of if is_closed else visitor_reports.open_of
    return render_template(
        "dashboard/visitor_reports/index.html",
        reports=read(session, museum.id),
        waiting=visitor_reports.count_open(session, museum.id),
        is_closed=is_closed,
        closed=CLOSED,
        words=report_words,
    )


@blueprint.get(f"/{NUMBER}/")
@gate.requires(Permission.SPACE_ENTER)
def show(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Show a report: what the page said then, what it says now, and where it is corrected."""
    return _page(museum, _report(museum, number), AnswerForm(formdata=None))


@blueprint.post(f"/{NUMBER}/")
@gate.requires(Permission.CONTENT_PUBLISH)
def close(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Close a report, and answer who asked to be."""
    report, form = _report(museum, number), AnswerForm()
    state, how = ACTS.get(request.form.get("action", ""), (None, ""))
    if state is None:
        form.form_errors.append(_("Dites ce qu’il en est : corrigé, ou la page était juste."))
    if not form.validate() or state is None:
        return _page(museum, report, form), 422
    try:
        email = _close(report, state, form.answer.data)
    except AlreadyClosedError:
        db.session.refresh(report)
        return _page(museum, report, form), 409
    except texts.ForbiddenCharacterError as refused:
        form.answer.errors = [refusals.sentence(refused)]
        return _page(museum, report, form), 422
    after = {"fact": report.fact.value}
    note(f"report.{how}", by=gate.actor(), now=clock.now(), museum_id=museum.id, after=after)
    if email:
        report_letters.answer(report, email, museum, clock.now())
    flash(_told(state, has_letter=bool(email)), "info")
    return redirect(url_for(".index", museum=museum.slug), 303)


def _close(report: VisitorReport, state: State, answer: str | None) -> str | None:
    by_id, now = gate.actor().id, clock.now()
    return visitor_reports.close(db.session(), report, state, answer, by_id=by_id, now=now)


def _told(state: State, *, has_letter: bool) -> str:
    if state is State.SPAM:
        return _("Le signalement est écarté. Personne n’est prévenu.")
    if has_letter:
        return _("C’est noté, et la personne qui l’a signalé reçoit votre réponse.")
    return _("C’est noté. La page ne garde aucune trace du signalement.")


def _page(museum: MuseumEntry, report: VisitorReport, form: AnswerForm) -> str:
    found = museums.by_slug(museum.slug) or abort(404)
    then = Said.of(report.said)
    now = page_facts.said(report.fact, found, report.day, clock.today(), report.language)
    return render_template(
        "dashboard/visitor_reports/show.html",
        report=report,
        form=form,
        then=then,
        now=now,
        has_changed=page_facts.changed(then, now),
        place=place(museum, report),
        waits=visitor_reports.waits_for_answer(db.session(), report),
        when=report_words.when(report, page_language()),
        words=report_words,
    )


def _report(museum: MuseumEntry, number: int) -> VisitorReport:
    return visitor_reports.find(db.session(), museum.id, number) or abort(404)
