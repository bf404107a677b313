"""What cannot be kept of typed hours, each named so that a sentence by its field can say what to do."""

from collections.abc import Mapping
from datetime import date

from portal.domain.errors import DomainError


class HoursRefusedError(DomainError):
    """What was typed cannot be kept; `errors` says why, by path (`periods.0.to`, `exceptions.4.from`)."""

    def __init__(self, errors: Mapping[str, DomainError]) -> None:
        super().__init__()
        self.errors = errors


class SpanInvertedError(DomainError):
    """It ends before it begins."""


class SpanMixedError(DomainError):
    """One end says its year and the other does not."""


class SpanTooLongError(DomainError):
    """It lasts longer than anybody plans."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        """How many years it may last."""


class SpanMissingError(DomainError):
    """Neither dates nor school holidays say when it holds."""


class PeriodsOverlapError(DomainError):
    """Two periods of each year overlap, and neither lies inside the other."""

    def __init__(self, other: int, day: date) -> None:
        super().__init__()
        self.other = other
        """The other's place in the list, from 0."""
        self.day = day
        """The first day that both claim."""


class PeriodsEqualError(DomainError):
    """Two periods hold for the same days."""

    def __init__(self, other: int) -> None:
        super().__init__()
        self.other = other


class SlotsOverlapError(DomainError):
    """Two stretches of one day overlap."""


class SlotsMissingError(DomainError):
    """Hours are announced and none is given."""


class HourMissingError(DomainError):
    """Closing earlier or opening later, without saying when."""


class ExceptionsEqualError(DomainError):
    """Two exceptions are about the same days."""

    def __init__(self, other: int) -> None:
        super().__init__()
        self.other = other


class ClosureEndMissingError(DomainError):
    """A closure of each year that does not say when it ends."""


class TooManyRowsError(DomainError):
    """More rows than a museum has."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most


class WeekdayTwiceError(DomainError):
    """The same weekday of the month is said twice."""


class LastAdmissionError(DomainError):
    """A last admission that is no stretch of time before closing."""
