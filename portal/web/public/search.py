"""Searching across everything the site holds: museums, towns, themes; events and works when they come."""

from dataclasses import dataclass

from flask import Blueprint, g, render_template, request, url_for

from portal.db import Translated
from portal.domain import museums, search
from portal.domain.museums import Guide
from portal.domain.search import Kind
from portal.web.kit import questions, status_lines
from portal.web.kit.clock import today
from portal.web.kit.events import upcoming
from portal.web.kit.events.listing import Slot
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

blueprint = Blueprint("search", __name__)

MOST_SHOWN = 60
MOST_EVENTS = 30


@dataclass(frozen=True)
class Found:
    """A town or a theme that answers."""

    name: Translated
    address: str


@blueprint.get("/recherche/")
def show() -> str:
    """Show what answers a query, kind by kind, and how it was understood."""
    guide = museums.guide()
    question = questions.read(request.args, guide)
    answer = search.answer(question.query) if question.query else search.Answer(())
    g.canonical_parameters = {"q": question.query} if question.query else {}
    ids = [hit.object_id for hit in answer.hits if hit.kind is Kind.MUSEUM]
    found = [guide.by_id[id_] for id_ in ids if id_ in guide.by_id]
    return render_template(
        "public/search/show.html",
        question=question,
        meant=answer.meant,
        museums=found[:MOST_SHOWN],
        lines=status_lines.of(found[:MOST_SHOWN]),
        total=len(found),
        towns=_towns(answer, guide),
        themes=_themes(answer, guide),
        events=_events(answer),
        heading=_("Recherche\u00a0: %(query)s", query=question.query) if question.query else _("Recherche"),
    )


def _towns(answer: search.Answer, guide: Guide) -> list[Found]:
    by_id = {town.id: town for town in guide.towns.values()}
    ids = [hit.object_id for hit in answer.hits if hit.kind is Kind.TOWN]
    return [
        Found(by_id[id_].name, url_for("public.places.town", slug=by_id[id_].slug))
        for id_ in ids
        if id_ in by_id
    ]


def _events(answer: search.Answer) -> list[Slot]:
    ids = tuple(hit.object_id for hit in answer.hits if hit.kind is Kind.EVENT)[:MOST_EVENTS]
    return upcoming.of_events(ids, today(), page_language())


def _themes(answer: search.Answer, guide: Guide) -> list[Found]:
    by_id = {theme.id: theme for theme in guide.themes}
    ids = [hit.object_id for hit in answer.hits if hit.kind is Kind.THEME]
    return [
        Found(by_id[id_].name, url_for("public.themes.show", slug=by_id[id_].slug))
        for id_ in ids
        if id_ in by_id
    ]
