"""`/admin/journal/`: the lines, the latest first; and whether the chain still holds."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from portal.domain import journal
from portal.domain.accounts import Permission
from portal.domain.journal import AuditEvent
from portal.web.admin import moments
from portal.web.admin.journal import filters, names, telling, words
from portal.web.admin.journal.blueprint import blueprint
from portal.web.kit import gate
from portal.web.kit.pagination import Page

PER_PAGE = 50


@blueprint.get("/")
@gate.requires(Permission.JOURNAL_READ)
def index() -> ResponseReturnValue:
    """Show the lines looked for; asked to, check the whole chain."""
    known = names.read()
    actions = {code: words.action(code) for code in journal.actions()}
    asked = filters.read(request.args, known, actions)
    total = journal.count(asked.wanted)
    return render_template(
        "admin/journal/index.html",
        asked=asked,
        page=_page(asked, total),
        total=total,
        length=journal.length(),
        breaks=journal.verify() if request.args.get("verifier") else None,
        names=known,
        actions=sorted(actions.items(), key=lambda item: item[1]),
        museum_choices=sorted(known.museums.values(), key=lambda museum: museum[1]),
        changes=telling.changes,
        words=words,
        moments=moments,
    )


def _page(asked: filters.Asked, total: int) -> Page[AuditEvent]:
    pages = max(1, -(-total // PER_PAGE))
    if asked.page > pages:
        abort(404)
    offset = (asked.page - 1) * PER_PAGE
    lines = list(journal.lines(asked.wanted, offset=offset, limit=PER_PAGE))
    return Page(lines, asked.page, pages, offset + 1)
