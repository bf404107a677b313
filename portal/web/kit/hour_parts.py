"""The parts of the two blocks of hours in words, for those who compare two texts of them."""

from collections.abc import Mapping
from typing import Any

from portal.domain.hours import entry
from portal.web.kit.messages import LazyString, _l

PARTS: Mapping[str, LazyString] = {
    "periods": _l("Périodes"),
    "holidays": _l("Jours fériés"),
    "services": _l("Services"),
    "exceptions": _l("Dates exceptionnelles"),
    "closures": _l("Longues fermetures"),
}


def words(part: str, value: Any) -> str:
    """Return a part of a block in words, a line a fact."""
    return str(value or "")
