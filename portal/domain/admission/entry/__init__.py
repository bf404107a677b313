"""Reads prices as people type them, in French or Occitan: amounts, for whom, on which days."""

from portal.domain.admission.entry.amounts import amount, amount_text
from portal.domain.admission.entry.audiences import Who, audience
from portal.domain.admission.entry.dates import day, day_text
from portal.domain.admission.entry.errors import (
    AmountMissingError,
    AudienceMissingError,
    EntryError,
    NotADateError,
    NotAFreeDayError,
    NotAnAmountError,
)
from portal.domain.admission.entry.free_days import free_day
from portal.domain.hours.entry import bound_text

__all__ = [
    "AmountMissingError",
    "AudienceMissingError",
    "EntryError",
    "NotADateError",
    "NotAFreeDayError",
    "NotAnAmountError",
    "Who",
    "amount",
    "amount_text",
    "audience",
    "bound_text",
    "day",
    "day_text",
    "free_day",
]
