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
    "day",
    "day_text",
    "free_day",
]
