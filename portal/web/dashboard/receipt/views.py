"""The receipt of a publication, and the button that takes it back: the text before is published again, as a new one."""

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from portal.db import db
from portal.domain import hours
from portal.domain.accounts import Permission
from portal.domain.hours import Schedule
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import PlannedError, Span, State
from portal.web.dashboard.receipt import acts, surfaces, witnesses
from portal.web.dashboard.receipt.acts import Publication
from portal.web.dashboard.receipt.parts import HOURS, PARTS, Part
from portal.web.kit import (
    authors,
    clock,
    formats,
    gate,
    here,
    hour_facts,
    opening,
    refusals,
    review,
    transaction,
    undoing,
)
from portal.web.kit.hour_summary import A_YEAR
from portal.web.kit.kinds import kind_of
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.once import CreateForm, made_once

blueprint = Blueprint("receipt", __name__)


class UndoForm(CreateForm):
    """Which publication is to be taken back."""

    mark = HiddenField()


@gate.requires(Permission.SPACE_ENTER)
def show(museum: MuseumEntry, part: str) -> ResponseReturnValue:
    """Show where the last publication is in line, each surface asked, what it changed and what remains to be decided."""
    one = PARTS[part]
    publication = acts.last_of(museum.id, one, request.args.get("actes", ""))
    if publication is None:
        flash(_("Rien n’a encore été publié ici."), "info")
        return redirect(one.address(museum.slug), 303)
    told = {
        "publication_at": publication.at,
        "author": authors.name_of(publication.revision),
        "differences": _differences(museum, one, publication),
        "horizon": _horizon(museum, publication) if part == HOURS else None,
        "form": UndoForm(formdata=None, mark=publication.mark),
    }
    wanted = witnesses.surfaces_of(part, here.museum_row(), publication)
    transaction.pause()  # the surfaces are asked through connections of their own
    checked = surfaces.check(wanted)
    return render_template(
        "dashboard/receipt/show.html",
        kinds=[act.key.kind for act in publication.acts],
        part=one,
        room=one.address(museum.slug),
        checked=checked,
        is_whole=all(each.carries for each in checked),
        now=clock.now(),
        **told,
    )


@gate.requires(Permission.CONTENT_PUBLISH)
def delete(museum: MuseumEntry, part: str) -> ResponseReturnValue:
    """Publish again what was there before, unless somebody has published since."""
    form = UndoForm()
    publication = acts.last_of(museum.id, PARTS[part], form.mark.data or "") or abort(404)

    def undo() -> str:
        if form.mark.data != publication.mark:
            flash(_("Quelqu’un a publié depuis : regardez d’abord ce qui est en ligne."), "warning")
        else:
            _undo(museum, publication)
        return url_for(".show", museum=museum.slug, part=part)

    return redirect(made_once(db.session(), form, gate.actor().id, clock.now(), undo), 303)


for _part in PARTS.values():  # each under the room that writes it
    _own = {"part": _part.name}
    blueprint.add_url_rule(f"{_part.path}recu/", view_func=show, methods=["GET"], defaults=_own)
    blueprint.add_url_rule(f"{_part.path}recu/retablir/", view_func=delete, methods=["POST"], defaults=_own)


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
            flash(_("C’est rétabli : la page dit de nouveau ce qu’elle disait avant."), "info")
        elif became is State.SUBMITTED:
            flash(review.proposed(kind, _("C’est proposé à qui publie pour le musée.")), "info")


def _differences(museum: MuseumEntry, part: Part, publication: Publication) -> list[tuple[str, list[Span]]]:
    """Return what the publication changed, named, with what went and what came."""
    if part.name == HOURS:
        before, now = acts.schedules(museum.id, publication)
        told = hour_facts.differences(before, now, clock.today(), page_language())
        return [(each.name, each.runs) for each in told]
    found: list[tuple[str, list[Span]]] = []
    for act in publication.acts:
        kind = kind_of(act.block.kind)
        if kind is not None:
            found += [(name, spans) for name, _field, spans in kind.tell(act.before, act.now.content)]
    return found


def _horizon(museum: MuseumEntry, publication: Publication) -> tuple[str, str, int]:
    """Return how far hours are known, and the holidays of the coming year that remain to be decided."""
    _before, now = acts.schedules(museum.id, publication)
    today, language = clock.today(), page_language()
    undecided = [
        opening.holiday_name(holiday, language) for _day, holiday in hours.undecided(now, today, days=A_YEAR)
    ]
    return _known(now, today), formats.sentence_list(undecided, language), len(undecided)


def _known(schedule: Schedule, today: date) -> str:
    last = hours.horizon(schedule, today)
    if last is None:
        return _("Connus pour toute l’année qui vient.")
    if last < today:
        return _("Non confirmés dès aujourd’hui.")
    return _("Connus jusqu’au %(day)s.", day=formats.full_date(last, page_language()))
