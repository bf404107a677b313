"""Prices: what museums say that entry costs, and what it costs somebody on a day."""

from portal.domain.admission.advice import Advice, AdviceKind, advice
from portal.domain.admission.block import PRICES, confirm, key
from portal.domain.admission.checking import checked, prices_errors
from portal.domain.admission.errors import PricesRefusedError
from portal.domain.admission.finding import Freedom, best_of, free_museums, verdict_of
from portal.domain.admission.live import Kept, of, of_many
from portal.domain.admission.models import MuseumPrices
from portal.domain.admission.rows import Audience, FreeKind, FreeRule, Payment, PriceLine, Rows, Scope
from portal.domain.admission.verdicts import Cost, Verdict, free_for

__all__ = [
    "PRICES",
    "Advice",
    "AdviceKind",
    "Audience",
    "Cost",
    "FreeKind",
    "FreeRule",
    "Freedom",
    "Kept",
    "MuseumPrices",
    "Payment",
    "PriceLine",
    "PricesRefusedError",
    "Rows",
    "Scope",
    "Verdict",
    "advice",
    "best_of",
    "checked",
    "confirm",
    "free_for",
    "free_museums",
    "key",
    "of",
    "of_many",
    "prices_errors",
    "verdict_of",
]
