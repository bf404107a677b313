"""`/admin/lettres/`: the outbox, each letter as it was written, and what an admin may do with it."""

from dataclasses import dataclass, field
from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from portal.domain import letters
from portal.domain.accounts import Permission, invitations, profile
from portal.domain.accounts.chronicle import note
from portal.domain.letters import Letter, State
from portal.web.admin import moments
from portal.web.admin.letters import preview, words
from portal.web.admin.questions import Asking
from portal.web.kit import clock, gate
from portal.web.kit.fields import TextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.headers import CONTENT_SECURITY_POLICY
from portal.web.kit.messages import _, _l
from portal.web.kit.pagination import Page

blueprint = Blueprint("letters", __name__, url_prefix="/lettres")

ONE = "/<int(max=2147483647):letter_id>/"
PER_PAGE = 50


class BounceForm(BaseForm):
    """What the returned letter says."""

    reason = TextField(_l("Ce que dit le retour"), longest=300)


@dataclass(frozen=True)
class Asked:
    """What the list is asked."""

    text: str
    state: State | None
    kept: dict[str, str] = field(default_factory=dict)

    def address(self, **changes: Any) -> str:
        """Return the list's address with some parameters changed."""
        values: dict[str, Any] = {**self.kept, **changes}
        return url_for("admin.letters.index", **values)


@blueprint.get("/")
@gate.requires(Permission.LETTERS_READ)
def index() -> ResponseReturnValue:
    """Show the letters, the latest first."""
    asking = Asking(request.args)
    state = asking.meaning("etat", words.ADDRESSES.get)
    asked = Asked(asking.text("q"), state, asking.kept)
    number = asking.page()
    total = letters.count(asked.state, asked.text)
    pages = max(1, -(-total // PER_PAGE))
    if number > pages:
        abort(404)
    offset = (number - 1) * PER_PAGE
    found = letters.page(asked.state, asked.text, offset=offset, limit=PER_PAGE)
    return render_template(
        "admin/letters/index.html",
        asked=asked,
        page=Page(found, number, pages, offset + 1),
        total=total,
        counts=letters.counts(),
        notices=asking.sentences({"etat": _("État"), "page": _("Page")}),
        words=words,
        moments=moments,
    )


@blueprint.get(ONE)
@gate.requires(Permission.LETTERS_READ)
def show(letter_id: int) -> ResponseReturnValue:
    """Show a letter: its HTML in a frame of its own, its text beside."""
    return _page(_letter(letter_id), BounceForm())


@blueprint.get(f"{ONE}apercu/")
@gate.requires(Permission.LETTERS_READ)
def frame(letter_id: int) -> ResponseReturnValue:
    """Answer the HTML part, for the frame."""
    return preview.answer(_letter(letter_id).html)


@blueprint.post(f"{ONE}revenue/")
@gate.requires(Permission.ACCOUNTS_MANAGE)
def bounce(letter_id: int) -> ResponseReturnValue:
    """Note that a letter came back; the account and the invitation it went to know it too."""
    letter, form, now = _letter(letter_id), BounceForm(), clock.now()
    if not form.validate():
        return _page(letter, form)
    if letter.to_email is None:
        abort(404)
    letters.record_bounce(letter, form.reason.data or _("noté par l’association"), now)
    if letter.user_id:
        profile.letter_bounced(letter.user_id, letter.to_email, now)
    if letter.invitation_id:
        invitations.letter_went(letter.invitation_id, now, has_bounced=True)
    note("letter.bounced", by=gate.actor(), now=now, subject=f"letter:{letter.id}")
    flash(_("C’est noté : cette lettre est revenue."), "info")
    return redirect(url_for(".show", letter_id=letter.id), 303)


@blueprint.post(f"{ONE}renvoyer/")
@gate.requires(Permission.ACCOUNTS_MANAGE)
def send_again(letter_id: int) -> ResponseReturnValue:
    """Put a letter back among those to send."""
    letter, now = _letter(letter_id), clock.now()
    if not letter.may_leave_again:
        abort(404 if letter.to_email is None else 409)
    letters.send_again(letter, now)
    note("letter.sent_again", by=gate.actor(), now=now, subject=f"letter:{letter.id}")
    flash(_("La lettre repart."), "info")
    return redirect(url_for(".show", letter_id=letter.id), 303)


def _letter(letter_id: int) -> Letter:
    return letters.by_id(letter_id) or abort(404)


def _page(letter: Letter, form: BounceForm) -> Response:
    page = render_template(
        "admin/letters/show.html",
        letter=letter,
        text=letters.veiled(letter.text),
        form=form,
        words=words,
        moments=moments,
    )
    response = make_response(page, form.status)
    response.headers["Content-Security-Policy"] = f"{CONTENT_SECURITY_POLICY}; frame-src 'self'"
    return response
