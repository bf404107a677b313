"""`/admin/comptes/`: the accounts, to search and to sort, and each of them."""

import json

from flask import Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from portal.domain import museums
from portal.domain.accounts import Permission, directory, passkeys, personal_data, presence, second_factor
from portal.domain.accounts import sessions as rows
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.directory import Account
from portal.domain.accounts.presence import Standing
from portal.domain.accounts.seeking import seek
from portal.web.admin import moments
from portal.web.admin.accounts import acts, filters, words
from portal.web.admin.accounts.blueprint import ONE, account, blueprint, living
from portal.web.kit import clock, gate, labels, transaction
from portal.web.kit.messages import _
from portal.web.kit.pagination import Page
from portal.web.kit.spreadsheets import csv_answer

PER_PAGE = 50


@blueprint.get("/")
@gate.requires(Permission.ACCOUNTS_MANAGE)
def index() -> ResponseReturnValue:
    """Show the accounts that answer what is asked."""
    asked, now = filters.read(request.args), clock.now()
    everybody = directory.everybody()
    found = seek(everybody, asked.question, now)
    page = Page.of(found, asked.page, PER_PAGE)
    if page is None:
        abort(404)
    empty = [each for each in presence.everywhere(everybody, now) if each.standing is Standing.NOBODY]
    return render_template(
        "admin/accounts/index.html",
        asked=asked,
        page=page,
        total=len(found),
        figures=directory.figures(everybody, now),
        empty=len(empty),
        words=words,
        roles=words.role_choices(),
        acts=[act for act in acts.ACTS.values() if act.slug != "retablir"],
        state_choices=[(state.value, name) for state, name in words.STATES.items()],
        visit_choices=[(visit.value, name) for visit, name in words.VISITS.items()],
        museum_choices=[(entry.slug, entry.name.fr) for entry in museums.guide().museums],
        now=now,
        moments=moments,
    )


@blueprint.get("/comptes.csv")
@gate.requires(Permission.ACCOUNTS_MANAGE)
def export() -> ResponseReturnValue:
    """Give the accounts that answer what is asked as a spreadsheet; the journal says who took it."""
    transaction.begin_writing()
    asked, now = filters.read(request.args), clock.now()
    found = seek(directory.everybody(), asked.question, now)
    note("accounts.exported", by=gate.actor(), now=now, after={"rows": len(found)})
    head = [_("Nom"), _("Courriel"), _("Musées et rôles"), _("Association"), _("Dernière visite"), _("État")]
    return csv_answer("comptes", head, [_row(found_account) for found_account in found])


@blueprint.get(ONE)
@gate.requires(Permission.ACCOUNTS_MANAGE)
def show(user_id: int) -> ResponseReturnValue:
    """Show one account: where it works, from where it is signed in, and what may be done."""
    user = account(user_id)
    known = next(found for found in directory.everybody() if found.id == user.id)
    return render_template(
        "admin/accounts/show.html",
        user=user,
        account=known,
        words=words,
        is_me=user.id == gate.actor().id,
        sessions=rows.of_user(user.id),
        keys=passkeys.of_user(user.id),
        codes_left=second_factor.codes_left(user),
        acts=acts.offered(user, gate.actor()),
        moments=moments,
        now=clock.now(),
    )


@blueprint.post(f"{ONE}donnees.json")
@gate.requires(Permission.ACCOUNTS_MANAGE)
def give(user_id: int) -> ResponseReturnValue:
    """Give everything held about a person as a file, which they asked for (RGPD, article 15)."""
    user = living(user_id)
    held = json.dumps(personal_data.export(user), ensure_ascii=False, indent=2)
    note("account.exported", by=gate.actor(), now=clock.now(), subject=f"user:{user.id}")
    response = Response(held, mimetype="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="compte-{user.id}.json"'
    return response


def _row(found: Account) -> list[str]:
    places = [f"{work.name.fr} ({labels.role_name(work.role)})" for work in found.works]
    return [
        found.name,
        found.email or "",
        ", ".join(places),
        ", ".join(str(labels.role_name(right)) for right in found.rights),
        found.signed_in_at.date().isoformat() if found.signed_in_at else _("jamais"),
        str(words.STATES[found.state]),
    ]
