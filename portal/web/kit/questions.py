"""Reads what somebody asks of the guide from an address, and writes it back in one canonical form.

The list, the map and the API all read their questions here, so that they give one sequence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from portal.domain import search
from portal.domain.museums import Circle, Criteria, Guide, Order
from portal.domain.places import near
from portal.web.kit import freedom, reach, when
from portal.web.kit.clock import today
from portal.web.kit.messages import _
from portal.web.kit.pagination import PER_PAGE
from portal.web.kit.reach import Reach
from portal.web.kit.when import NOT_ASKED, When

FACETS: Mapping[str, str] = {
    "departement": "departements",
    "commune": "towns",
    "theme": "themes",
    "label": "labels",
}
GUIDE = "public.museums.index"
ORDER_BY: Mapping[str, Order] = {"q": Order.RELEVANCE, "pres": Order.DISTANCE}
"""The order that only makes sense with a parameter, by the parameter."""
LONGEST_QUERY = 200
LAST_THINKABLE_PAGE = 10**9
USUAL_RADIUS, WIDEST_RADIUS = 30.0, 200.0
MOST_PER_PAGE = 200
LONGEST_NUMBER = 30
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)


@dataclass(frozen=True)
class Notice:
    """What the visitor should know of how they were understood."""

    parameter: str
    sentence: str
    is_refusal: bool = True
    """Whether the value made no sense: pages leave it out, the API answers 422."""


@dataclass(frozen=True)
class Near:
    """Where distances are counted from."""

    value: str
    name: str
    radius: float = USUAL_RADIUS


@dataclass(frozen=True)
class Question:
    """What was asked, and a notice for each value that made no sense."""

    criteria: Criteria
    query: str = ""
    meant: str | None = None
    """The spelling that answers, where what was typed finds nothing."""
    near: Near | None = None
    order: Order | None = None
    """The order asked for; `criteria.order` is the one in force."""
    page: int = 1
    per_page: int = PER_PAGE
    when: When = NOT_ASKED
    """The days asked about, and whether museums must be open on them."""
    free: tuple[str, ...] = ()
    """For whom entry must be free on the days asked about, as `freedom` reads them."""
    reach: Reach = reach.NOT_ASKED
    """Whom museums must suit on the days asked about, and whether they must give shelter."""
    notices: tuple[Notice, ...] = ()

    def address(self, endpoint: str = GUIDE, **changes: Any) -> str:
        """Return the address of this question, with some of it changed."""
        return url_for(endpoint, **parameters(replace(self, **{"page": 1, **changes})))

    def api_address(self) -> str:
        """Return where programs ask the same question."""
        return self.address("api.museums.index", per_page=PER_PAGE)

    def choosing(self, facet: str, values: frozenset[str]) -> "Question":
        """Return the same question with other values for one facet."""
        return replace(self, criteria=self.criteria.choosing(facet, values))

    def forgetting(self, name: str) -> "Question":
        """Return the same question less one criterion, by the name of its parameter, and less an order by it."""
        order = None if self.order is ORDER_BY.get(name) else self.order
        if name == "q":
            criteria = replace(self.criteria, ranked=None, order=Order.NAME)
            return replace(self, query="", meant=None, criteria=criteria, order=order)
        if name == "pres":
            criteria = replace(self.criteria, circle=None, order=Order.NAME)
            return replace(self, near=None, criteria=criteria, order=order)
        without: Mapping[str, dict[str, Any]] = {
            "when": {"when": NOT_ASKED},
            "free": {"free": ()},
            reach.ACCESS: {"reach": replace(self.reach, families=())},
            reach.SHELTER: {"reach": replace(self.reach, is_sheltered=False)},
        }
        if name in without:
            return replace(self, **without[name])
        return self.choosing(FACETS[name], frozenset())

    def confirming(self) -> "Question":
        """Return the same question about the museums that may be open on the days asked about."""
        return replace(self, when=replace(self.when, wanted=frozenset({when.TO_CONFIRM})))

    def dropping(self, name: str, value: str) -> "Question":
        """Return the same question less one value of a filter."""
        return self.choosing(FACETS[name], getattr(self.criteria, FACETS[name]) - {value})


def parameters(question: Question) -> dict[str, Any]:
    """Return the question as address parameters, always in the same order."""
    written: dict[str, Any] = {"q": question.query or None}
    for name, field in FACETS.items():
        written[name] = sorted(getattr(question.criteria, field))
    if question.near:
        written["pres"] = question.near.value
        written["rayon"] = None if question.near.radius == USUAL_RADIUS else f"{question.near.radius:.12g}"
    written["date"] = list(question.when.dates)
    written["ouvert"] = sorted(question.when.wanted)
    written[freedom.PARAMETER] = list(question.free)
    written[reach.ACCESS] = question.reach.values
    written[reach.SHELTER] = reach.SHELTERED if question.reach.is_sheltered else None
    written["tri"] = question.order.value if question.order else None
    written["per_page"] = None if question.per_page == PER_PAGE else question.per_page
    written["page"] = None if question.page == 1 else question.page
    return {name: value for name, value in written.items() if value}


def kept(question: Question, *but: str) -> dict[str, list[str]]:
    """Return what a form must carry along that asks for the other parameters itself."""
    carried = {name: value for name, value in parameters(question).items() if name not in {"page", *but}}
    return {name: value if isinstance(value, list) else [str(value)] for name, value in carried.items()}


def read(arguments: MultiDict[str, str], guide: Guide) -> Question:
    """Read a question; values that make no sense are left out, each with a notice."""
    reader = _Reader(arguments, guide, [])
    query = reader.query()
    chosen: dict[str, Any] = {field: reader.known(name) for name, field in FACETS.items()}
    place, circle, departement = reader.place()
    if departement and not chosen["departements"]:
        chosen["departements"] = frozenset({departement})
    found = search.answer(query, {search.Kind.MUSEUM}) if query else None
    ranked = tuple(hit.object_id for hit in found.hits) if found else None
    order = reader.order(has_query=bool(query), has_place=circle is not None)
    in_force = order or (Order.RELEVANCE if query else Order.DISTANCE if circle else Order.NAME)
    return Question(
        Criteria(**chosen, ranked=ranked, circle=circle, order=in_force, day=today()),
        query=query,
        meant=found.meant if found else None,
        near=place,
        order=order,
        page=reader.page(),
        per_page=reader.per_page(),
        when=reader.when(),
        free=reader.free(),
        reach=reader.reach(),
        notices=tuple(dict.fromkeys(reader.notices)),
    )


@dataclass(frozen=True)
class _Reader:
    """Reads one parameter after the other, and keeps what is to be said of them."""

    arguments: MultiDict[str, str]
    guide: Guide
    notices: list[Notice]

    def refuse(self, parameter: str, sentence: str) -> None:
        self.notices.append(Notice(parameter, sentence))

    def query(self) -> str:
        query = " ".join(self.arguments.get("q", "").replace("\x00", " ").split())
        if len(query) > LONGEST_QUERY:
            self.refuse("q", _("La recherche est très longue : seuls ses premiers mots sont lus."))
            query = query[:LONGEST_QUERY].rsplit(" ", 1)[0]
        if query and not search.query_words(query):
            self.refuse("q", _("La recherche ne contient ni lettre ni chiffre : elle est laissée de côté."))
            return ""
        return query

    def known(self, name: str) -> frozenset[str]:
        choices: Mapping[str, Mapping[str, object]] = {
            "departement": self.guide.departements,
            "commune": self.guide.towns,
            "theme": self.guide.themes_by_slug,
            "label": self.guide.labels,
        }
        values = {value.strip() for value in self.arguments.getlist(name) if value.strip()}
        known = frozenset(value for value in values if value in choices[name])
        if len(known) < len(values):
            self.refuse(name, _("Un filtre de l’adresse n’existe pas ici : il est laissé de côté."))
        return known

    def place(self) -> tuple[Near | None, Circle | None, str | None]:
        """Return where distances are counted from, or the département of a commune whose position is unknown."""
        radius = self.radius()
        value = " ".join(self.arguments.get("pres", "").replace("\x00", " ").split())
        if not value:
            return None, None, None
        found = near.resolve(value)
        if isinstance(found, near.Place):
            circle = Circle(found.latitude, found.longitude, radius)
            return Near(value, found.name or value, radius), circle, None
        if isinstance(found, near.UnlocatedCommune):
            sentence = _(
                "La position de la commune %(commune)s n’est pas connue : voici les musées de son département."
            )
            self.notices.append(Notice("pres", sentence % {"commune": found.name}, is_refusal=False))
            known = found.departement_code if found.departement_code in self.guide.departements else None
            return None, None, known
        self.refuse(
            "pres",
            _(
                "Aucune commune d’Occitanie, aucun code postal, aucune position ne correspond : ce critère est laissé de côté."
            ),
        )
        return None, None, None

    def radius(self) -> float:
        given = self.arguments.get("rayon", "").strip().replace(",", ".")
        if not given:
            return USUAL_RADIUS
        number = _number(given)
        if number is None or not 0 < number <= WIDEST_RADIUS:
            self.refuse("rayon", _("Le rayon va de 1 à 200 km : voici les musées à 30 km."))
            return USUAL_RADIUS
        return number

    def order(self, *, has_query: bool, has_place: bool) -> Order | None:
        given = self.arguments.get("tri", "").strip()
        if not given:
            return None
        possible = {Order.NAME, Order.TOWN} | ({Order.RELEVANCE} if has_query else set())
        possible |= {Order.DISTANCE} if has_place else set()
        for order in possible:
            if order.value == given:
                return order
        self.refuse("tri", _("Cet ordre n’est pas possible ici : voici l’ordre habituel."))
        return None

    def page(self) -> int:
        given = self.arguments.get("page", "").strip()
        if not given:
            return 1
        if given.isascii() and given.isdigit() and given.strip("0"):
            return int(given) if len(given) < 10 else LAST_THINKABLE_PAGE
        self.refuse("page", _("Le numéro de page n’en est pas un : voici la première page."))
        return 1

    def per_page(self) -> int:
        given = self.arguments.get("per_page", "").strip()
        if not given:
            return PER_PAGE
        if given.isascii() and given.isdigit() and len(given) < 5 and 0 < int(given) <= MOST_PER_PAGE:
            return int(given)
        self.refuse("per_page", _("Une page montre de 1 à 200 musées."))
        return PER_PAGE

    def when(self) -> When:
        asked, refused = when.read(self.arguments, today())
        if "date" in refused:
            self.refuse(
                "date",
                _(
                    "Un jour s’écrit 2026-11-01, une période 2026-11-01..2026-11-08, de %(most)s jours au plus : ce critère est laissé de côté.",
                    most=when.MOST_DAYS,
                ),
            )
        if "ouvert" in refused:
            self.refuse("ouvert", _("Un filtre de l’adresse n’existe pas ici : il est laissé de côté."))
        return asked

    def free(self) -> tuple[str, ...]:
        asked, is_wrong = freedom.read(self.arguments)
        if is_wrong:
            self.refuse(
                freedom.PARAMETER,
                _(
                    "« gratuit_pour » dit « tous », ou un âge jusqu’à 120 ans : ce critère est laissé de côté."
                ),
            )
        return asked

    def reach(self) -> Reach:
        asked, refused = reach.read(self.arguments)
        for name in refused:
            self.refuse(name, _("Un filtre de l’adresse n’existe pas ici : il est laissé de côté."))
        return asked


def _number(text: str) -> float | None:
    if len(text) > LONGEST_NUMBER or not NUMBER.fullmatch(text):
        return None
    return float(text)
