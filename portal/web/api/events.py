"""Events: page by page in the agenda's filters, and one by one with all their dates."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from portal.domain import museums
from portal.domain.events import addresses, finding
from portal.domain.events.live import Shown
from portal.web.api import event_shapes, serializers
from portal.web.api.answers import answer
from portal.web.api.parameters import PER_PAGE
from portal.web.api.problems import refused
from portal.web.kit.clock import today
from portal.web.kit.events import questions
from portal.web.kit.events.questions import EventQuestion

blueprint = Blueprint("events", __name__)


@blueprint.get("/events")
def index() -> ResponseReturnValue:
    """Give one page of events, past and to come unless days are asked for, the oldest first."""
    guide = museums.guide()
    arguments: MultiDict[str, str] = MultiDict(request.args)
    if not arguments.get("per_page", "").strip():
        arguments.setlist("per_page", [str(PER_PAGE)])
    question = questions.read(arguments, guide)
    problem = refused(question.notices)
    if problem:
        return problem
    spans = question.days(today())
    first, last = (min(s.first for s in spans), max(s.last for s in spans)) if spans else (None, None)
    asked = question.asked(guide, first, last)
    total, size = finding.count_events(asked), question.museum.per_page
    pages = max(1, -(-total // size))
    if question.page > pages:
        abort(404)

    def build() -> dict[str, Any]:
        found = finding.events(asked, offset=(question.page - 1) * size, limit=size)
        following = None
        if question.page < pages:
            following = serializers.following(".index", _paged(question, question.page + 1))
        return serializers.listed(_shaped(found), total=total, following=following)

    return answer(build, _paged(question, question.page))


@blueprint.get("/events/<slug:slug>")
def show(slug: str) -> ResponseReturnValue:
    """Give one event, by its id, or by the address part that its page has."""
    event = finding.by_address(slug)
    if event is None:
        abort(404)
    short_id = addresses.short_id_of(event.address)
    if short_id != slug:
        return redirect(url_for(".show", slug=short_id), 301)
    return answer(lambda: _shaped([event])[0])


def _shaped(events: Sequence[Shown]) -> list[dict[str, Any]]:
    dated = finding.dates_of([event.id for event in events])
    by_id = museums.guide().by_id
    return [event_shapes.event(each, dated[each.id], by_id) for each in events]


def _paged(question: EventQuestion, page: int) -> dict[str, Any]:
    written = questions.parameters(question)
    return written | {"per_page": question.museum.per_page, "page": page}
