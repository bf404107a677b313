"""Writes numbers, prices, distances, centuries and lists as French and Occitan write them.

Every function takes its language and nothing else from outside, so that a letter, a feed or a
page in the other language can use it. Dates and times live in `dates` and are offered here too.
"""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from markupsafe import Markup

from portal.web.kit.dates import (
    clock_time,
    date_range,
    day_month,
    full_date,
    long_date,
    long_date_markup,
    month_title,
    relative_days,
    short_date,
    time_range,
    time_range_words,
    weekday_date,
    weekday_name,
    weekday_short,
)
from portal.web.kit.languages import Language
from portal.web.kit.occitan import NBSP
from portal.web.kit.typography import typographic_markup

__all__ = [
    "century",
    "century_markup",
    "clock_time",
    "date_range",
    "day_month",
    "distance_km",
    "full_date",
    "long_date",
    "long_date_markup",
    "month_title",
    "number",
    "ordinal",
    "phone_href",
    "price",
    "relative_days",
    "sentence_case",
    "sentence_list",
    "short_date",
    "time_range",
    "time_range_words",
    "weekday_date",
    "weekday_name",
    "weekday_short",
]

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def number(value: Decimal | float, language: Language) -> str:
    """Write `1 234,5`: decimal comma, thousands apart by a narrow no-break space."""
    return format_decimal(value, locale=language)


def price(euros: Decimal | int, language: Language) -> str:
    """Write `5,50 €`, and `8 €` when there are no cents."""
    amount = Decimal(euros).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    pattern = "#,##0\u00a0¤" if amount == amount.to_integral_value() else "#,##0.00\u00a0¤"
    return format_currency(amount, "EUR", pattern, locale=language, currency_digits=False)


def distance_km(kilometres: float, language: Language) -> str:
    """Write `0,4 km`, `47 km`: tenths below ten kilometres, whole ones above."""
    pattern = "#,##0.#" if kilometres < 9.95 else "#,##0"
    return format_decimal(kilometres, pattern, locale=language) + f"{NBSP}km"


def century(rank: int, language: Language) -> str:
    """Write `XIXe siècle`, `sègle XIX`; a negative rank counts back from our era."""
    numeral = _roman(abs(rank))
    if language == "fr":
        words = f"{numeral}{'er' if abs(rank) == 1 else 'e'}{NBSP}siècle"
        return words if rank > 0 else f"{words} av.{NBSP}J.-C."
    words = f"sègle{NBSP}{numeral}"
    return words if rank > 0 else f"{words} ab.{NBSP}J.-C."


def century_markup(rank: int, language: Language) -> Markup:
    """Write the century with the French `e` raised."""
    return typographic_markup(century(rank, language), language)


def ordinal(rank: int, language: Language, *, feminine: bool = False) -> str:
    """Write `1er`, `1re`, `2e`; `1èr`, `1èra`, `2nd`, `3en` (date-fns, Occitan locale)."""
    if language == "fr":
        first = "re" if feminine else "er"
        return f"{rank}{first if rank == 1 else 'e'}"
    ending = {1: "èr", 2: "nd"}.get(rank, "en")
    return f"{rank}{ending}{'a' if feminine else ''}"


def sentence_list(items: Iterable[str], language: Language) -> str:
    """Write `A, B et C`, `A, B e C`."""
    return format_list([str(item) for item in items], locale=language)


def sentence_case(text: str) -> str:
    """Give the first letter its capital and leave the rest: `novembre 2026`, `òbras` to `Òbras`."""
    return text[:1].upper() + text[1:]


def phone_href(phone: str) -> str:
    """Return the first number of a French entry in international form: `+33561222182`.

    Short numbers (`3975`) and numbers already international stay as they are; nothing dialable
    gives an empty string.
    """
    first = re.split(r"[/;,]| ou | o ", phone.strip(), maxsplit=1)[0]
    international = first.startswith(("+", "00"))
    digits = re.sub(r"\D", "", first.replace("(0)", ""))
    if first.startswith("00"):
        digits = digits.removeprefix("00")
    if international and digits:
        return f"+{digits}"
    if re.fullmatch(r"0\d{9}", digits):
        return f"+33{digits[1:]}"
    return digits


def _roman(rank: int) -> str:
    """Return the Roman numeral of a century (1 to 39, enough for art history)."""
    if not 1 <= rank < 40:
        raise ValueError(f"no century number {rank}")
    numeral = ""
    for value, letters in ROMAN:
        count, rank = divmod(rank, value)
        numeral += letters * count
    return numeral
