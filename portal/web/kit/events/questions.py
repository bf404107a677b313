"""Reads a question about events from an address: the agenda, its calendars, its feeds and the API read the same."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from portal.domain.events.finding import Asked
from portal.domain.events.vocabulary import Audience, EventType, Speech
from portal.domain.museums import Guide
from portal.web.kit import questions
from portal.web.kit.messages import _
from portal.web.kit.questions import Notice, Question
from portal.web.kit.when import Days

AGENDA = "public.agenda.index"
FREE = "gratuit"
OLDEST = 120
TYPE, AUDIENCE, AGE, LANGUAGE, PRICE, OPERATION = "type", "public", "age", "langue", "prix", "operation"
CHOICES: Mapping[str, frozenset[str]] = {
    TYPE: frozenset(EventType),
    AUDIENCE: frozenset(Audience),
    LANGUAGE: frozenset(Speech),
    PRICE: frozenset({FREE}),
}
OWN = (TYPE, AUDIENCE, LANGUAGE, PRICE, AGE, OPERATION)
IGNORED = frozenset({"ouvert", "gratuit_pour", "abri", "tri"})
"""What addresses ask of museums and events know nothing of."""


@dataclass(frozen=True)
class EventQuestion:
    """What was asked of events: what is asked of their museums, and what of themselves."""

    museum: Question
    types: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    is_free: bool = False
    age: int | None = None
    operation: str | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def page(self) -> int:
        """The page asked for."""
        return self.museum.page

    @property
    def is_plain(self) -> bool:
        """Whether nothing is asked but perhaps days."""
        kept = parameters(self)
        return not set(kept) - {"date", "page"}

    def days(self, today: date) -> tuple[Days, ...]:
        """Return the days asked about; none where no day is said."""
        return self.museum.when.days(today) if self.museum.when.dates else ()

    def asked(self, guide: Guide, first: date | None = None, last: date | None = None) -> Asked:
        """Return what is looked for between two days."""
        return Asked(
            first=first,
            last=last,
            museums=self._museums(guide),
            types=self.types,
            audiences=self.audiences,
            languages=self.languages,
            access=tuple(self.museum.reach.values),
            is_free=self.is_free,
            age=self.age,
            operation=self.operation,
        )

    def address(self, endpoint: str = AGENDA, **changes: Any) -> str:
        """Return the address of this question, with some of it changed."""
        page = changes.pop("page", 1)
        extra = {name: changes.pop(name) for name in ("day", "slug") if name in changes}
        asked = replace(self, museum=replace(self.museum, page=page), **changes)
        return url_for(endpoint, **parameters(asked), **extra)

    def on(self, *dates: str) -> "EventQuestion":
        """Return the same question about other days."""
        return replace(self, museum=replace(self.museum, when=replace(self.museum.when, dates=dates), page=1))

    def _museums(self, guide: Guide) -> frozenset[int] | None:
        criteria = self.museum.criteria
        if criteria == replace(criteria, order=criteria.order, **_NO_PLACE):
            return None
        return frozenset(museum.id for museum in guide.select(criteria).museums)


_NO_PLACE: Mapping[str, Any] = {
    "departements": frozenset(),
    "towns": frozenset(),
    "themes": frozenset(),
    "labels": frozenset(),
    "circle": None,
    "ranked": None,
}


def parameters(question: EventQuestion) -> dict[str, Any]:
    """Return the question as address parameters, always in the same order."""
    written = {
        name: value for name, value in questions.parameters(question.museum).items() if name not in IGNORED
    }
    page = written.pop("page", None)
    own = {
        TYPE: list(question.types),
        AUDIENCE: list(question.audiences),
        LANGUAGE: list(question.languages),
        PRICE: FREE if question.is_free else None,
        AGE: None if question.age is None else str(question.age),
        OPERATION: question.operation,
        "page": page,
    }
    return {name: value for name, value in (written | own).items() if value}


def kept(question: EventQuestion, *but: str) -> dict[str, list[str]]:
    """Return what a form must carry along that asks for the other parameters itself."""
    carried = {name: value for name, value in parameters(question).items() if name not in {"page", *but}}
    return {name: value if isinstance(value, list) else [str(value)] for name, value in carried.items()}


def read(arguments: MultiDict[str, str], guide: Guide) -> EventQuestion:
    """Read a question; values that make no sense are left out, each with a notice."""
    asked_of_museums: MultiDict[str, str] = MultiDict(
        (name, value) for name, value in arguments.items(multi=True) if name not in IGNORED
    )
    museum = questions.read(asked_of_museums, guide)
    notices = list(museum.notices)
    chosen = {name: _known(arguments, name, notices) for name in CHOICES}
    return EventQuestion(
        museum,
        types=chosen[TYPE],
        audiences=chosen[AUDIENCE],
        languages=chosen[LANGUAGE],
        is_free=bool(chosen[PRICE]),
        age=_age(arguments.get(AGE, "").strip(), notices),
        operation=arguments.get(OPERATION, "").strip()[:60] or None,
        notices=tuple(dict.fromkeys(notices)),
    )


def _known(arguments: MultiDict[str, str], name: str, notices: list[Notice]) -> tuple[str, ...]:
    values = {value.strip() for value in arguments.getlist(name) if value.strip()}
    known = values & CHOICES[name]
    if known < values:
        sentence = _("Un filtre de l’adresse n’existe pas ici : il est laissé de côté.")
        notices.append(Notice(name, sentence))
    return tuple(sorted(known))


def _age(given: str, notices: list[Notice]) -> int | None:
    if not given:
        return None
    if given.isascii() and given.isdigit() and len(given) <= 3 and int(given) <= OLDEST:
        return int(given)
    notices.append(Notice(AGE, _("Un âge s’écrit en années, jusqu’à 120 : ce critère est laissé de côté.")))
    return None
