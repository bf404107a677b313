"""The parts that a whole event and one of its dates both have: what it costs, where it is held."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from portal.domain import museums, texts
from portal.domain.events import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.events import reading
from portal.domain.events.faults import Faults
from portal.domain.events.rows import Place, Price
from portal.domain.events.vocabulary import PlaceKind, PriceKind
from portal.domain.museums import contacts

LONGEST_LINE = 200
LONGEST_WORDS = 200

Typed = Mapping[str, Any]


def price(faults: Faults, path: str, typed: Typed | None) -> Price | None:
    """Read what taking part costs; an amount alone says that it is paid."""
    kept = typed or {}
    least, most = (
        faults.tried(f"{path}.{name}", partial(reading.amount, kept.get(name))) for name in ("least", "most")
    )
    words = faults.words(f"{path}.words", kept.get("words"), LONGEST_WORDS)
    kind = faults.choice(f"{path}.kind", kept.get("kind"), PriceKind)
    if kind is None:
        if least is None and most is None:
            return None if words is None else Price(PriceKind.PAID, words=words)
        kind = PriceKind.FREE if not (least or most) else PriceKind.PAID
    if kind is not PriceKind.PAID:
        return Price(kind, words=words)
    if least is not None and most is not None and most < least:
        least, most = most, least
    return Price(kind, least, most if most != least else None, words)


def place(faults: Faults, path: str, typed: Typed | None, museum_id: int | None) -> Place:
    """Read where it is held; at the organising museum where nothing is said."""
    kept = typed or {}
    kind = faults.choice(f"{path}.kind", kept.get("kind"), PlaceKind) or PlaceKind.MUSEUM
    name, street, town = (
        faults.tried(f"{path}.{field}", partial(texts.line, kept.get(field), LONGEST_LINE))
        for field in ("name", "street", "town")
    )
    link = faults.tried(f"{path}.link", partial(contacts.website, kept.get("link")))
    host = faults.tried(f"{path}.museum_id", partial(reading.whole, kept.get("museum_id")))
    if kind is PlaceKind.HOST and (host is None or host == museum_id or host not in museums.guide().by_id):
        faults.errors.setdefault(f"{path}.museum_id", E.HostError())
    if kind is PlaceKind.ONLINE and link is None:
        faults.errors.setdefault(f"{path}.link", E.LinkMissingError())
    if kind is PlaceKind.ELSEWHERE and name is None and town is None:
        faults.errors.setdefault(f"{path}.name", E.PlaceMissingError())
    return Place(kind, host if kind is PlaceKind.HOST else None, name, street, town, link)
