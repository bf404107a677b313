"""Reads what a visitor asks of the guide from the address, and writes it back in one canonical form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from portal.domain.museums import Criteria, Guide
from portal.web.kit.messages import _

PARAMETERS: Mapping[str, str] = {
    "departement": "departements",
    "commune": "towns",
    "theme": "themes",
    "label": "labels",
}
LONGEST_QUERY = 200
LAST_THINKABLE_PAGE = 10**9


@dataclass(frozen=True)
class Question:
    """What was asked, and a sentence for each value that made no sense."""

    criteria: Criteria
    query: str = ""
    page: int = 1
    notices: tuple[str, ...] = ()

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the guide."""
        return not self.criteria.is_empty

    def address(self, endpoint: str = "public.museums.index", **changes: Any) -> str:
        """Return the address of this question, with some of it changed."""
        asked = replace(self, **{"page": 1, **changes})
        return url_for(endpoint, **parameters(asked))

    def without(self, name: str, value: str | None = None) -> str:
        """Return the address of this question less one value of a parameter, or less the whole parameter."""
        if name == "q":
            return self.address(criteria=replace(self.criteria, words=()), query="")
        field = PARAMETERS[name]
        kept = getattr(self.criteria, field) - {value} if value is not None else frozenset()
        return self.address(criteria=self.criteria.choosing(field, frozenset(kept)))


def parameters(question: Question) -> dict[str, Any]:
    """Return the question as address parameters, always in the same order."""
    written: dict[str, Any] = {"q": question.query} if question.query else {}
    for name, field in PARAMETERS.items():
        values = sorted(getattr(question.criteria, field))
        if values:
            written[name] = values
    if question.page > 1:
        written["page"] = question.page
    return written


def facet_parameters(question: Question) -> dict[str, list[str]]:
    """Return the facets in force, for a search form that keeps them."""
    return {name: values for name, values in parameters(question).items() if name in PARAMETERS}


def read(arguments: MultiDict[str, str], guide: Guide) -> Question:
    """Read a question; values that make no sense are left out, each with a sentence."""
    notices: list[str] = []
    chosen = {
        field: _known(arguments.getlist(name), _choices(guide)[name], notices)
        for name, field in PARAMETERS.items()
    }
    query = _query(arguments.get("q", ""), notices)
    criteria = Criteria(words=Criteria.words_of(query), **chosen)
    if query and not criteria.words:
        notices.append(_("La recherche ne contient ni lettre ni chiffre : elle est laissée de côté."))
        query = ""
    return Question(criteria, query, _page(arguments.get("page"), notices), tuple(dict.fromkeys(notices)))


def _choices(guide: Guide) -> Mapping[str, Mapping[str, object]]:
    return {
        "departement": guide.departements,
        "commune": guide.towns,
        "theme": guide.themes_by_slug,
        "label": guide.labels,
    }


def _known(given: Iterable[str], choices: Mapping[str, object], notices: list[str]) -> frozenset[str]:
    values = {value.strip() for value in given if value.strip()}
    known = frozenset(value for value in values if value in choices)
    if len(known) < len(values):
        notices.append(_("Un filtre de l’adresse n’existe pas ici : il est laissé de côté."))
    return known


def _query(given: str, notices: list[str]) -> str:
    query = " ".join(given.replace("\x00", " ").split())
    if len(query) > LONGEST_QUERY:
        notices.append(_("La recherche est très longue : seuls ses premiers mots sont lus."))
        query = query[:LONGEST_QUERY].rsplit(" ", 1)[0]
    return query


def _page(given: str | None, notices: list[str]) -> int:
    if given is None or not given.strip():
        return 1
    text = given.strip()
    if text.isascii() and text.isdigit() and text.strip("0"):
        return int(text) if len(text) < 10 else LAST_THINKABLE_PAGE
    notices.append(_("Le numéro de page n’en est pas un : voici la première page."))
    return 1
