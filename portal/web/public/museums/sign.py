"""The door sign: one A4 sheet, French and Occitan side by side, that says what the museum's page says."""

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain import admission, hours, museums
from portal.web.kit import qr
from portal.web.kit.addresses import absolute
from portal.web.kit.clock import today
from portal.web.public.museums import sign_columns
from portal.web.public.museums.blueprint import blueprint


@blueprint.get("/<slug:slug>/affiche/")
def sign(slug: str) -> ResponseReturnValue:
    """Show a museum's door sign, ready to print."""
    museum = museums.by_slug(slug)
    if museum is None:
        now = museums.slug_now(slug)
        if now is None:
            abort(404)
        return redirect(url_for(".sign", slug=now), 301)
    if museum.is_archived:
        abort(404)
    columns = sign_columns.of_museum(museum.id, hours.of(museum.id), admission.of(museum.id), today())
    page = absolute(url_for(".show", slug=museum.slug, language="fr"))
    return render_template(
        "public/museums/sign.html",
        museum=museum,
        entry=museums.entry_of(museum),
        columns=columns,
        density=sign_columns.density(columns),
        page=page,
        code=qr.drawing(page),
        today=today(),
    )
