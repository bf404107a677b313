"""Whose texts are read when: a museum's rule, kind by kind, and one rule for several museums at once."""

from collections.abc import Iterable, Mapping

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import museums, revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import Told, note_all
from portal.domain.folding import fold
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Policy
from portal.web.admin.moderation import words
from portal.web.admin.moderation.blueprint import blueprint
from portal.web.admin.moderation.one import rule_of
from portal.web.admin.questions import Asking
from portal.web.kit import authors, clock, gate
from portal.web.kit.kinds import REVIEWED, Kind
from portal.web.kit.messages import _, ngettext
from portal.web.kit.pagination import Page

PER_PAGE = 50
EVERY_KIND = "tout"
RULE = "/regles/<int(max=2147483647):museum_id>/"

Wanted = Mapping[str, Policy]
"""The policy that each kind is to have."""


@blueprint.route("/regles/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_REVIEW)
def set_many() -> ResponseReturnValue:
    """Show every museum's rule; sent, set one for the museums that are ticked, or for all those found."""
    if request.method == "GET":
        return _list()
    by_id = {str(museum.id): museum for museum in museums.guide().museums}
    chosen = [by_id[value] for value in request.form.getlist("museum") if value in by_id]
    if request.form.get("everywhere") == "1":
        chosen = _found(request.form.get("q", ""))
    kinds = [each for each in REVIEWED if request.form.get("kind") in {EVERY_KIND, each.kind}]
    policy = _policy(request.form.get("policy"))
    if not chosen or not kinds or policy is None:
        flash(_("Cochez des musées, puis choisissez une sorte de page et une règle."), "warning")
        return _list(), 422
    wanted = {each.kind: _at_most(each, policy) for each in kinds}
    changed = _set({museum.id: wanted for museum in chosen})
    flash(
        ngettext(
            "La règle de %(num)s musée est changée.", "La règle de %(num)s musées est changée.", changed
        ),
        "info",
    )
    if any(kept is not policy for kept in wanted.values()):
        flash(
            _("Les fermetures et les pannes paraissent toujours aussitôt : elles se regardent après."), "info"
        )
    return redirect(url_for(".set_many", q=request.form.get("q") or None), 303)


@blueprint.route(RULE, methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_REVIEW)
def edit(museum_id: int) -> ResponseReturnValue:
    """Show a museum's rule; sent, set it."""
    museum = museums.guide().by_id.get(museum_id) or abort(404)
    decided = revisions.policies_of(db.session(), museum.id)
    if request.method == "GET":
        return render_template(
            "admin/moderation/rule.html",
            house=museum,
            kinds=REVIEWED,
            decided=decided,
            policies=policies,
            words=words,
            usual=Policy.TRUSTED,
        )
    sent = {each.kind: _policy(request.form.get(f"regle-{each.kind}")) for each in REVIEWED}
    wanted = {
        each.kind: _at_most(each, policy) for each in REVIEWED if (policy := sent[each.kind]) is not None
    }
    if _set({museum.id: wanted}):
        flash(_("La règle de ce musée est changée."), "info")
    else:
        flash(_("Rien n’a changé : c’était déjà la règle."), "info")
    return redirect(url_for(".edit", museum_id=museum.id), 303)


def policies(kind: Kind) -> list[Policy]:
    """Return the policies that a kind may have."""
    return [policy for policy in Policy if policy is not Policy.BEFORE or not kind.block.is_urgent]


def _list() -> str:
    asking = Asking(request.args)
    text = asking.text("q")
    page = Page.of(_found(text), asking.page(), PER_PAGE)
    if page is None:
        abort(404)
    return render_template(
        "admin/moderation/rules.html",
        text=text,
        page=page,
        total=len(_found(text)),
        rules=_rules(page.items),
        address=lambda page=1: url_for(".set_many", q=text or None, page=page if page > 1 else None),
        kinds=REVIEWED,
        every_kind=EVERY_KIND,
        policies=list(Policy),
        usual=Policy.TRUSTED,
        words=words,
    )


def _rules(shown: Iterable[MuseumEntry]) -> Mapping[int, list[tuple[Policy, list[Kind]]]]:
    known = revisions.all_policies(db.session())
    return {museum.id: rule_of(known.get(museum.id, {})) for museum in shown}


def _found(text: str) -> list[MuseumEntry]:
    wanted = fold(text).split()
    return [museum for museum in museums.guide().museums if _says(museum, wanted)]


def _says(museum: MuseumEntry, wanted: Iterable[str]) -> bool:
    said = fold(f"{museum.name.fr} {museum.name.oc or ''} {museum.town.name.fr} {museum.departement.name.fr}")
    return all(word in said for word in wanted)


def _policy(typed: str | None) -> Policy | None:
    return next((policy for policy in Policy if policy.value == typed), None)


def _at_most(kind: Kind, policy: Policy) -> Policy:
    """Return the policy that a kind may have which comes nearest."""
    return Policy.AFTER if policy is Policy.BEFORE and kind.block.is_urgent else policy


def _set(wanted: Mapping[int, Wanted]) -> int:
    """Set rules, each museum's told on a line of the journal; return how many museums' changed."""
    session, now, person = db.session(), clock.now(), gate.actor()
    entries, known = museums.guide().by_id, revisions.all_policies(session)
    told: list[Told] = []
    for museum_id, kinds in wanted.items():
        by, before = authors.author(entries[museum_id]), known.get(museum_id, {})
        changed = {kind: new for kind, new in kinds.items() if before.get(kind, Policy.TRUSTED) is not new}
        for kind, policy in changed.items():
            revisions.set_policy(session, museum_id, kind, policy, by=by, now=now)
        if changed:
            old = {kind: before.get(kind, Policy.TRUSTED).value for kind in changed}
            new_ = {kind: policy.value for kind, policy in changed.items()}
            told.append(Told("review.policy_changed", museum_id, None, old, new_))
    if told:
        note_all(told, by=person, now=now)
    return len(told)
