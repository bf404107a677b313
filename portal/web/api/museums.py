"""The museums: as a list, on a map, one by one, day by day."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain import access, admission, hours, measures, museums
from portal.domain.measures import Kind
from portal.domain.museums import Museum, MuseumEntry, Selection
from portal.web.api import about, opening, prices, reach, serializers, texts
from portal.web.api.answers import answer
from portal.web.api.parameters import asked_of, days, paged, read
from portal.web.api.problems import refused
from portal.web.kit import counting, selections
from portal.web.kit.clock import today
from portal.web.kit.pagination import Page

blueprint = Blueprint("museums", __name__)

GEOJSON = "application/geo+json"


@blueprint.get("/museums")
def index() -> ResponseReturnValue:
    """Give one page of the museums that satisfy what is asked."""
    guide = museums.guide()
    question = read(guide)
    problem = refused(question.notices)
    if problem:
        return problem
    selection = selections.of(question, guide)
    page = Page.of(selection.museums, question.page, question.per_page)
    if page is None:
        abort(404)
    asked = asked_of(question)
    following = serializers.following(".index", paged(question, page.next)) if page.next else None

    def build() -> dict[str, Any]:
        items = _serialized(page.items, serializers.museum)
        return serializers.listed(
            items, total=selection.total, unconfirmed=selection.unconfirmed, following=following
        )

    return answer(build, asked)


@blueprint.get("/museums.geojson")
def features() -> ResponseReturnValue:
    """Give all the museums that satisfy what is asked, as map software reads them."""
    guide = museums.guide()
    question = read(guide)
    problem = refused(question.notices)
    if problem:
        return problem
    selection = selections.of(question, guide)
    return answer(lambda: _collection(selection), asked_of(question), mimetype=GEOJSON)


@blueprint.get("/museums/<slug:slug>")
def show(slug: str) -> ResponseReturnValue:
    """Give one museum, listed or archived; an address part it had before leads to today's."""
    museum = museums.by_slug(slug)
    if museum is None:
        return _moved(slug, ".show")
    _count(museum)
    return answer(lambda: _alone(museum))


@blueprint.get("/museums/<slug:slug>/opening", endpoint="opening")
def days_of(slug: str) -> ResponseReturnValue:
    """Give the opening of a museum for each day from one to another."""
    museum = museums.by_slug(slug)
    if museum is None:
        return _moved(slug, ".opening")
    asked, notices = days(request.args)
    problem = refused(notices)
    if problem:
        return problem
    _count(museum)
    return answer(lambda: _days(museum, asked), {"from": asked[0].isoformat(), "to": asked[-1].isoformat()})


def _count(museum: Museum) -> None:
    """Count that a program read this museum alone; who reads them all reads none in particular."""
    if not counting.is_our_own():
        counting.count(museum.id, [Kind.API], measures.EVERY_LANGUAGE)


def _moved(slug: str, endpoint: str) -> ResponseReturnValue:
    now = museums.slug_now(slug)
    if now is None:
        abort(404)
    kept: dict[str, Any] = {name: request.args[name] for name in ("from", "to") if name in request.args}
    return redirect(url_for(endpoint, slug=now, **kept), 301)


def _serialized(
    entries: Iterable[MuseumEntry], serialize: Callable[[MuseumEntry, dict[str, Any]], dict[str, Any]]
) -> list[dict[str, Any]]:
    entries = list(entries)
    said = opening.facts(entries, today())
    return [serialize(entry, said[entry.id]) for entry in entries]


def _collection(selection: Selection) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": _serialized(selection.museums, serializers.feature),
        "total": selection.total,
        "unconfirmed": selection.unconfirmed,
    }


def _alone(museum: Museum) -> dict[str, Any]:
    [shape] = _serialized([museums.entry_of(museum)], serializers.museum)
    said = opening.osm_string(museum.id, hours.of(museum.id), today())
    status = "archived" if museum.is_archived else "listed"
    return (
        shape
        | {"status": status, "opening_hours": said}
        | about.facts(museums.entry_of(museum), today())
        | texts.facts(museum)
        | prices.facts(admission.of(museum.id))
        | reach.facts(access.of(museum.id), today())
    )


def _days(museum: Museum, asked: tuple[date, date]) -> dict[str, Any]:
    items = list(opening.days(hours.of(museum.id), *asked))
    return {"items": items, "total": len(items), "next": None}
