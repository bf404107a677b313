"""One picture: what it shows, whose it is, what must never be cut off; kept, proposed or published."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import media, revisions
from portal.domain.accounts import Permission
from portal.domain.errors import DomainError
from portal.domain.media import PicturesRefusedError
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import ConflictError, PlannedError, State
from portal.web.dashboard.pictures import listing, words
from portal.web.dashboard.pictures.forms import PictureForm
from portal.web.dashboard.pictures.room import Item, Wall, blueprint, note, snapshot_of, wall_of, window
from portal.web.kit import authors, conflicts, gate, picture_words, refusals, review, versions
from portal.web.kit.messages import _, _l

CROPS = (
    (_l("Page du musée"), media.PAGE),
    (_l("Liste"), media.CARD),
    (_l("Partage"), media.SHARE),
)
"""Where each crop is seen."""

DRAFT, SUBMIT, PUBLISH = "draft", "submit", "publish"


@blueprint.route("/<int:id_>/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_TRANSLATE)
def edit(museum: MuseumEntry, id_: int) -> ResponseReturnValue:
    """Show a picture with what is said of it; sent, keep it, propose it or publish it."""
    wall = wall_of(museum.id)
    item = wall.find(id_) or abort(404)
    form = PictureForm()
    if not form.is_submitted():
        return _page(wall, item, PictureForm.of(item.photo, wall.head.version))
    try:
        is_valid = form.validate()
        typed = _typed(wall, item, form)
        _check(wall, item, typed)
        if is_valid:
            return _save(museum, wall, item, form, typed)
    except ConflictError as told:
        return _both_texts(museum, item, told, form)
    except PicturesRefusedError as refused:
        refusals.tell(form, {_field(path): error for path, error in refused.errors.items()})
    except PlannedError as planned:
        form.form_errors.append(refusals.sentence(planned))
    return _page(wall, item, form), 422


def _typed(wall: Wall, item: Item, form: PictureForm) -> dict[str, Any]:
    photo = form.typed_over(item.photo, only_occitan=not gate.may(Permission.CONTENT_DRAFT))
    whole = snapshot_of(wall)
    return whole | {"photos": whole["photos"] | {str(item.picture.id): photo}}


def _check(wall: Wall, item: Item, typed: dict[str, Any]) -> None:
    """Raise `PicturesRefusedError` with everything to correct; what is missing is asked only of what goes further."""
    id_, faults = item.picture.id, dict[str, DomainError]()
    try:
        kept = media.checked(typed, wall.filenames)
    except PicturesRefusedError as refused:
        raise PicturesRefusedError(
            {path: error for path, error in refused.errors.items() if path.startswith(f"photos.{id_}.")}
            or refused.errors
        ) from refused
    if request.form.get("action", DRAFT) != DRAFT and gate.may(Permission.CONTENT_DRAFT):
        lacking = media.missing(kept["photos"][str(id_)])
        faults = {f"photos.{id_}.{name}": error for name, error in lacking.items()}
    if faults:
        raise PicturesRefusedError(faults)


def _save(
    museum: MuseumEntry, wall: Wall, item: Item, form: PictureForm, typed: dict[str, Any]
) -> ResponseReturnValue:
    session, key = db.session(), media.key(museum.id)
    seen = _seen(museum, wall, item, form.seen)
    kept = listing.keep(museum, wall, versions.wanted(session, key, seen, typed, request.form), seen=seen)
    act = request.form.get("action", DRAFT)
    if kept is None or kept.state is State.LIVE:
        flash(_("Rien n’a changé : la page publique montre déjà cela."), "info")
    elif act == PUBLISH and review.may_publish(media.KIND):
        review.publish(kept)
        note("content.published", museum)
        flash(_("C’est en ligne."), "info")
        return redirect(url_for("dashboard.receipt.show", museum=museum.slug, part="photos"), 303)
    elif act in {PUBLISH, SUBMIT}:
        if review.propose(kept):
            note("content.submitted", museum)
        said = _("Vos photos sont proposées à qui publie pour le musée.")
        flash(review.proposed(media.KIND, said), "info")
    else:
        flash(_("C’est gardé. La page publique n’a pas changé."), "info")
        return redirect(url_for(".edit", museum=museum.slug, id_=item.picture.id), 303)
    return redirect(url_for(".index", museum=museum.slug), 303)


def _seen(museum: MuseumEntry, wall: Wall, item: Item, seen: int) -> int:
    """Return the version to write on: today's where, since it was seen, only other pictures have changed."""
    if seen == wall.head.version:
        return seen
    before = revisions.at(db.session(), media.key(museum.id), seen)
    was = {**media.BLANK, **(before or media.EMPTY)["photos"].get(str(item.picture.id), {})}
    return wall.head.version if was == item.photo else seen


def _both_texts(
    museum: MuseumEntry, item: Item, told: ConflictError, form: PictureForm
) -> ResponseReturnValue:
    path = f"photos.{item.picture.id}"
    labels = {f"{path}.{name}": str(label) for name, label in picture_words.FIELDS.items()} | {
        "order": _("Ordre des photos")
    }
    shown = conflicts.conflict_of(told, media.BLOCK, labels, request.form, picture_words.say)
    writer = authors.name_of(told.theirs) if told.theirs else None
    action = url_for(".edit", museum=museum.slug, id_=item.picture.id)
    return conflicts.answer(shown, form, action, layout="layouts/desk.html", name=writer)


def _field(path: str) -> str:
    """Return the form's name of what a path is about."""
    name = path.split(".", 2)[-1]
    return "across" if name == "focal" else name


def _page(wall: Wall, item: Item, form: PictureForm) -> str:
    typed = (form.across.data, form.down.data)
    focal = typed if all(place in range(101) for place in typed) else media.CENTRE
    return render_template(
        "dashboard/pictures/edit.html",
        item=item,
        wall=wall,
        form=form,
        focal=focal,
        weight=words.weight(item.picture.bytes),
        crops=[(name, *window(item.picture, crop, focal)) for name, crop in CROPS],
        may_write=gate.may(Permission.CONTENT_DRAFT),
    )
