"""The receipt of a publication, and the button that takes it back: the text before is published again, as a new one."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from portal.db import db
from portal.domain import hours
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import PlannedError, State
from portal.web.dashboard.receipt import acts
from portal.web.dashboard.receipt.acts import Publication
from portal.web.kit import authors, clock, formats, gate, hour_facts, opening, refusals, review, undoing
from portal.web.kit.hour_summary import A_YEAR
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.once import CreateForm, made_once

blueprint = Blueprint("receipt", __name__, url_prefix="/horaires/recu")


class UndoForm(CreateForm):
    """Which publication is to be taken back."""

    mark = HiddenField()


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def show(museum: MuseumEntry) -> ResponseReturnValue:
    """Show where the last publication is in line, what it changed and what remains to be decided."""
    publication = acts.last_of(museum.id, request.args.get("actes", ""))
    if publication is None:
        flash(_("Rien n’a encore été publié de vos horaires."), "info")
        return redirect(url_for("dashboard.hours.edit", museum=museum.slug), 303)
    before, now = acts.schedules(museum.id, publication)
    today, language = clock.today(), page_language()
    undecided = [
        opening.holiday_name(holiday, language) for _day, holiday in hours.undecided(now, today, days=A_YEAR)
    ]
    return render_template(
        "dashboard/receipt/show.html",
        publication=publication,
        author=authors.name_of(publication.revision),
        differences=hour_facts.differences(before, now, today, language),
        horizon=hours.horizon(now, today),
        today=today,
        undecided=formats.sentence_list(undecided, language),
        number_undecided=len(undecided),
        form=UndoForm(formdata=None, mark=publication.mark),
    )


@blueprint.post("/retablir/")
@gate.requires(Permission.CONTENT_PUBLISH)
def delete(museum: MuseumEntry) -> ResponseReturnValue:
    """Publish again what was there before, unless somebody has published since."""
    form = UndoForm()
    publication = acts.last_of(museum.id, form.mark.data or "") or abort(404)

    def undo() -> str:
        if form.mark.data != publication.mark:
            flash(_("Quelqu’un a publié depuis : regardez d’abord ce qui est en ligne."), "warning")
        else:
            _undo(museum, publication)
        return url_for(".show", museum=museum.slug)

    return redirect(made_once(db.session(), form, gate.actor().id, clock.now(), undo), 303)


def _undo(museum: MuseumEntry, publication: Publication) -> None:
    """Show the text before again, or propose it, and say which."""
    for act in publication.acts:
        kind = act.key.kind
        try:
            became = undoing.undo(museum, act.key, act.before)
        except PlannedError as planned:
            flash(refusals.sentence(planned), "warning")
            continue
        if became is State.LIVE:
            flash(_("C’est rétabli : la page dit de nouveau ce qu’elle disait avant."), "info")
        elif became is State.SUBMITTED:
            flash(review.proposed(kind, _("C’est proposé à qui publie pour le musée.")), "info")
