"""The words of events: what kind, for whom, in which language, where each date stands."""

import enum


class EventType(enum.StrEnum):
    """What an event is (product model 3.6); the value is what addresses and the API say."""

    EXHIBITION = "exposition"
    GUIDED_VISIT = "visite"
    WORKSHOP = "atelier"
    TALK = "conference"
    SHOW = "spectacle"
    """Theatre, dance, concert."""
    SCREENING = "projection"
    COURSE = "stage"
    """Several days on end, often of a school holiday."""
    LATE_OPENING = "nocturne"
    FESTIVAL = "festival"
    OPEN_DAY = "portes-ouvertes"
    SCHOOL_OFFER = "offre-scolaire"
    """What classes and groups may book; on request more often than on dates."""
    OTHER = "autre"


class Audience(enum.StrEnum):
    """For whom an event is meant."""

    EVERYONE = "tout-public"
    FAMILIES = "famille"
    CHILDREN = "enfants"
    TEENAGERS = "ados"
    ADULTS = "adultes"
    SCHOOLS = "scolaires"
    GROUPS = "groupes"
    PROFESSIONALS = "professionnels"
    HINDERED = "publics-empeches"
    """People in hospital, in prison, or otherwise unable to come."""


class Speech(enum.StrEnum):
    """A language an event is held in: ISO 639 codes (`fsl` is the French sign language)."""

    FRENCH = "fr"
    OCCITAN = "oc"
    SIGNS = "fsl"
    ENGLISH = "en"
    SPANISH = "es"
    CATALAN = "ca"
    GERMAN = "de"
    ITALIAN = "it"


class Standing(enum.StrEnum):
    """Where a date stands: OpenAgenda's six, and the words of schema.org's `EventStatusType`."""

    SCHEDULED = "scheduled"
    RESCHEDULED = "rescheduled"
    """Moved to this time from another, which is kept."""
    MOVED_ONLINE = "moved-online"
    POSTPONED = "postponed"
    """It will be another day, not known yet."""
    FULL = "full"
    CANCELLED = "cancelled"

    @property
    def takes_place(self) -> bool:
        """Whether somebody who comes at that time finds it."""
        return self not in {Standing.POSTPONED, Standing.CANCELLED}


class PriceKind(enum.StrEnum):
    """What taking part costs."""

    FREE = "gratuit"
    INCLUDED = "compris"
    """Nothing more than the entry of the museum."""
    PAID = "payant"


class PlaceKind(enum.StrEnum):
    """Where an event is held."""

    MUSEUM = "museum"
    """At the museum that organises it."""
    HOST = "host"
    """At another museum of the network, which shows it too."""
    ELSEWHERE = "elsewhere"
    ONLINE = "online"


class Frequency(enum.StrEnum):
    """How a rule repeats; no museum repeats anything by the minute."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    """On an nth weekday of the month."""


class SchoolDays(enum.StrEnum):
    """How a rule looks at the school holidays of zone C."""

    ONLY = "only"
    EXCEPT = "except"


class Cycle(enum.StrEnum):
    """A level of school, as the ministry of Education names it."""

    NURSERY = "maternelle"
    CYCLE_2 = "cycle-2"
    CYCLE_3 = "cycle-3"
    CYCLE_4 = "cycle-4"
    HIGH_SCHOOL = "lycee"
    HIGHER = "superieur"
