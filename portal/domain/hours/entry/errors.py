"""What the reading of hours refuses, by name; each says the part that it could not take, as it was typed."""

from portal.domain.errors import DomainError

SHOWN = 60
"""The most signs of the faulty part that are given back."""


class EntryError(DomainError):
    """Something typed about hours that cannot be taken; `part` is the faulty piece of it."""

    def __init__(self, part: str) -> None:
        part = " ".join(part.split())
        self.part = part if len(part) <= SHOWN else part[: SHOWN - 1].rstrip() + "…"
        super().__init__(self.part)


class NotATimeError(EntryError):
    """Not a time of the day: `25:00`, `9h75`, words."""


class InvertedTimesError(EntryError):
    """A stretch that ends before it begins: `18h-10h`."""


class OverlappingTimesError(EntryError):
    """A stretch that begins before another ends: `10h-14h / 12h-18h`."""


class OneEndError(EntryError):
    """A stretch with one of its two ends: `10h`, `à partir de 14h`."""


class EmptyStretchError(EntryError):
    """A stretch that ends as it begins: `10h-10h`."""


class TooManyStretchesError(EntryError):
    """More stretches than a day may have."""


class NotABoundError(EntryError):
    """Not a day of the year, in any of the ways they are written."""


class ImpossibleDateError(EntryError):
    """A date that no calendar has: `31 février`, `samedi 5 avril 2027`."""


class YearRefusedError(EntryError):
    """A year that is not of our time: outside 2000–2100."""


class NotADurationError(EntryError):
    """Not a number of minutes before closing."""
