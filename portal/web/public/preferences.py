"""The visitor's own choices: how pages look, and which language greets them. Nothing else sets a cookie."""

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, RadioField
from wtforms.fields.choices import SelectChoice

from portal.web.kit import display
from portal.web.kit.forms import BaseForm
from portal.web.kit.languages import LANGUAGES
from portal.web.kit.locale import COOKIE as LANGUAGE_COOKIE
from portal.web.kit.locale import language_of_path, preferred_language
from portal.web.kit.messages import _l
from portal.web.kit.redirects import safe_next

blueprint = Blueprint("preferences", __name__)


class DisplayForm(BaseForm):
    """How pages look; the same for everyone with the same choices, so no session and no token."""

    class Meta(BaseForm.Meta):
        """No token: the form only sets the visitor's own cookie, and only from this site's pages."""

        csrf = False

    theme = RadioField(
        _l("Couleurs"),
        choices=[
            SelectChoice("auto", _l("Comme l’appareil")),
            SelectChoice("clair", _l("Clair")),
            SelectChoice("sombre", _l("Sombre")),
        ],
    )
    lecture = RadioField(
        _l("Lecture"),
        choices=[SelectChoice("normale", _l("Normale")), SelectChoice("confort", _l("Confortable"))],
    )
    mouvement = RadioField(
        _l("Mouvement"),
        choices=[SelectChoice("auto", _l("Comme l’appareil")), SelectChoice("reduit", _l("Réduit"))],
    )
    retour = HiddenField()


@blueprint.get("/affichage")
def edit() -> ResponseReturnValue:
    """Show the display choices, in the language of the page one came from."""
    back = safe_next(request.args.get("retour"), "")
    _speak(back)
    chosen = display.display()
    form = DisplayForm(
        theme=chosen.theme,
        lecture=chosen.reading,
        mouvement=chosen.motion,
        retour=back,
        formdata=None,
    )
    return _page(form, back)


@blueprint.post("/affichage")
def update() -> ResponseReturnValue:
    """Keep the display choices in their cookie, and go back."""
    _refuse_other_sites()
    form = DisplayForm()
    back = safe_next(form.retour.data, url_for("public.home.show", language=preferred_language()))
    _speak(back)
    response = make_response(redirect(back, 303))
    if "origine" in request.form:
        response.delete_cookie(display.COOKIE, secure=_is_secure(), httponly=True, samesite="Lax")
        return _unkept(response)
    if not form.validate():
        return _page(form, back), 422
    chosen = display.Display(form.theme.data, form.lecture.data, form.mouvement.data)
    chosen.keep(response, secure=_is_secure())
    return _unkept(response)


@blueprint.post("/langue")
def language() -> ResponseReturnValue:
    """Remember the language that greets the visitor at the door, and go to their page in it."""
    _refuse_other_sites()
    chosen = request.form.get("langue", "")
    if chosen not in LANGUAGES:
        abort(422)
    back = safe_next(request.form.get("retour"), "")
    known = language_of_path(back)
    target = (
        f"/{chosen}{back.removeprefix('/' + known)}"
        if known
        else url_for("public.home.show", language=chosen)
    )
    response = make_response(redirect(target, 303))
    response.set_cookie(
        LANGUAGE_COOKIE, chosen, max_age=display.A_YEAR, secure=_is_secure(), httponly=True, samesite="Lax"
    )
    return _unkept(response)


def _page(form: DisplayForm, back: str) -> Response:
    kept = request.cookies.get(LANGUAGE_COOKIE)
    return _unkept(
        make_response(render_template("public/display/edit.html", form=form, back=back, kept=kept))
    )


def _unkept(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


def _speak(back: str) -> None:
    g.language = language_of_path(back) or preferred_language()


def _refuse_other_sites() -> None:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        abort(403)


def _is_secure() -> bool:
    address: str = current_app.extensions["settings"].public_url
    return address.startswith("https://")
