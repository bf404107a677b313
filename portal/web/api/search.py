"""Search across museums, towns and themes, and what to propose while somebody types."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select, tuple_

from portal.db import db
from portal.domain import museums, search
from portal.domain.search import Hit, Kind, SearchEntry, Suggestion
from portal.domain.search.normaliser import LONGEST_QUERY
from portal.web.api import serializers
from portal.web.api.answers import FIVE_MINUTES, answer
from portal.web.api.parameters import asked_of, paged, read
from portal.web.api.problems import refused
from portal.web.kit.addresses import absolute
from portal.web.kit.languages import LANGUAGES, Language
from portal.web.kit.messages import _
from portal.web.kit.pagination import Page
from portal.web.kit.questions import Notice

blueprint = Blueprint("search", __name__)

PAGES = {
    Kind.MUSEUM: "public.museums.show",
    Kind.TOWN: "public.places.town",
    Kind.THEME: "public.themes.show",
    Kind.EVENT: "public.agenda.show",
}


@blueprint.get("/search")
def index() -> ResponseReturnValue:
    """Give what answers a query, whatever it is, best first."""
    question = read(museums.guide(), "q", "page", "per_page")
    nothing = [] if question.query or question.notices else [Notice("q", _("Dites ce que vous cherchez."))]
    problem = refused([*question.notices, *nothing])
    if problem:
        return problem
    found = search.answer(question.query, PAGES.keys())
    page = Page.of(found.hits, question.page, question.per_page)
    if page is None:
        abort(404)
    following = serializers.following(".index", paged(question, page.next)) if page.next else None

    def build() -> dict[str, Any]:
        shape = serializers.listed(_hits(page.items), total=len(found.hits), following=following)
        return shape | {"meant": found.meant}

    return answer(build, asked_of(question))


@blueprint.get("/suggestions")
def suggestions() -> ResponseReturnValue:
    """Give the pages whose words begin as what was typed so far, in the reader's language."""
    typed = request.args.get("q", "").replace("\x00", " ")[:LONGEST_QUERY]
    language = _language()
    if language is None:
        problem = refused([Notice("langue", _("La langue est fr ou oc."))])
        return problem or ""
    return answer(lambda: _suggestions(typed, language), {"q": typed, "langue": language}, cache=FIVE_MINUTES)


def _language() -> Language | None:
    given = request.args.get("langue", "fr")
    return next((language for language in LANGUAGES if language == given), None)


def _suggestions(typed: str, language: Language) -> dict[str, Any]:
    items = [_suggestion(each, language) for each in search.suggest(typed, language)]
    return serializers.listed(items, total=len(items))


def _suggestion(found: Suggestion, language: Language) -> dict[str, Any]:
    address = url_for(PAGES[found.kind], slug=found.slug, language=language)
    return {
        "kind": found.kind.value,
        "slug": found.slug,
        "title": found.title,
        "title_language": found.title_language,
        "detail": found.detail.text(language) if found.detail else None,
        "url": absolute(address),
    }


def _hits(hits: Sequence[Hit]) -> list[dict[str, Any]]:
    """Return the hits with what their search entries say of them; one statement however many there are."""
    said: dict[tuple[Kind, int], dict[str, SearchEntry]] = defaultdict(dict)
    keys = [(hit.kind, hit.object_id) for hit in hits]
    rows = select(SearchEntry).where(tuple_(SearchEntry.kind, SearchEntry.object_id).in_(keys))
    for entry in db.session.scalars(rows):
        said[entry.kind, entry.object_id][entry.language] = entry
    return [_hit(said[key]) for key in keys if key in said]


def _hit(entries: dict[str, SearchEntry]) -> dict[str, Any]:
    french = entries.get("fr") or next(iter(entries.values()))
    title = {"fr": french.title, "oc": entries["oc"].title if "oc" in entries else None}
    if "ca" in entries:
        title["ca"] = entries["ca"].title
    return {
        "kind": french.kind.value,
        "slug": french.slug,
        "title": title,
        "detail": serializers.text(french.detail) if french.detail else None,
        "url": absolute(url_for(PAGES[french.kind], slug=french.slug)),
    }
