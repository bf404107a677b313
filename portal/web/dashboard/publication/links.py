"""Secret links: made for somebody without an account, seen once by who makes them, listed and revoked."""

from typing import Any

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from portal.db import db
from portal.domain import previews
from portal.domain.accounts import Permission, profile
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry
from portal.domain.previews import TooManyLinksError
from portal.web.dashboard.publication.blueprint import blueprint
from portal.web.kit import addresses, clock, formats, gate, preview
from portal.web.kit.fields import TextField
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, _l
from portal.web.kit.once import CreateForm, made_once
from portal.web.kit.written import WRITTEN

NEW = "preview_link"
"""In the person's session until the next page, the secret that is kept nowhere else."""


class LinkForm(CreateForm):
    """What a link shows, and for whom it is."""

    note = TextField(_l("Pour qui"), longest=previews.LONGEST_NOTE)
    kinds = SelectMultipleField(
        _l("Ce qu’il montre"),
        choices=[SelectChoice(each.kind, each.name) for each in WRITTEN],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )


@blueprint.get("/liens/")
@gate.requires(Permission.CONTENT_DRAFT)
def links(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the living links, and the one that was just made."""
    return _page(museum, LinkForm(formdata=None, kinds=[each.kind for each in WRITTEN]))


@blueprint.post("/liens/")
@gate.requires(Permission.CONTENT_DRAFT)
def create(museum: MuseumEntry) -> ResponseReturnValue:
    """Make a link; its secret is shown on the next page, and never again."""
    form = LinkForm()
    if form.validate() and not form.kinds.data:
        form.kinds.errors = [_("Cochez ce que le lien montrera.")]
    if form.errors:
        return _page(museum, form), 422
    person, now = gate.actor(), clock.now()

    def make() -> str:
        session[NEW] = previews.make(
            db.session(), museum.id, form.kinds.data, form.note.data or "", by_id=person.id, now=now
        )
        note("preview.shared", by=person, now=now, museum_id=museum.id)
        return url_for(".links", museum=museum.slug)

    try:
        return redirect(made_once(db.session(), form, person.id, now, make), 303)
    except TooManyLinksError:
        form.form_errors.append(_("Vingt liens vivent déjà. Éteignez-en un avant d’en faire un autre."))
        return _page(museum, form), 422


@blueprint.post("/liens/<int:number>/eteindre/")
@gate.requires(Permission.CONTENT_DRAFT)
def delete(museum: MuseumEntry, number: int) -> ResponseReturnValue:
    """End a link at once."""
    now = clock.now()
    if previews.revoke(db.session(), museum.id, number, now):
        note("preview.revoked", by=gate.actor(), now=now, museum_id=museum.id)
        flash(_("Le lien est éteint\u00a0: il ne montre plus rien."), "info")
    else:
        return _page(museum, LinkForm(formdata=None)), 404
    return redirect(url_for(".links", museum=museum.slug), 303)


def _page(museum: MuseumEntry, form: LinkForm) -> str:
    now = clock.now()
    living = previews.all_of(db.session(), museum.id, now)
    secret = session.pop(NEW, None)
    page = previews.page_of(db.session(), museum.id, now)
    values: dict[str, Any] = {
        "living": living,
        "makers": profile.names_of({each.made_by_id for each in living}),
        "shows": {each.id: _shows(each.kinds) for each in living},
        "fresh": addresses.absolute(url_for("auth.previews.show", secret=secret)) if secret else None,
        "waiting": {line.kind: line.said for line in preview.lines(page)},
    }
    return render_template("dashboard/publication/links.html", form=form, **values)


def _shows(kinds: list[str]) -> str:
    """Name the blocks that a link shows."""
    return formats.sentence_list((str(each.name) for each in WRITTEN if each.kind in kinds), page_language())
