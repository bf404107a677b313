"""Opening hours: what museums say of them, and what holds on any day."""

from portal.domain.hours.advice import Advice, AdviceKind, advice, undecided
from portal.domain.hours.blocks import EXCEPTIONS, HOURS, confirm, exceptions_key, key
from portal.domain.hours.checking import checked_exceptions, checked_hours
from portal.domain.hours.derived import LONGEST_RANGE, States, extend, rebuild, states
from portal.domain.hours.errors import HoursRefusedError
from portal.domain.hours.live import Kept, of, of_many, school_calendar
from portal.domain.hours.models import MuseumHours, OpeningDay, SchoolHolidayRow
from portal.domain.hours.moments import Present, horizon, present
from portal.domain.hours.reconduction import Line, reconducted
from portal.domain.hours.schedule import Answer, Rule, RuleKind, Schedule, State
from portal.domain.hours.standing import standing

__all__ = [
    "EXCEPTIONS",
    "HOURS",
    "LONGEST_RANGE",
    "Advice",
    "AdviceKind",
    "Answer",
    "HoursRefusedError",
    "Kept",
    "Line",
    "MuseumHours",
    "OpeningDay",
    "Present",
    "Rule",
    "RuleKind",
    "Schedule",
    "SchoolHolidayRow",
    "State",
    "States",
    "advice",
    "checked_exceptions",
    "checked_hours",
    "confirm",
    "exceptions_key",
    "extend",
    "horizon",
    "key",
    "of",
    "of_many",
    "present",
    "rebuild",
    "reconducted",
    "school_calendar",
    "standing",
    "states",
    "undecided",
]
