"""What the events refuse, by name."""

from collections.abc import Mapping

from portal.domain.errors import DomainError


class EventRefusedError(DomainError):
    """What was typed cannot be kept; `errors` says why, by field (`title.fr`, `occurrences.2.end`)."""

    def __init__(self, errors: Mapping[str, DomainError]) -> None:
        super().__init__()
        self.errors = errors


class TitleMissingError(DomainError):
    """An event without a French title."""


class UnknownChoiceError(DomainError):
    """A value that is none of those offered."""


class DayError(DomainError):
    """Not a day."""


class TimeError(DomainError):
    """Not a time."""


class NoSuchTimeError(DomainError):
    """A time that no clock shows: 2:30 on the night when clocks go forward."""


class EndBeforeStartError(DomainError):
    """An end before its start."""


class TooLongError(DomainError):
    """A date that lasts longer than an event's date may: an exhibition has a run instead."""


class TooFarError(DomainError):
    """A day too long ago or too far ahead to be meant."""


class TooManyDatesError(DomainError):
    """More dates than an event may have."""


class AgesError(DomainError):
    """Ages that are none, or in the wrong order."""


class AmountError(DomainError):
    """Not an amount of euros."""


class NumberError(DomainError):
    """Not a whole number within its bounds."""


class RunMissingError(DomainError):
    """An exhibition of which neither the days nor that it is permanent is said."""


class IntervalError(DomainError):
    """A rule that repeats never, or too seldom to be meant."""


class LinkMissingError(DomainError):
    """Something online without the address where to join."""


class HostError(DomainError):
    """A museum that is not of the network, or is the organiser itself."""


class PlaceMissingError(DomainError):
    """Something held elsewhere without saying where."""


class RuleEmptyError(DomainError):
    """A rule that gives no date at all."""
