"""What of the language is not read into rows, each with its reason: the room tells it in a sentence."""

import enum

from portal.domain.errors import DomainError


class OsmRefusal(enum.Enum):
    """Why a string is not read."""

    EMPTY = "empty"
    """Nothing was pasted."""
    TOO_LONG = "too_long"
    """More than any museum needs."""
    SYNTAX = "syntax"
    """It is not written as the language wants, at this part."""
    FALLBACK = "fallback"
    """`||`: what holds otherwise."""
    WEEK_NUMBERS = "week_numbers"
    """`week 1-26`."""
    SUN = "sun"
    """Sunrise, sunset, dawn, dusk: hours that change each day."""
    SCHOOL_HOLIDAYS = "school_holidays"
    """`SH`: school holidays are said with our own calendar."""
    OPEN_END = "open_end"
    """`10:00+`: open, nobody knows until when."""
    STEPS = "steps"
    """`10:00-16:00/01:30`, `2026-2030/2`: every so often."""
    SHIFTED_DAY = "shifted_day"
    """`Su[1] +1 day`, `PH -1 day`: the day before or after another."""
    NO_HOURS = "no_hours"
    """Days without hours, which the language reads as open day and night."""
    COMMENT_ALONE = "comment_alone"
    """A comment that does not say whether it is open."""
    UNKNOWN_HOURS = "unknown_hours"
    """Hours of which it is not known whether it is open, and not by appointment either."""
    HOLIDAY_WEEKDAY = "holiday_weekday"
    """Holidays on some weekdays only, or of some months."""
    HOLIDAY_VARIES = "holiday_varies"
    """A holiday has hours that differ from year to year in a way that rows do not say."""
    MOVING_ORDER = "moving_order"
    """Seasons that follow each other in another order when Easter is early or late."""
    NIGHT = "night"
    """A night past midnight that a rule of the next day cuts off, or that engines read differently."""
    OVERLAP = "overlap"
    """Rules that hold on the same days in a way that rows do not say."""


class OsmRefusedError(DomainError):
    """A string of opening hours is not read."""

    def __init__(self, reason: OsmRefusal, part: str) -> None:
        """Keep why, and which part of it."""
        super().__init__(f"{reason.value}: {part}")
        self.reason, self.part = reason, part
