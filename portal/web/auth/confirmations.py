"""« Toujours exact » from a letter: the hours as the public reads them, and two buttons; nobody signs in.

Opening the link confirms nothing, since mail scanners open links.
"""

from flask import Blueprint, g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db, enter, of_museum
from portal.domain import hours, journal, museums
from portal.domain.accounts import confirmations
from portal.domain.accounts.confirmations import Link, Worth
from portal.domain.museums import MuseumEntry
from portal.web.kit import browsers, clock, gate, hour_summary, transaction
from portal.web.kit.locale import page_language

blueprint = Blueprint("confirmations", __name__, url_prefix="/confirmer")

LETTER = "letter"
"""The channel of what is done from a letter."""


@blueprint.route("/<secret>/", methods=["GET", "POST"])
@gate.open_door
def show(secret: str) -> ResponseReturnValue:
    """Show what the link confirms; pressing the button confirms it, once."""
    now = clock.now()
    if request.method == "POST":
        transaction.begin_writing()
    link = confirmations.find(secret, now)
    museum = museums.guide().by_id.get(link.bond.museum_id) if link else None
    if link is None or museum is None:
        return _page(Worth.UNKNOWN, None, None), 404
    if link.reader.language:
        g.language = link.reader.language
    enter(db.session(), of_museum(museum.id))
    worth = confirmations.worth(link, hours.standing(db.session(), museum.id))
    if request.method == "GET":
        return _page(worth, link, museum)
    if worth is not Worth.VALID or not confirmations.use(secret, now):
        return _page(Worth.USED if worth is Worth.VALID else worth, link, museum), 410
    hours.confirm(db.session(), museum.id, by_id=link.reader.id, now=now)
    journal.record(
        "hours.confirmed",
        now=now,
        actor_id=link.reader.id,
        museum_id=museum.id,
        after={"block": link.bond.block},
        network=browsers.network(),
        channel=LETTER,
    )
    return _page(Worth.USED, link, museum, is_done=True)


def _page(worth: Worth, link: Link | None, museum: MuseumEntry | None, *, is_done: bool = False) -> str:
    said = None
    if museum is not None and worth is Worth.VALID:
        said = hour_summary.summary(hours.of(museum.id).schedule, clock.today(), page_language())
    return render_template(
        "auth/confirmations/show.html",
        worth=worth.value,
        link=link,
        house=museum,
        said=said,
        is_done=is_done,
        correct=url_for("dashboard.confirmation.show", museum=museum.slug) if museum else None,
    )
