"""The list of a museum's links, and the one click that puts the new address of a moved one everywhere it stands."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import links, revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.errors import DomainError
from portal.domain.links import REGISTER, Found, Known, Standing
from portal.domain.museums import MuseumEntry, contacts, profile
from portal.domain.revisions import Key, PlannedError, Snapshot
from portal.web.kit import authors, clock, gate, link_words, refusals, review
from portal.web.kit.messages import _

blueprint = Blueprint("links", __name__, url_prefix="/liens")

NUMBER = "<int(max=2147483647):number>"


@blueprint.get("/")
@gate.requires(Permission.CONTENT_DRAFT)
def index(museum: MuseumEntry) -> ResponseReturnValue:
    """Show every address the museum has published, what is wrong first."""
    found = _by_address(links.of_museum(db.session(), museum.id))
    known = links.standings(db.session(), found)
    lines = [(address, known.get(address), places) for address, places in found.items()]
    lines.sort(key=lambda line: not (line[1] and line[1].is_told))
    return render_template(
        "dashboard/links/index.html",
        lines=lines,
        key=_key,
        is_followed=any(link and link.checked_at for _address, link, _places in lines),
        words=link_words,
        moved=Standing.MOVED,
    )


@blueprint.post(f"/{NUMBER}/remplacer/")
@gate.requires(Permission.CONTENT_PUBLISH)
def replace(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """Put the new address of a link wherever the museum has published the old one."""
    link = links.known(db.session(), number) or abort(404)
    places = [each for each in links.of_museum(db.session(), museum.id) if each.address == link.address]
    if not places:  # another museum's, or corrected meanwhile
        abort(404)
    new = _new_address(link)
    if new is None:
        flash(
            _("Cette nouvelle adresse ne convient pas. Ouvrez-la, puis corrigez le lien vous-même."),
            "warning",
        )
        return redirect(url_for(".index", museum=museum.slug), 303)
    try:
        done = [_put(museum, kind, link.address, new) for kind in dict.fromkeys(each.kind for each in places)]
    except PlannedError as planned:
        flash(refusals.sentence(planned), "warning")
        return redirect(url_for(".index", museum=museum.slug), 303)
    note("link.replaced", by=gate.actor(), now=clock.now(), museum_id=museum.id)
    if all(done):
        flash(_("La nouvelle adresse est en ligne."), "info")
    else:
        flash(
            review.proposed(
                _key(museum, places[0].kind).kind, _("C’est proposé à qui publie pour le musée.")
            ),
            "info",
        )
    return redirect(url_for(".index", museum=museum.slug), 303)


def _put(museum: MuseumEntry, kind: str, old: str, new: str) -> bool:
    """Publish the new address in a block, or propose it where the association reads first; return which."""

    def change(content: Snapshot) -> Snapshot:
        if kind == REGISTER and not content.get("website"):
            return {**content, "website": new}
        changed: Any = links.replaced(content, old, new)
        return dict(changed)

    key = _key(museum, kind)
    if not review.may_publish(key.kind):
        review.propose_change(key, change)
        return False
    revisions.amend(db.session(), key, change, by=authors.author(museum), now=clock.now())
    return True


def _key(museum: MuseumEntry, kind: str) -> Key:
    return profile.key(museum.id) if kind == REGISTER else Key(museum.id, kind)


def _new_address(link: Known) -> str | None:
    """Return where a link has moved, if it is an address that a museum may publish."""
    if link.standing is not Standing.MOVED:
        return None
    try:
        return contacts.website(link.moved_to)
    except DomainError:
        return None


def _by_address(found: Any) -> dict[str, list[Found]]:
    gathered: dict[str, list[Found]] = {}
    for each in found:
        gathered.setdefault(each.address, []).append(each)
    return gathered
