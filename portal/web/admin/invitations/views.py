"""`/admin/invitations/`: the board, to search, to take away, to write again to those it shows."""

from flask import abort, flash, redirect, render_template
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import museums
from portal.domain.accounts import Permission, invitation_board, invitations
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.errors import NotFoundError
from portal.domain.accounts.invitation_board import Line
from portal.web.admin import moments
from portal.web.admin.invitations import filters, words
from portal.web.admin.invitations.room import blueprint, send
from portal.web.kit import clock, gate, labels, transaction
from portal.web.kit.messages import _, ngettext
from portal.web.kit.once import CreateForm, made_once
from portal.web.kit.pagination import Page
from portal.web.kit.spreadsheets import csv_answer

PER_PAGE = 50


@blueprint.get("/")
@gate.requires(Permission.INVITATIONS_MANAGE)
def index() -> ResponseReturnValue:
    """Show what answers the question, with how many each state would give."""
    asked = filters.read()
    board = invitation_board.board(asked.filter, clock.now())
    page = Page.of(board.lines, asked.page, PER_PAGE)
    if page is None:
        abort(404)
    return render_template(
        "admin/invitations/index.html",
        asked=asked,
        page=page,
        board=board,
        resendable=sum(line.may_be_sent_again for line in board.lines),
        spelled=filters.SPELLED,
        words=words,
        moments=moments,
        departement_choices=[(d.code, d.name.fr) for d in museums.guide().departements.values()],
        state_choices=[(spelled, words.STATES[state]) for spelled, state in filters.SPELLED.items()],
    )


@blueprint.route("/renvoyer/", methods=["GET", "POST"])
@gate.requires(Permission.INVITATIONS_MANAGE)
def send_all_again() -> ResponseReturnValue:
    """Write again to everybody whom the question shows and whom a new letter may help, once sure."""
    asked, form, now, by = filters.read(), CreateForm(), clock.now(), gate.actor()
    lines = [line for line in invitation_board.board(asked.filter, now).lines if line.may_be_sent_again]
    if not form.is_submitted() or not form.validate():
        page = render_template("admin/invitations/send_all_again.html", asked=asked, lines=lines, form=form)
        return page, form.status

    def write() -> str:
        count = sum(_is_sent_again(line) for line in lines)
        flash(ngettext("%(num)s lettre repart.", "%(num)s lettres repartent.", count), "info")
        return asked.address()

    return redirect(made_once(db.session(), form, by.id, now, write), 303)


@blueprint.get("/invitations.csv")
@gate.requires(Permission.INVITATIONS_MANAGE)
def export() -> ResponseReturnValue:
    """Give what the board shows as a spreadsheet; the journal says who took it."""
    transaction.begin_writing()
    asked, now = filters.read(), clock.now()
    lines = invitation_board.board(asked.filter, now).lines
    note("invitations.exported", by=gate.actor(), now=now, after={"rows": len(lines)})
    head = [
        _("Musée"),
        _("Commune"),
        _("Département"),
        _("Muséofile"),
        _("Nom"),
        _("Courriel"),
        _("Rôle"),
        _("État"),
        _("Depuis le"),
    ]
    return csv_answer("invitations", head, [_row(line) for line in lines])


def _is_sent_again(line: Line) -> bool:
    if line.invitation_id is None:
        return False
    try:
        send(invitations.send_again(line.invitation_id, by=gate.actor(), now=clock.now()))
    except NotFoundError:  # answered a moment ago
        return False
    return True


def _row(line: Line) -> list[str]:
    museum = line.museum
    where = ["", "", "", ""]
    if museum is not None:
        where = [
            museum.name.fr,
            museum.town.name.fr,
            museum.departement.name.fr,
            museum.museofile_id or "",
        ]
    role = str(labels.role_name(line.role)) if line.role else ""
    since = line.since.date().isoformat() if line.since else ""
    return [*where, line.name, line.email, role, str(words.STATES[line.state]), since]
