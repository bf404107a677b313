"""The visible names of what hours are made of, as lists to choose from."""

from collections.abc import Mapping

from portal.domain.folding import fold
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import Decision, Effect, Reason, ServiceKind
from portal.domain.hours.school import SchoolBreak
from portal.web.kit import formats, opening
from portal.web.kit.formats import sentence_case
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l
from portal.web.kit.opening.weeks import day_name

SEASONS: Mapping[str, str] = {
    "summer": "Été",
    "winter": "Hiver",
    "spring": "Printemps",
    "autumn": "Automne",
    "high": "Haute saison",
    "low": "Basse saison",
    "all_year": "Toute l’année",
    "school": "Vacances scolaires",
}
"""The names that are typed, always in French; the pages say them in both languages."""

DECISIONS: Mapping[Decision, LazyString] = {
    Decision.USUAL: _l("Comme d’habitude"),
    Decision.CLOSED: _l("Fermé"),
    Decision.SPECIAL: _l("Horaires à part"),
    Decision.UNDECIDED: _l("Pas encore décidé"),
}

EFFECTS: Mapping[Effect, LazyString] = {
    Effect.CLOSED: _l("Fermé"),
    Effect.HOURS: _l("Ces horaires à la place"),
    Effect.EXTRA: _l("Ces horaires en plus"),
    Effect.CLOSES_EARLY: _l("Ferme plus tôt, à"),
    Effect.OPENS_LATE: _l("Ouvre plus tard, à"),
}

BREAKS: Mapping[SchoolBreak, LazyString] = {
    SchoolBreak.ALL_SAINTS: _l("Toussaint"),
    SchoolBreak.CHRISTMAS: _l("Noël"),
    SchoolBreak.WINTER: _l("Hiver"),
    SchoolBreak.SPRING: _l("Printemps"),
    SchoolBreak.SUMMER: _l("Été"),
}


SHORTEST_REASON = 4
"""Signs of a reason that are enough to know it by: `montage`."""


def label_of(name: str) -> str:
    """Return the known season that a typed name says, or nothing."""
    said = fold(name)
    return next((label for label, known in SEASONS.items() if fold(known) == said), "")


def reason_of(words: str) -> Reason | None:
    """Return the reason of the list that some typed words say, in French."""
    said = fold(words)
    names = {reason: fold(opening.reason_words(reason, "fr")) for reason in Reason}
    exact = (reason for reason, name in names.items() if said and name == said)
    begun = (
        reason for reason, name in names.items() if len(said) >= SHORTEST_REASON and name.startswith(said)
    )
    return next(exact, None) or next(begun, None)


def holiday_name(holiday: Holiday) -> str:
    """Return a public holiday's name."""
    return sentence_case(opening.holiday_name(holiday, page_language()))


def service_name(kind: ServiceKind) -> str:
    """Return a service's name."""
    return sentence_case(opening.service_name(kind, page_language()))


def reason_name(reason: Reason) -> str:
    """Return a reason as a choice of a list."""
    return sentence_case(opening.reason_words(reason, page_language())) or _("Autre raison")


def effects() -> list[tuple[str, LazyString]]:
    """Return what an exception may do, for a list to choose from."""
    return [(effect.value, name) for effect, name in EFFECTS.items()]


def reasons() -> list[tuple[str, str]]:
    """Return the reasons, for a list to choose from."""
    return [(reason.value, reason_name(reason)) for reason in Reason]


def modes() -> list[tuple[str, LazyString]]:
    """Return what a service may keep, for a set of choices."""
    return [("none", _l("N’existe pas")), ("same", _l("Mêmes horaires")), ("own", _l("Horaires à part"))]


def nths() -> list[tuple[str, str]]:
    """Return the ranks of a weekday in its month."""
    language = page_language()
    ranks = [(str(rank), formats.ordinal(rank, language)) for rank in range(1, 6)]
    return [*ranks, ("-1", _("dernier"))]


def weekdays() -> list[str]:
    """Return the days of the week, Monday first."""
    return [sentence_case(day_name(day, page_language())) for day in range(7)]
