"""Each night: museums hear of what came after their letter of the day, the association of what nobody answered."""

from datetime import datetime

from flask import current_app

from portal.db import db
from portal.domain import museums, visitor_reports
from portal.domain.accounts import writers
from portal.web import report_letters


def send(now: datetime) -> int:
    """Write the letters that are due; return how many. The session may write everything."""
    entries = museums.guide().by_id
    waiting = [
        museum_id for museum_id in visitor_reports.untold_museums(db.session()) if museum_id in entries
    ]
    with_people = {museum_id for museum_id, _user in writers.of_museums(waiting)}
    alone = [museum_id for museum_id in waiting if museum_id not in with_people]
    # A letter holds absolute addresses, and flask asks a request for them: any on the public address will do.
    with current_app.test_request_context(base_url=current_app.extensions["settings"].public_url):
        sent = sum(report_letters.tell_museum(entries[museum_id], now) for museum_id in sorted(with_people))
        unanswered = visitor_reports.to_hand_over(db.session(), now, alone)
        return sent + (report_letters.hand_over(unanswered, now) if unanswered else 0)
