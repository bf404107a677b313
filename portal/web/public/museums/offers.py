"""What search engines read of prices: schema.org `Offer` and `isAccessibleForFree`, with only what is known."""

from datetime import date
from decimal import Decimal
from typing import Any

from portal.domain.admission import Cost, PriceLine, Rows, free_for
from portal.web.kit import prices
from portal.web.kit.locale import page_language


def offers_data(rows: Rows, today: date) -> dict[str, Any]:
    """Return the offers in force on a day, and whether entry is free for everybody every day.

    A museum is a place, and places have no `offers`: the offers say at which place they are to be had.
    """
    data: dict[str, Any] = {}
    everyday = free_for(
        Rows(rows.lines, (), rows.always_free, valid_from=rows.valid_from, valid_to=rows.valid_to), today
    )
    if everyday.cost is not Cost.UNKNOWN:
        data["isAccessibleForFree"] = everyday.cost is Cost.FREE
    offers = [_offer(line, rows) for line in rows.lines if rows.holds(line, today)]
    return data | ({"@reverse": {"availableAtOrFrom": offers}} if offers else {})


def _offer(line: PriceLine, rows: Rows) -> dict[str, Any]:
    language = page_language()
    words = [prices.condition_words(each, language).text for each in (line.condition, line.proof) if each]
    first, last = line.valid_from or rows.valid_from, line.valid_to or rows.valid_to
    offer = {
        "@type": "Offer",
        "name": prices.audience_words(line, language).title.text,
        "category": prices.scope_name(line.scope, language),
        "price": f"{Decimal(line.amount) / 100:.2f}",
        "priceCurrency": "EUR",
        "description": ", ".join(words),
        "validFrom": first.isoformat() if first else None,
        "validThrough": last.isoformat() if last else None,
    }
    return {key: value for key, value in offer.items() if value}
