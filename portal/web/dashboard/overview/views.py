"""`/espace/<museum>/`: what the public sees now, what to do first, and how far the entry is."""

from collections.abc import Mapping
from itertools import groupby

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.db import db, hold_content_version
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.overview import points
from portal.web.dashboard.overview.confirmations import confirmations_of
from portal.web.dashboard.overview.entry import entry_of
from portal.web.kit import clock, figures, gate, status_lines, tasks
from portal.web.kit.events import upcoming
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l, ngettext
from portal.web.kit.tasks import Harm

blueprint = Blueprint("overview", __name__)

MOST = 7
"""Tasks on the first page; the others are one click away."""
HARMS: Mapping[Harm, LazyString] = {
    Harm.FINDS_DOOR_CLOSED: _l("Pour que personne ne trouve porte close"),
    Harm.IS_MISLED: _l("Pour que personne ne soit trompé"),
    Harm.WAITS_FOR_TEXT: _l("Pour que le public lise vos derniers mots"),
    Harm.PAYS_WRONG_PRICE: _l("Pour que chacun sache ce qu’il paiera"),
    Harm.CANNOT_GET_IN: _l("Pour que chacun sache s’il peut entrer"),
    Harm.CANNOT_PERCEIVE: _l("Pour ceux qui ne voient pas les photos"),
    Harm.IS_NOT_ADDRESSED: _l("Pour ceux qui lisent l’occitan"),
    Harm.LACKS_CONTEXT: _l("Pour donner envie de venir"),
}
"""What each harm asks for, as the titles of the whole list."""


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def show(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the museum's first page."""
    hold_content_version(db.session())
    today = clock.today()
    found, entry = tasks.of_museum(museum, today), entry_of(museum, today)
    twelve = points.points_of(entry)
    month = figures.month(db.session(), museum.id, today)
    return render_template(
        "dashboard/overview/show.html",
        sentence=_sentence(museum, len(found)),
        tasks=found[:MOST],
        more=max(len(found) - MOST, 0),
        back=url_for(".show", museum=museum.slug, _anchor="a-faire"),
        points=twelve,
        places=points.PLACES,
        complete=points.complete(twelve),
        counted=points.counted(twelve),
        missing=points.missing_sentence(twelve),
        confirmations=confirmations_of(entry),
        upcoming=upcoming.of_museum(museum.id, today, page_language(), most=3),
        month=month,
        figures=figures,
    )


@blueprint.get("/a-faire/")
@gate.requires(Permission.SPACE_ENTER)
def index(museum: MuseumEntry) -> ResponseReturnValue:
    """Show everything there is to do, under what it spares a visitor."""
    hold_content_version(db.session())
    found = tasks.of_museum(museum, clock.today())
    groups = [(HARMS[harm], list(some)) for harm, some in groupby(found, key=lambda task: task.harm)]
    return render_template(
        "dashboard/overview/index.html",
        groups=groups,
        number=len(found),
        back=url_for(".index", museum=museum.slug),
    )


def _sentence(museum: MuseumEntry, number: int) -> str:
    """Write what the public reads now, and how much is missing."""
    line = status_lines.of([museum])[museum.id]
    said = f"{line.strong}{line.rest}"
    if not number:
        return _("Votre page dit « %(said)s ». Rien ne vous attend.", said=said)
    return ngettext(
        "Votre page dit « %(said)s » ; une chose manque aux visiteurs.",
        "Votre page dit « %(said)s » ; %(num)s choses manquent aux visiteurs.",
        number,
        said=said,
    )
