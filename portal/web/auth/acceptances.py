"""`/invitation/<secret>/`: somebody opens an invitation, perhaps on a telephone, perhaps too late."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from portal.domain import museums
from portal.domain.accounts import (
    Invitation,
    acceptance,
    administrators,
    invitation_states,
    passwords,
    profile,
)
from portal.domain.accounts.acceptance import Newcomer
from portal.domain.accounts.errors import InvitationClosedError, NotFoundError, NotTheGuestError
from portal.domain.accounts.invitation_states import Link, Opened
from portal.web import mailers
from portal.web.kit import clock, gate, sessions, transaction
from portal.web.kit.fields import NameField, NewPasswordField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l

blueprint = Blueprint("acceptances", __name__, url_prefix="/invitation")

STATUS = {Link.OPEN: 200, Link.UNKNOWN: 404}
GONE = 410


class NewcomerForm(BaseForm):
    """What somebody without an account says of themselves."""

    name = NameField(_l("Votre nom"), (filled(_l("Écrivez votre nom.")),))
    language = RadioField(
        _l("Langue de votre espace"),
        choices=[SelectChoice("fr", _l("Français")), SelectChoice("oc", _l("Occitan"))],
        default="fr",
    )
    way = RadioField(
        _l("Pour revenir"),
        choices=[
            SelectChoice("link", _l("Sans mot de passe")),
            SelectChoice("password", _l("Un mot de passe")),
        ],
        default="link",
    )
    password = NewPasswordField(_l("Mot de passe"))
    own_words: tuple[str, ...] = ()

    def validate_way(self, field: Any) -> None:
        """Ask for the password that was chosen as the way in."""
        if field.data == "password" and not self.password.data:
            raise ValidationError(_("Écrivez le mot de passe, ou choisissez « Sans mot de passe »."))


@blueprint.get("/<secret>/")
@gate.open_door
def show(secret: str) -> ResponseReturnValue:
    """Say who invites, to what, until when; and what to do where the link is no longer good."""
    now = clock.now()
    opened = invitation_states.look(secret, now)
    if opened.link is Link.OPEN and opened.invitation and opened.invitation.opened_at is None:
        transaction.begin_writing()
        acceptance.mark_opened(secret, now)
    return _page(secret)


@blueprint.post("/<secret>/")
@gate.open_door
def create(secret: str) -> ResponseReturnValue:
    """Accept: as the person signed in, or as somebody new."""
    person, newcomer = gate.actor_or_none(), None
    opened = invitation_states.look(secret, clock.now())
    if opened.link is not Link.OPEN:
        return _page(secret)
    if person is None and opened.owner is None:
        form = _newcomer_form(opened.invitation)
        if not form.validate():
            return _page(secret, form, 422)
        transaction.pause()
        digest = passwords.digest(form.password.data) if form.way.data == "password" else None
        newcomer = Newcomer(form.name.data, form.language.data, digest)
    transaction.begin_writing()
    try:
        accepted = acceptance.accept(secret, person=person, newcomer=newcomer, now=clock.now())
    except (InvitationClosedError, NotFoundError):
        return _page(secret)
    except NotTheGuestError:
        return _page(secret, status=409)
    return _enter(accepted)


@blueprint.post("/<secret>/refuser/")
@gate.open_door
def refuse(secret: str) -> ResponseReturnValue:
    """Say no."""
    transaction.begin_writing()
    try:
        acceptance.refuse(secret, now=clock.now())
    except (InvitationClosedError, NotFoundError):
        return _page(secret)
    return render_template("auth/acceptances/refused.html")


@blueprint.post("/<secret>/redemander/")
@gate.open_door
def renew(secret: str) -> ResponseReturnValue:
    """Ask who invited, or the association in their place, for a new link."""
    now = clock.now()
    transaction.begin_writing()
    try:
        invitation = acceptance.ask_renewal(secret, now=now)
    except (InvitationClosedError, NotFoundError):
        return _page(secret)
    if invitation is not None:
        inviter = profile.by_id(acceptance.answers_to(invitation) or 0)
        for reader in [inviter] if inviter else administrators.all_of_them():
            mailers.invitation_renewal_asked(invitation, reader, museum=_house(invitation), now=now)
    return render_template("auth/acceptances/asked.html")


@blueprint.post("/<secret>/changer-de-compte/")
@gate.open_door
def switch(secret: str) -> ResponseReturnValue:
    """Sign out of an account that is not the guest's, and come back to the invitation."""
    sessions.end()
    return redirect(url_for(".show", secret=secret), 303)


def _enter(accepted: acceptance.Accepted) -> ResponseReturnValue:
    if accepted.is_new:
        sessions.begin(accepted.user.id)
        profile.signed_in(accepted.user, way="invitation", now=clock.now())
    flash(_("Bienvenue ! Votre espace est ouvert."), "info")
    if accepted.museum_id is None:
        return redirect(url_for("admin.overview.show"), 303)
    entry = museums.guide().by_id.get(accepted.museum_id)
    if entry is None:
        return redirect(url_for("dashboard.spaces.index"), 303)
    return redirect(url_for("dashboard.overview.show", museum=entry.slug), 303)


def _newcomer_form(invitation: Invitation | None) -> NewcomerForm:
    form = NewcomerForm(
        name=invitation.name if invitation else "", language=(invitation and invitation.language) or "fr"
    )
    form.own_words = (form.name.data or "", (invitation and invitation.email) or "")
    return form


def _page(secret: str, form: NewcomerForm | None = None, status: int | None = None) -> ResponseReturnValue:
    """Show what the link opens at this moment, with the status that says so."""
    opened = invitation_states.look(secret, clock.now())
    invitation = opened.invitation
    inviter = profile.by_id(invitation.invited_by_id) if invitation and invitation.invited_by_id else None
    html = render_template(
        "auth/acceptances/show.html",
        secret=secret,
        opened=opened,
        link=opened.link.value,
        invitation=invitation,
        form=form or _newcomer_form(invitation),
        is_guest=acceptance.is_the_guest(opened, gate.actor_or_none()),
        inviter=inviter.name if inviter and inviter.name else _("L’association"),
        house=_house(invitation) if invitation and _is_told(opened) else None,
    )
    return html, status or STATUS.get(opened.link, GONE)


def _is_told(opened: Opened) -> bool:
    """Return whether the page names the museum: not once the invitation was taken back."""
    return opened.link is not Link.REVOKED


def _house(invitation: Invitation) -> Any:
    entry = museums.guide().by_id.get(invitation.museum_id or 0)
    return entry.name if entry else None
