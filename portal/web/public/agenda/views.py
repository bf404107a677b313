"""The agenda as lists: from today on, on chosen days, on one day."""

from datetime import date, timedelta

from flask import abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain import museums
from portal.domain.events import finding
from portal.domain.events.finding import Asked
from portal.web.kit import when_words
from portal.web.kit.clock import today
from portal.web.kit.events import listing, questions
from portal.web.kit.events.questions import EventQuestion
from portal.web.kit.locale import page_language
from portal.web.kit.when import Days
from portal.web.public.agenda import choices
from portal.web.public.agenda.blueprint import blueprint
from portal.web.public.agenda.month import month_of, strip_of
from portal.web.public.agenda.paging import Slice

AHEAD = timedelta(days=30)
"""How far the agenda looks when no day is asked for; the next days are one link away."""
MOST_RUNS = 24


@blueprint.get("/agenda/")
def index() -> ResponseReturnValue:
    """Show what is held on the days asked for, exhibitions apart."""
    question = questions.read(request.args, museums.guide())
    now = today()
    spans = question.days(now) or (Days(now, now + AHEAD),)
    return _page(question, Days(min(span.first for span in spans), max(span.last for span in spans)))


@blueprint.get("/agenda/<day:day>/")
def day(day: date) -> ResponseReturnValue:
    """Show one day of the agenda."""
    question = questions.read(request.args, museums.guide()).on(day.isoformat())
    return _page(question, Days(day, day), is_day=True)


@blueprint.get("/agenda/<compact_day:day>/")
def former_day(day: date) -> ResponseReturnValue:
    """Lead an address of the site before to the day."""
    return redirect(url_for(".day", day=day), 301)


def _page(question: EventQuestion, span: Days, *, is_day: bool = False) -> ResponseReturnValue:
    guide, now, language = museums.guide(), today(), page_language()
    asked = question.asked(guide, span.first, span.last)
    page = Slice.of(finding.count(asked), question.page)
    if page is None:
        abort(404)
    is_asked = bool(question.museum.when.dates)

    def between(first: date, last: date) -> Asked:
        return question.asked(guide, first, last)

    def at(value: str) -> str:
        return question.on(value).address()

    running = finding.runs(asked, limit=MOST_RUNS)
    g.canonical_parameters = {} if is_day else questions.parameters(question)
    return render_template(
        "public/agenda/index.html",
        question=question,
        span=span,
        is_day=is_day,
        is_asked=is_asked,
        told=when_words.on_days(span, language),
        days=listing.days(finding.dates(asked, offset=page.offset, limit=page.size), span.first, language),
        page=page,
        runs=listing.run_slots(running, max(now, span.first), language),
        number_of_runs=finding.count_runs(asked),
        quick=list(choices.quick(question)),
        chips=choices.chips(question, guide),
        kept=questions.kept(question, "pres", "rayon", "date", questions.AGE),
        month=month_of(span, between, at, language, is_asked=is_asked),
        strip=strip_of(max(now, span.first), between, at, span if is_asked else None),
        following=f"{span.last + timedelta(days=1)}..{span.last + timedelta(days=31)}",
    )
