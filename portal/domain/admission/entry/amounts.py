"""A price as people type it: `8`, `8 €`, `8,50`, `8.50 euros`, `8€50`, `gratuit`."""

import re

from portal.domain.admission.entry.errors import NotAnAmountError
from portal.domain.admission.errors import AmountNegativeError, AmountTooHighError
from portal.domain.admission.rows import FREE
from portal.domain.folding import fold

LONGEST = 40
MOST_EUROS = 1_000

_FREE = {
    "gratuit",
    "gratuite",
    "gratuits",
    "gratuites",
    "gratis",
    "a gratis",
    "libre",
    "entree libre",
    "liure",
    "free",
}
_EURO = r"(?:€|euros?|eur)"
_AMOUNT = re.compile(
    rf"(?P<euros>[0-9]{{1,9}})(?: ?[.,] ?(?P<part>[0-9]{{1,2}}))?(?: ?{_EURO})?"
    rf"|(?P<whole>[0-9]{{1,9}}) ?{_EURO} ?(?P<cents>[0-9]{{2}})",
    re.ASCII | re.IGNORECASE,
)
_GROUPED = re.compile(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_MINUS = re.compile(r"[-\u2010-\u2015\u2212] ?(?=[0-9])")


def amount(text: str) -> int | None:
    """Read a price, in cents; nothing where nothing is typed.

    Raise `NotAnAmountError`, `AmountNegativeError` or `AmountTooHighError`.
    """
    typed = " ".join(_GROUPED.sub("", text).split())
    if not typed:
        return None
    if fold(typed) in _FREE:
        return FREE
    if len(typed) > LONGEST:
        raise NotAnAmountError(typed[:LONGEST])
    if _MINUS.match(typed):
        raise AmountNegativeError
    match = _AMOUNT.fullmatch(typed)
    if match is None:
        raise NotAnAmountError(typed)
    cents = _cents(match)
    if cents > MOST_EUROS * 100:
        raise AmountTooHighError(MOST_EUROS * 100)
    return cents


def amount_text(cents: int) -> str:
    """Write a price as a form shows it: `8`, `8,50`, `gratuit`."""
    if cents == FREE:
        return "gratuit"
    euros, part = divmod(cents, 100)
    return f"{euros},{part:02}" if part else str(euros)


def _cents(match: re.Match[str]) -> int:
    if match["whole"] is not None:
        return int(match["whole"]) * 100 + int(match["cents"])
    return int(match["euros"]) * 100 + int((match["part"] or "").ljust(2, "0"))
