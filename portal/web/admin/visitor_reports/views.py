"""`/admin/signalements/`: every museum's reports; each is read and closed in its museum's own room."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import museums, visitor_reports
from portal.domain.accounts import Permission
from portal.domain.visitor_reports import UNANSWERED, State
from portal.web.kit import clock, gate, report_words

blueprint = Blueprint("visitor_reports", __name__, url_prefix="/signalements")

SIGHTS = {
    "": (State.OPEN,),
    "clos": (State.CORRECTED, State.UPHELD),
    "indesirables": (State.SPAM,),
}
LATE = "tard"


@blueprint.get("/")
@gate.requires(Permission.REPORTS_READ)
def index() -> ResponseReturnValue:
    """Show the reports of a sight: what waits, what waits for too long, what is closed."""
    asked, now = request.args.get("voir", ""), clock.now()
    sight = asked if asked in {*SIGHTS, LATE} else ""
    found = list(visitor_reports.everywhere(db.session(), SIGHTS.get(sight, (State.OPEN,))))
    if sight == LATE:
        found = [report for report in found if report.received_at <= now - UNANSWERED]
    waiting, late = visitor_reports.counts(db.session(), now)
    return render_template(
        "admin/visitor_reports/index.html",
        reports=found,
        entries=museums.guide().by_id,
        sight=sight,
        late_sight=LATE,
        waiting=waiting,
        late=late,
        days=UNANSWERED.days,
        is_late=lambda report: report.is_open and report.received_at <= now - UNANSWERED,
        words=report_words,
    )
