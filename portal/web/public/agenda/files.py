"""The agenda for calendars and feed readers: whatever a page shows, a file gives too."""

from datetime import timedelta

from flask import Response, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain import museums
from portal.domain.events import finding
from portal.domain.events.finding import Asked
from portal.web.kit.chips import chips
from portal.web.kit.clock import now, today
from portal.web.kit.events import calendars, listing, questions
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.public.agenda.blueprint import blueprint

BEHIND, AHEAD = timedelta(days=31), timedelta(days=400)
"""What a calendar holds: the month gone by, so that nothing vanishes from it overnight, and a year ahead."""
MOST = 5_000
FEED_ENTRIES = 60


@blueprint.get("/agenda.ics")
def calendar() -> Response:
    """Give the agenda, with the filters of the page, as a calendar to subscribe to."""
    guide = museums.guide()
    question = questions.read(request.args, guide)
    first, last = today() - BEHIND, today() + AHEAD
    spans = question.days(today())
    if spans:
        first, last = min(span.first for span in spans), max(span.last for span in spans)
    asked = question.asked(guide, first, last)
    named = [
        str(chip.name if isinstance(chip.name, str) else chip.name.text(page_language()))
        for chip in chips(question.museum, guide)
    ]
    name = ", ".join([_("Agenda des musées d’Occitanie"), *named])
    return _file("agenda.ics", name, asked)


@blueprint.get("/agenda/<slug:slug>.ics")
def event_calendar(slug: str) -> ResponseReturnValue:
    """Give an event, all its dates, or one (`date` is its key)."""
    event = finding.by_address(slug)
    if event is None:
        abort(404)
    if event.address != slug:
        return redirect(url_for(".event_calendar", slug=event.address, date=request.args.get("date")), 301)
    key, language = request.args.get("date", ""), page_language()
    dated = finding.dates_of([event.id])[event.id]
    chosen = [one for one in dated if not key or one.occurrence.key == key]
    if key and not chosen:
        abort(404)
    running = [event] if event.said.run is not None else []
    written = calendars.calendar(event.title.text(language), chosen, running, language)
    return _answer(f"{event.address}.ics", written)


@blueprint.get("/musees/<slug:slug>/agenda.ics")
def museum_calendar(slug: str) -> ResponseReturnValue:
    """Give a museum's agenda; an address part it had before leads to today's."""
    museum = museums.entry(slug)
    if museum is None:
        following = museums.slug_now(slug)
        if following is None:
            abort(404)
        return redirect(url_for(".museum_calendar", slug=following), 301)
    asked = Asked(today() - BEHIND, today() + AHEAD, museums=frozenset({museum.id}))
    return _file(f"{museum.slug}.ics", museum.name.text(page_language()), asked)


@blueprint.get("/agenda.atom")
def feed() -> Response:
    """Give the events last changed, with the filters of the page, as a feed (RFC 4287)."""
    guide = museums.guide()
    question = questions.read(request.args, guide)
    asked = question.asked(guide, today(), today() + AHEAD)
    events = finding.latest(asked, limit=FEED_ENTRIES)
    language = page_language()
    following = finding.next_of([event.id for event in events], today())
    entries = [
        (event, listing.feed_line(event, following.get(event.id), today(), language)) for event in events
    ]
    updated = max((event.updated_at for event in events), default=now())
    page = render_template(
        "public/agenda/feed.xml", entries=entries, updated=updated, question=question, by_id=guide.by_id
    )
    return Response(page, mimetype="application/atom+xml")


def _file(name: str, title: str, asked: Asked) -> Response:
    dated, running = finding.dates(asked, limit=MOST), finding.runs(asked, limit=MOST)
    return _answer(name, calendars.calendar(title, dated, running, page_language()))


def _answer(name: str, written: bytes) -> Response:
    answer = make_response(written)
    answer.mimetype = calendars.MIMETYPE
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
