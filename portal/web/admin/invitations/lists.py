"""Inviting from a file: a dry run, line by line, then everybody whose line is good.

Between the two the lines travel in the page, sealed for the person who read them: no number, museum or role is taken
from what comes back, and the lines are checked again before anything is written.
"""

from typing import Any

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.file import FileField
from itsdangerous import BadSignature, URLSafeTimedSerializer
from wtforms import HiddenField

from portal.db import db
from portal.domain.accounts import Permission, invitation_list
from portal.domain.accounts.invitation_list import (
    MAX_BYTES,
    Encoding,
    Fault,
    Line,
    NotAListError,
    Plan,
    Problem,
    Sheet,
)
from portal.web.admin.invitations import words
from portal.web.admin.invitations.room import blueprint, send
from portal.web.kit import clock, gate
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l, ngettext
from portal.web.kit.once import CreateForm, made_once

KEPT_FOR = 3600
LARGEST = 400_000
"""Signs of a sealed list: below what a form may hold."""


class ListForm(BaseForm):
    """The file."""

    file = FileField(_l("Fichier CSV"))


class ConfirmForm(CreateForm):
    """The lines that were read, sealed."""

    reprise_list = HiddenField()


@blueprint.get("/liste/")
@gate.requires(Permission.INVITATIONS_MANAGE)
def new_list() -> ResponseReturnValue:
    """Ask for the file, and say what it holds."""
    return _upload(ListForm(formdata=None))


@blueprint.post("/liste/")
@gate.requires(Permission.INVITATIONS_MANAGE)
def check_list() -> ResponseReturnValue:
    """Read the file and say what each line would do; nothing is written."""
    form = ListForm()
    if not form.file.data:
        form.file.errors = [_("Choisissez un fichier.")]
        return _upload(form)
    try:
        sheet = invitation_list.read(form.file.data.read(MAX_BYTES + 1))
        sealed = _seal(sheet)
    except NotAListError as error:
        form.file.errors = [words.of_file(error)]
        return _upload(form)
    return _dry_run(invitation_list.check(sheet), sheet, ConfirmForm(formdata=None, reprise_list=sealed))


@blueprint.post("/liste/envoyer/")
@gate.requires(Permission.INVITATIONS_MANAGE)
def create_list() -> ResponseReturnValue:
    """Invite everybody whose line is good, in one go."""
    form, by, now = ConfirmForm(), gate.actor(), clock.now()
    sheet = _unseal(form.reprise_list.data)
    if sheet is None:
        again = ListForm(formdata=None)
        again.file.errors = [_("Cette vérification est trop ancienne : choisissez de nouveau le fichier.")]
        return _upload(again)
    plan = invitation_list.check(sheet)
    if not form.validate() or not plan.good:
        return _dry_run(plan, sheet, form)

    def invite() -> str:
        sent = invitation_list.send(plan.good, by=by, now=now)
        for one in sent:
            send(one)
        _tell(len(sent), len(plan.problems))
        return url_for(".index")

    return redirect(made_once(db.session(), form, by.id, now, invite), 303)


def _tell(sent: int, left: int) -> None:
    flash(ngettext("%(num)s invitation part.", "%(num)s invitations partent.", sent), "info")
    if left:
        sentence = ngettext(
            "%(num)s ligne est laissée de côté.", "%(num)s lignes sont laissées de côté.", left
        )
        flash(sentence, "warning")


def _upload(form: ListForm) -> ResponseReturnValue:
    return render_template("admin/invitations/new_list.html", form=form), form.status


def _dry_run(plan: Plan, sheet: Sheet, form: ConfirmForm) -> ResponseReturnValue:
    page = render_template(
        "admin/invitations/check_list.html",
        plan=plan,
        renewals=sum(line.is_renewal for line in plan.good),
        encoding=words.ENCODINGS[sheet.encoding],
        form=form,
        words=words,
    )
    return page, 200 if plan.good and not form.errors else 422


def _sealer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.config["SECRET_KEY"]), salt="invitation-list")


def _seal(sheet: Sheet) -> str:
    packed: dict[str, Any] = {
        "for": gate.actor().id,
        "encoding": sheet.encoding.value,
        "lines": [
            [line.number, line.museum, line.email, line.name, line.role, line.language]
            for line in sheet.lines
        ],
        "problems": [
            [problem.number, problem.field.value if problem.field else None, problem.fault.value]
            for problem in sheet.problems
        ],
    }
    sealed = str(_sealer().dumps(packed))
    if len(sealed) > LARGEST:
        raise NotAListError(Fault.TOO_BIG)
    return sealed


def _unseal(sealed: str | None) -> Sheet | None:
    """Return the lines that this very person had read within the hour."""
    try:
        packed = _sealer().loads(sealed or "", max_age=KEPT_FOR)
    except BadSignature:
        return None
    if packed["for"] != gate.actor().id:
        return None
    problems = [
        Problem(number, invitation_list.Field(field) if field else None, Fault(fault))
        for number, field, fault in packed["problems"]
    ]
    return Sheet(
        Encoding(packed["encoding"]), tuple(Line(*line) for line in packed["lines"]), tuple(problems)
    )
