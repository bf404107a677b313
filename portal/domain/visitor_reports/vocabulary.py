"""What a visitor may say is wrong, what happened to them, and what becomes of it."""

import enum


class Fact(enum.StrEnum):
    """A part of a museum's page, as one says that it is wrong; the value is what addresses carry."""

    HOURS = "horaires"
    PRICES = "tarifs"
    ACCESS = "acces"
    PRACTICAL = "pratique"
    COMING = "venir"
    TEXTS = "textes"
    PICTURES = "images"
    OTHER = "autre"


class Happening(enum.StrEnum):
    """What happened, where a few words say it: of hours, then of prices."""

    DOOR_CLOSED = "porte-close"
    OPEN_THOUGH_CLOSED = "ouvert-quand-meme"
    OTHER_HOURS = "autres-heures"
    OTHER_PRICE = "autre-prix"
    PAID_THOUGH_FREE = "payant"
    FREE_THOUGH_PAID = "gratuit"


HAPPENINGS: dict[Fact, tuple[Happening, ...]] = {
    Fact.HOURS: (Happening.DOOR_CLOSED, Happening.OPEN_THOUGH_CLOSED, Happening.OTHER_HOURS),
    Fact.PRICES: (Happening.OTHER_PRICE, Happening.PAID_THOUGH_FREE, Happening.FREE_THOUGH_PAID),
}
"""What may have happened, by fact; of the others one says it in words."""

DOUBTABLE = frozenset({Fact.HOURS, Fact.PRICES, Fact.ACCESS, Fact.PRACTICAL, Fact.COMING})
"""The facts one acts upon: the page warns of a doubt about them. A wrong text or picture harms nobody's day."""


class State(enum.StrEnum):
    """Where a report stands."""

    OPEN = "open"
    CORRECTED = "corrected"
    UPHELD = "upheld"
    """The page was right."""
    SPAM = "spam"
    """Not about the museum: nobody is answered."""
