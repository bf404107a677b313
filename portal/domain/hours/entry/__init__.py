"""Reads hours as people type them, in French or Occitan, and writes them back as a form shows them."""

from portal.domain.hours.entry.bounds import bound, bound_text
from portal.domain.hours.entry.durations import minutes
from portal.domain.hours.entry.errors import (
    EmptyStretchError,
    EntryError,
    ImpossibleDateError,
    InvertedTimesError,
    NotABoundError,
    NotADurationError,
    NotATimeError,
    OneEndError,
    OverlappingTimesError,
    TooManyStretchesError,
    YearRefusedError,
)
from portal.domain.hours.entry.times import times, times_text

__all__ = [
    "EmptyStretchError",
    "EntryError",
    "ImpossibleDateError",
    "InvertedTimesError",
    "NotABoundError",
    "NotADurationError",
    "NotATimeError",
    "OneEndError",
    "OverlappingTimesError",
    "TooManyStretchesError",
    "YearRefusedError",
    "bound",
    "bound_text",
    "minutes",
    "times",
    "times_text",
]
