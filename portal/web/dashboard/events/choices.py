"""What the form of an event offers to choose."""

from collections.abc import Sequence
from datetime import date, timedelta

from portal.domain import museums
from portal.domain.events import operations
from portal.domain.events.vocabulary import (
    Audience,
    Cycle,
    EventType,
    Frequency,
    PlaceKind,
    PriceKind,
    SchoolDays,
    Speech,
)
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.events import typed
from portal.web.kit import dates, formats
from portal.web.kit.events import words
from portal.web.kit.languages import Language
from portal.web.kit.messages import _

Choices = Sequence[tuple[str, str]]


def types() -> Choices:
    """Return the kinds of event."""
    return [(one.value, str(words.TYPES[one])) for one in EventType]


def audiences() -> Choices:
    """Return for whom an event may be."""
    return [(one.value, str(words.AUDIENCES[one])) for one in Audience]


def speeches() -> Choices:
    """Return the languages an event may be held in."""
    return [(one.value, str(words.SPEECHES[one])) for one in Speech]


def access() -> Choices:
    """Return the four families an event may suit."""
    return [
        ("moteur", _("Fauteuil roulant")),
        ("auditif", _("Surdité")),
        ("visuel", _("Cécité, malvoyance")),
        ("mental", _("Handicap mental")),
    ]


def prices() -> Choices:
    """Return what taking part may cost."""
    return [("", _("Non renseigné")), *((one.value, str(words.PRICES[one])) for one in PriceKind)]


def whens() -> Choices:
    """Return the ways of saying when."""
    return [
        (typed.DATES, _("Des dates")),
        (typed.RULE, _("Chaque semaine…")),
        (typed.RUN, _("Une période")),
        (typed.NONE, _("Sur demande")),
    ]


def frequencies() -> Choices:
    """Return how often a rule may repeat."""
    return [
        (Frequency.WEEKLY.value, _("Chaque semaine")),
        (Frequency.MONTHLY.value, _("Chaque mois")),
        (Frequency.DAILY.value, _("Chaque jour")),
    ]


def ranks() -> Choices:
    """Return which weekday of the month a rule may name."""
    return [
        ("", "–"),
        ("1", _("le premier")),
        ("2", _("le deuxième")),
        ("3", _("le troisième")),
        ("4", _("le quatrième")),
        ("-1", _("le dernier")),
    ]


def weekdays(language: Language) -> Choices:
    """Return the days of the week, 0 for Monday."""
    monday = date(2024, 1, 1)
    return [
        (str(number), formats.sentence_case(dates.weekday_name(monday + timedelta(days=number), language)))
        for number in range(7)
    ]


def school_days() -> Choices:
    """Return how a rule may look at school holidays."""
    return [
        ("", _("toute l’année")),
        (SchoolDays.ONLY.value, _("pendant les vacances scolaires")),
        (SchoolDays.EXCEPT.value, _("hors vacances scolaires")),
    ]


def places() -> Choices:
    """Return where an event may be."""
    return [
        (PlaceKind.MUSEUM.value, _("Au musée")),
        (PlaceKind.HOST.value, _("Dans un autre musée")),
        (PlaceKind.ELSEWHERE.value, _("Ailleurs")),
        (PlaceKind.ONLINE.value, _("En ligne")),
    ]


def hosts(but: MuseumEntry, language: Language) -> Choices:
    """Return the museums that may host or take part."""
    return [
        ("", "–"),
        *(
            (str(one.id), f"{one.name.text(language)}, {one.town.name.text(language)}")
            for one in museums.guide().museums
            if one.id != but.id
        ),
    ]


def cycles() -> Choices:
    """Return the levels of school."""
    return [(one.value, formats.sentence_case(str(words.CYCLES[one]))) for one in Cycle]


def operation_choices(language: Language) -> Choices:
    """Return the national operations an event may be part of."""
    return [("", "–"), *((one.slug, one.name.text(language)) for one in operations.OPERATIONS)]
