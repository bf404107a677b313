"""Last year's lines on next year's calendar: each accepted, changed or left, then kept as a draft or published."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import hours, revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.hours import additions, snapshots
from portal.domain.hours.errors import TooManyRowsError
from portal.domain.hours.reconduction import Line, Row, reconducted
from portal.domain.hours.rows import Closure, Exceptional, Period
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Key, Revision, Snapshot, State
from portal.web.dashboard.reconduction import lines
from portal.web.dashboard.reconduction.forms import LinesForm, form_of
from portal.web.kit import authors, clock, gate, refusals, review
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext
from portal.web.kit.once import made_once

blueprint = Blueprint("reconduction", __name__, url_prefix="/horaires/reconduire")

PUBLISH = "publish"
Change = Callable[[Snapshot], Snapshot]


@blueprint.route("/", methods=["GET", "POST"])
@gate.requires(Permission.CONTENT_DRAFT)
def edit(museum: MuseumEntry) -> ResponseReturnValue:
    """Show what a year proposes; sent, keep the accepted lines as a draft, propose or publish them."""
    year = _year()
    shown = [lines.shown(line, page_language()) for line in _lines(museum, year)]
    form = form_of(each for each in shown if lines.is_asked(each))
    if not form.is_submitted():
        return _page(year, shown, form)
    if not form.validate():
        return _page(year, shown, form), 422
    rows = form.rows()
    if not rows:
        flash(_("Aucune ligne n’est acceptée : rien n’a changé."), "info")
        return redirect(url_for(".edit", museum=museum.slug, annee=year), 303)
    try:
        location = made_once(db.session(), form, gate.actor().id, clock.now(), lambda: _keep(museum, rows))
    except TooManyRowsError as refused:
        sentence = _(
            "C’est trop : %(most)s lignes au plus. Retirez d’abord celles du passé.", most=refused.most
        )
        form.form_errors.append(sentence)
    except revisions.PlannedError as planned:
        form.form_errors.append(refusals.sentence(planned))
    else:
        return redirect(location, 303)
    return _page(year, shown, form), 422


def _year() -> int:
    """Return the year that is prepared: the one asked for if it is this one or the next, else the next."""
    this = clock.today().year
    return this if request.args.get("annee") == str(this) else this + 1


def _lines(museum: MuseumEntry, year: int) -> list[Line]:
    session = db.session()
    written = revisions.head(session, hours.key(museum.id)).snapshot
    excepted = revisions.head(session, hours.exceptions_key(museum.id)).snapshot
    rows = snapshots.rows_of(written, excepted)
    return reconducted(rows, year - 1, year, hours.school_calendar())


def _keep(museum: MuseumEntry, rows: list[Row]) -> str:
    """Keep, propose or publish rows, each in its own block; return where to go."""
    periods = [row for row in rows if isinstance(row, Period)]
    exceptions = [row for row in rows if isinstance(row, Exceptional)]
    closures = [row for row in rows if isinstance(row, Closure)]
    acts = request.form.get("action") == PUBLISH
    written: list[Revision] = []
    if periods:
        change: Change = partial(additions.with_periods, periods=periods)
        written += _write(museum, hours.key(museum.id), change, acts=acts)
    if exceptions or closures:
        change = partial(additions.with_days, exceptions=exceptions, closures=closures)
        key = hours.exceptions_key(museum.id)
        written += _write(museum, key, change, acts=acts)
    if not written:
        flash(_("Rien n’a changé : ces lignes y sont déjà."), "info")
    elif acts:
        return _acted(museum, written)
    else:
        said = ngettext(
            "%(num)s ligne est gardée en brouillon.", "%(num)s lignes sont gardées en brouillon.", len(rows)
        )
        flash(said, "info")
    return url_for("dashboard.hours.edit", museum=museum.slug)


def _acted(museum: MuseumEntry, written: list[Revision]) -> str:
    """Say what is only proposed; return where to go."""
    published = [one for one in written if one.state is State.LIVE]
    if len(published) < len(written):
        said = _("Vos lignes sont proposées à qui publie pour le musée.")
        flash(review.proposed(hours.HOURS.kind, said), "info")
    if not published:
        return url_for("dashboard.hours.edit", museum=museum.slug)
    mark = ".".join(str(one.id) for one in published)
    return url_for("dashboard.receipt.show", museum=museum.slug, actes=mark)


def _write(museum: MuseumEntry, key: Key, change: Change, *, acts: bool) -> list[Revision]:
    """Write a block; return its revision, if anything was written."""
    session, by, now = db.session(), authors.author(museum), clock.now()
    publishes = acts and review.may_publish(key.kind)
    if publishes:
        done = revisions.amend(session, key, change, by=by, now=now)
    elif acts:
        done = review.propose_change(key, change)
    else:
        head = revisions.head(session, key)
        done = revisions.save_draft(session, key, change(head.snapshot), seen=head.version, by=by, now=now)
        return [done] if done is not None and done is not head.latest else []
    if done is not None:
        action = "content.published" if publishes else "content.submitted"
        note(action, by=gate.actor(), now=now, museum_id=museum.id, after={"block": key.kind})
    return [done] if done is not None else []


def _page(year: int, shown: list[lines.Shown], form: LinesForm) -> str:
    return render_template(
        "dashboard/reconduction/edit.html",
        year=year,
        this_year=clock.today().year,
        asked=form.asked,
        holidays=[each for each in shown if lines.is_holiday(each)],
        rest=[each for each in shown if not lines.is_asked(each) and not lines.is_holiday(each)],
        form=form,
    )
