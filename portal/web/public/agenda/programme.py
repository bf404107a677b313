"""The programme of a week on paper, with the filters of the agenda: what a tourist office pins to its door."""

from datetime import date, timedelta

from flask import render_template, request

from portal.domain import museums
from portal.domain.events import finding
from portal.web.kit import qr, when_words
from portal.web.kit.addresses import absolute
from portal.web.kit.clock import today
from portal.web.kit.events import listing, questions
from portal.web.kit.locale import page_language
from portal.web.kit.when import Days
from portal.web.public.agenda import choices
from portal.web.public.agenda.blueprint import blueprint

MOST = 400


@blueprint.get("/agenda/programme/")
def programme() -> str:
    """Show a week, or the days asked for, ready to print."""
    guide, now, language = museums.guide(), today(), page_language()
    question = questions.read(request.args, guide)
    span = _span(question.days(now), now)
    asked = question.asked(guide, span.first, span.last)
    page = absolute(question.address())
    return render_template(
        "public/agenda/programme.html",
        question=question,
        told=when_words.on_days(span, language),
        days=listing.days(finding.dates(asked, limit=MOST), span.first, language),
        runs=listing.run_slots(finding.runs(asked, limit=MOST), max(now, span.first), language),
        chips=choices.chips(question, guide),
        code=qr.drawing(page),
        page=page,
        today=now,
    )


def _span(asked: tuple[Days, ...], now: date) -> Days:
    """Return the days asked for, a month of them at most; else the seven days from today on."""
    if not asked:
        return Days(now, now + timedelta(days=6))
    first = min(span.first for span in asked)
    return Days(first, min(max(span.last for span in asked), first + timedelta(days=30)))
