"""The journal as a file: a spreadsheet to read, or JSON to check the chain elsewhere."""

import json
from typing import Any

from flask import Response, request
from flask.typing import ResponseReturnValue

from portal.config import PARIS
from portal.domain import journal
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.journal import AuditEvent
from portal.web.admin.journal import filters, names, telling, words
from portal.web.admin.journal.blueprint import blueprint
from portal.web.admin.journal.names import Names
from portal.web.kit import clock, gate, transaction
from portal.web.kit.messages import _
from portal.web.kit.spreadsheets import csv_answer

RAW = (
    "id",
    "action",
    "actor_id",
    "on_behalf_of_id",
    "museum_id",
    "subject",
    "before",
    "after",
    "network",
    "channel",
    "previous_digest",
    "digest",
)


@blueprint.get("/journal.csv")
@gate.requires(Permission.JOURNAL_READ)
def as_spreadsheet() -> ResponseReturnValue:
    """Give the lines looked for with the names of today."""
    lines, known = _taken()
    head = [
        _("Ligne"),
        _("Quand"),
        _("Qui"),
        _("Vu comme"),
        _("Musée"),
        _("Quoi"),
        _("Sur"),
        _("Avant"),
        _("Après"),
        _("D’où"),
    ]
    return csv_answer("journal", head, [_row(line, known) for line in lines])


@blueprint.get("/journal.json")
@gate.requires(Permission.JOURNAL_READ)
def as_json() -> ResponseReturnValue:
    """Give the lines looked for as they are kept, digests included."""
    lines, _known = _taken()
    held = json.dumps([_raw(line) for line in lines], ensure_ascii=False, indent=1)
    response = Response(held, mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="journal.json"'
    return response


def _taken() -> tuple[list[AuditEvent], Names]:
    """Return the lines looked for, and write in the journal that they were taken."""
    transaction.begin_writing()
    known = names.read()
    asked = filters.read(request.args, known, {code: code for code in journal.actions()})
    lines = list(journal.lines(asked.wanted))
    note("journal.exported", by=gate.actor(), now=clock.now(), after={"rows": len(lines)})
    return lines, known


def _row(line: AuditEvent, known: Names) -> list[str]:
    changes = telling.changes(line)
    return [
        str(line.id),
        line.at.astimezone(PARIS).isoformat(),
        known.person(line.actor_id),
        known.person(line.on_behalf_of_id) if line.on_behalf_of_id else "",
        known.museums[line.museum_id][1] if line.museum_id in known.museums else "",
        words.action(line.action),
        known.subject(line),
        ", ".join(f"{change.name} : {change.before}" for change in changes if change.before),
        ", ".join(f"{change.name} : {change.after}" for change in changes if change.after),
        " ".join(
            part for part in (str(words.CHANNELS.get(line.channel, line.channel)), line.network) if part
        ),
    ]


def _raw(line: AuditEvent) -> dict[str, Any]:
    return {"at": line.at.isoformat()} | {name: getattr(line, name) for name in RAW}
