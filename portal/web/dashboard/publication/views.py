"""The room's pages: everything that waits or will change by itself, and one page for each block."""

from dataclasses import dataclass
from datetime import datetime

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import revisions
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.publication.blueprint import blueprint
from portal.web.dashboard.publication.forms import EndForm, PlanForm, filled, said
from portal.web.kit import authors, gate, standing
from portal.web.kit.messages import LazyString, _, _l
from portal.web.kit.standing import Standing
from portal.web.kit.versions import VersionedForm
from portal.web.kit.written import written_of


@dataclass(frozen=True)
class Coming:
    """Something that happens by itself."""

    at: datetime
    name: LazyString
    kind: str
    said: LazyString


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def index(museum: MuseumEntry) -> ResponseReturnValue:
    """Show what waits, what will change by itself and what is live."""
    found = standing.of_museum(museum.id)
    waiting = [one for one in found if one.waiting]
    return render_template(
        "dashboard/publication/index.html",
        coming=_coming(found),
        waiting=waiting,
        writers=authors.names_of([one.waiting for one in waiting if one.waiting]),
        live=[one for one in found if one.live],
    )


@blueprint.get("/<kind>/")
@gate.requires(Permission.SPACE_ENTER)
def show(museum: MuseumEntry, kind: str) -> ResponseReturnValue:
    """Show where a block stands, and what may be planned of it."""
    return page(one_of(museum, kind))


def one_of(museum: MuseumEntry, kind: str) -> Standing:
    """Return where a block stands; 404 where there is no such block."""
    written = written_of(kind) or abort(404)
    heads = revisions.heads_of(db.session(), museum.id)
    return Standing(written, heads.get(kind))


def page(one: Standing, plan: PlanForm | None = None, end: EndForm | None = None) -> str:
    """Return the page of a block, with what was typed where a form comes back."""
    begins = one.planned.go_live_at if one.planned else None
    ends = one.planned.expire_at if one.planned else None
    first = filled("", begins) | filled("end_", ends)
    return render_template(
        "dashboard/publication/show.html",
        one=one,
        plan=plan or PlanForm(formdata=None, version=one.version, **first),
        end=end or EndForm(prefix="fin-", formdata=None, version=one.version, **filled("", one.ends_at)),
        bare=VersionedForm(prefix="retrait-", formdata=None, version=one.version),
        returning=_returning(one),
        faulty=next((form for form in (plan, end) if form is not None and form.errors), None),
        writer=authors.name_of(one.waiting) if one.waiting else "",
    )


def _coming(found: list[Standing]) -> list[Coming]:
    begins = _l("le texte qui attend paraît")
    ends = _l("le texte s’en va, celui d’avant revient")
    events = []
    for one in found:
        name, kind = one.written.name, one.written.kind
        if one.planned and one.planned.go_live_at:
            events.append(Coming(one.planned.go_live_at, name, kind, begins))
            if one.planned.expire_at:
                events.append(Coming(one.planned.expire_at, name, kind, ends))
        if one.ends_at:
            events.append(Coming(one.ends_at, name, kind, ends))
    return sorted(events, key=lambda event: event.at)


def _returning(one: Standing) -> str:
    """Say what the public will read once the live text has ended."""
    live = one.live
    if live is None:
        return ""
    at = live.expire_at or live.live_at or live.created_at
    before = revisions.returning(db.session(), live.key, live.number, at)
    if before is None or before.content == one.written.block.blank:
        return _(
            "Ensuite, la page reviendra à ce que dit le registre\u00a0: rien d’autre n’a été écrit avant."
        )
    when = before.live_at or before.created_at
    return _("Ensuite, la page redira le texte mis en ligne le %(moment)s.", moment=said(when))
