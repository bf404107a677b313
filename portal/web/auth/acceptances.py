"""`/invitation/<secret>/`: somebody opens an invitation, perhaps on a telephone, perhaps too late."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from portal.domain import museums
from portal.domain.accounts import Invitation, User, arriving, invitations, passwords, profile, tokens
from portal.domain.accounts.errors import AlreadyMemberError, InvitationClosedError
from portal.web import mailers
from portal.web.kit import clock, gate, sessions, transaction
from portal.web.kit.fields import NameField, NewPasswordField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l

blueprint = Blueprint("acceptances", __name__, url_prefix="/invitation")


class NewcomerForm(BaseForm):
    """What somebody without an account says of themselves."""

    name = NameField(_l("Votre nom"), (filled(_l("Écrivez votre nom.")),))
    language = SelectField(
        _l("Langue de votre espace"),
        choices=[SelectChoice("fr", _l("Français")), SelectChoice("oc", _l("Occitan"))],
        default="fr",
    )
    password = NewPasswordField(_l("Mot de passe"))
    own_words: tuple[str, ...] = ()


@blueprint.get("/<secret>/")
@gate.open_door
def show(secret: str) -> ResponseReturnValue:
    """Say who invites, to what, until when; and what to do where the link is no longer good."""
    now = clock.now()
    state, invitation = invitations.peek(secret, now)
    if state is tokens.State.VALID and invitation is not None and invitation.opened_at is None:
        transaction.begin_writing()
        state, invitation = invitations.peek(secret, now)
        if invitation is not None:
            invitations.opened(invitation, now)
    return _page(secret, state, invitation, _newcomer_form(invitation))


@blueprint.post("/<secret>/accepter/")
@gate.open_door
def create(secret: str) -> ResponseReturnValue:
    """Accept: as the person signed in, or as somebody new."""
    now = clock.now()
    state, invitation = invitations.peek(secret, now)
    if state is not tokens.State.VALID or invitation is None:
        return _page(secret, state, invitation, _newcomer_form(invitation)), 410
    known, person = profile.by_email(invitation.email), gate.actor_or_none()
    form = _newcomer_form(invitation)
    if known is not None or person is not None:
        if known is None or person is None or known.id != person.id:
            return _page(secret, state, invitation, form), 409
        transaction.begin_writing()
        return _accept(secret, known.id, is_new=False)
    if not form.validate():
        return _page(secret, state, invitation, form), 422
    transaction.pause()
    digest = passwords.digest(form.password.data) if form.password.data else None
    transaction.begin_writing()
    newcomer = arriving.newcomer(
        invitations.peek(secret, now)[1], form.name.data, form.language.data, digest, now=now
    )
    if newcomer is None:
        return redirect(url_for(".show", secret=secret), 303)
    return _accept(secret, newcomer.id, is_new=True)


@blueprint.post("/<secret>/refuser/")
@gate.open_door
def refuse(secret: str) -> ResponseReturnValue:
    """Say no."""
    now = clock.now()
    transaction.begin_writing()
    if invitations.refuse(secret, now) is None:
        state, invitation = invitations.peek(secret, now)
        return _page(secret, state, invitation, _newcomer_form(invitation)), 410
    return render_template("auth/acceptances/refused.html")


@blueprint.post("/<secret>/redemander/")
@gate.open_door
def renew(secret: str) -> ResponseReturnValue:
    """Ask who invited for a new link."""
    now = clock.now()
    transaction.begin_writing()
    _state, invitation = invitations.peek(secret, now)
    try:
        tell = invitation is not None and invitations.ask_again(invitation, now)
    except InvitationClosedError:
        tell = False
    inviter = profile.by_id(invitation.invited_by_id) if invitation and invitation.invited_by_id else None
    if tell and invitation and inviter and inviter.may_sign_in and inviter.email:
        mailers.invitation_renewal_asked(invitation, inviter, museum=_museum_name(invitation), now=now)
    return render_template("auth/acceptances/asked.html")


def _accept(secret: str, user_id: int, *, is_new: bool) -> ResponseReturnValue:
    now = clock.now()
    user = profile.by_id(user_id)
    if user is None:
        return redirect(url_for(".show", secret=secret), 303)
    try:
        invitation = invitations.accept(secret, user, by=profile.acting(user), now=now)
    except AlreadyMemberError:
        flash(_("Vous êtes déjà dans cette équipe."), "info")
        return redirect(url_for("dashboard.spaces.index"), 303)
    if invitation is None:
        return _lost(secret)
    if is_new:
        sessions.begin(user.id)
        profile.signed_in(user, way="invitation", now=now)
    flash(_("Bienvenue ! Votre espace est ouvert."), "info")
    entry = museums.guide().by_id.get(invitation.museum_id or 0)
    if entry is None:
        return redirect(url_for("dashboard.spaces.index"), 303)
    return redirect(url_for("dashboard.overview.show", museum=entry.slug), 303)


def _lost(secret: str) -> ResponseReturnValue:
    """Answer who pressed a moment after somebody else: nothing of what they began is kept."""
    state, invitation = invitations.peek(secret, clock.now())
    return _page(secret, state, invitation, _newcomer_form(invitation)), 410


def _newcomer_form(invitation: Invitation | None) -> NewcomerForm:
    form = NewcomerForm(
        name=invitation.name if invitation else "", language=(invitation and invitation.language) or "fr"
    )
    form.own_words = (form.name.data or "", (invitation and invitation.email) or "")
    return form


def _page(secret: str, state: tokens.State, invitation: Invitation | None, form: NewcomerForm) -> str:
    is_good = state is tokens.State.VALID and invitation is not None
    known = profile.by_email(invitation.email) if is_good and invitation else None
    inviter: User | None = (
        profile.by_id(invitation.invited_by_id) if invitation and invitation.invited_by_id else None
    )
    values: dict[str, Any] = {
        "secret": secret,
        "state": state,
        "invitation": invitation,
        "form": form,
        "known": known,
        "inviter": inviter,
        "house": _museum_name(invitation) if invitation else None,
        "may_ask": state is tokens.State.EXPIRED and invitation is not None and invitation.is_pending,
    }
    return render_template("auth/acceptances/show.html", **values)


def _museum_name(invitation: Invitation) -> Any:
    entry = museums.guide().by_id.get(invitation.museum_id or 0)
    return entry.name if entry else None
