"""The page of each act: what will happen, why it is done, and the button."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField

from portal.domain import museums
from portal.domain.accounts import Permission, User, administration, team
from portal.domain.accounts.errors import (
    AddressTakenError,
    LastAdminError,
    LastManagerError,
    MayNotGrantError,
)
from portal.domain.accounts.reasons import LONGEST, ReasonMissingError, ReasonNamesSomebodyError
from portal.domain.errors import DomainError
from portal.domain.museums import MuseumEntry
from portal.web import mailers
from portal.web.admin.accounts.acts import ACTS, Act, Given, Outcome, offered
from portal.web.admin.accounts.blueprint import ONE, blueprint, living
from portal.web.kit import clock, gate
from portal.web.kit.fields import AddressField, LongTextField, filled
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import LazyString, _, _l
from portal.web.kit.redirects import safe_next

REASON = _l("Pourquoi")

REFUSALS: dict[type[DomainError], tuple[str, LazyString]] = {
    ReasonMissingError: ("reason", _l("Écrivez en quelques mots pourquoi : le journal le garde.")),
    ReasonNamesSomebodyError: (
        "reason",
        _l("N’écrivez ici ni nom ni adresse : le journal ne s’efface jamais, une personne si."),
    ),
    LastManagerError: (
        "hand_over",
        _l(
            "C’est la dernière personne responsable d’un musée : confiez-le à l’association, ou nommez quelqu’un d’abord."
        ),
    ),
    LastAdminError: (
        "",
        _l("C’est la seule personne qui administre le portail : nommez-en une autre d’abord."),
    ),
    MayNotGrantError: ("", _l("Cela ne se fait pas sur ce compte.")),
    AddressTakenError: ("email", _l("Un autre compte a déjà cette adresse.")),
}


class ActForm(BaseForm):
    """Why, and what becomes of the museums left alone."""

    reason = LongTextField(REASON, longest=LONGEST)
    hand_over = BooleanField(_l("Confier ces musées à l’association"))


class AddressForm(BaseForm):
    """An address that answers, and how one knows it."""

    email = AddressField(_l("Adresse qui répond"), (filled(_l("Écrivez une adresse.")),))
    reason = LongTextField(
        REASON, (filled(_l("Écrivez en quelques mots pourquoi : le journal le garde.")),), longest=LONGEST
    )


@blueprint.route(f"{ONE}<slug:slug>/", methods=["GET", "POST"])
@gate.requires(Permission.ACCOUNTS_MANAGE)
def act(user_id: int, slug: str) -> ResponseReturnValue:
    """Say what an act does; sent, do it."""
    user, chosen, form = living(user_id), ACTS.get(slug) or abort(404), ActForm()
    if chosen not in offered(user, gate.actor()):
        abort(404)
    if not chosen.asks_reason:
        del form.reason
    else:
        form.reason.flags.required = True
    if form.is_submitted() and form.validate():
        outcome = _tried(chosen, user, form)
        if outcome is not None:
            if outcome.sentence:
                flash(outcome.sentence, "info")
            return redirect(safe_next(outcome.address, "/admin/"), 303)
    page = render_template(
        "admin/accounts/act.html",
        user=user,
        act=chosen,
        form=form,
        alone=alone(user) if chosen.may_orphan else [],
    )
    return page, form.status


@blueprint.route(f"{ONE}adresse/", methods=["GET", "POST"])
@gate.requires(Permission.ACCOUNTS_MANAGE)
def correct_address(user_id: int) -> ResponseReturnValue:
    """Correct an address that does not answer."""
    user = living(user_id)
    if user.id == gate.actor().id:
        return redirect(url_for("account.overview.show"), 303)
    form = AddressForm(email=user.email)
    if form.is_submitted() and form.validate() and _is_corrected(user, form):
        return redirect(url_for(".show", user_id=user.id), 303)
    return render_template("admin/accounts/address.html", user=user, form=form), form.status


def alone(user: User) -> list[MuseumEntry]:
    """Return the museums that would be left without anybody responsible."""
    by_id = museums.guide().by_id
    return [by_id[id_] for id_ in team.orphans_if_gone(user.id) if id_ in by_id]


def refuse(form: BaseForm, error: DomainError) -> None:
    """Say near the right field why something is not done."""
    name, sentence = REFUSALS[type(error)]
    if name in form:
        form[name].errors = [*form[name].errors, str(sentence)]
    else:
        form.form_errors.append(str(sentence))


def _tried(chosen: Act, user: User, form: ActForm) -> Outcome | None:
    reason = form.reason.data or "" if chosen.asks_reason else ""
    try:
        return chosen.run(user, Given(reason, hand_over=form.hand_over.data))
    except tuple(REFUSALS) as error:
        refuse(form, error)
        return None


def _is_corrected(user: User, form: AddressForm) -> bool:
    now = clock.now()
    try:
        former = administration.correct_address(
            user, form.email.folded, by=gate.actor(), now=now, reason=form.reason.data
        )
    except tuple(REFUSALS) as error:
        refuse(form, error)
        return False
    if former:
        mailers.address_changed(user, former, now)
    flash(
        _("L’adresse de ce compte est corrigée.")
        if former
        else _("Cette adresse est de nouveau tenue pour bonne."),
        "info",
    )
    return True
