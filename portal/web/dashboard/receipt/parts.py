"""The parts of a museum's content that a receipt is given for: their blocks, and the room that writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from portal.domain import access, admission, hours, media
from portal.domain.museums import profile
from portal.domain.revisions import Block
from portal.web.kit.messages import LazyString, _l

HOURS, PRICES, ACCESS, PRACTICAL = "horaires", "tarifs", "acces", "pratique"
OUTAGES, PICTURES, PROFILE = "pannes", "photos", "description"


@dataclass(frozen=True)
class Part:
    """What is published together."""

    name: str
    path: str
    """Where its receipt is, under the room."""
    title: LazyString
    blocks: tuple[Block, ...]
    room: str
    """The endpoint of the room, and what its address takes beside the museum."""
    place: Mapping[str, Any]

    def address(self, museum: str) -> str:
        """Return the room of a museum that writes it."""
        return url_for(self.room, museum=museum, **self.place)


_ALL = (
    Part(HOURS, "/horaires/", _l("Horaires"), (hours.HOURS, hours.EXCEPTIONS), "dashboard.hours.edit", {}),
    Part(PRICES, "/tarifs/", _l("Tarifs"), (admission.PRICES,), "dashboard.prices.edit", {}),
    Part(ACCESS, "/acces/", _l("Accès"), (access.ACCESS,), "dashboard.access.edit", {"part": "acces"}),
    Part(
        PRACTICAL,
        "/acces/pratique/",
        _l("Pratique"),
        (access.PRACTICAL,),
        "dashboard.access.edit",
        {"part": "pratique"},
    ),
    Part(
        OUTAGES, "/acces/pannes/", _l("Pannes"), (access.OUTAGES,), "dashboard.access.edit", {"part": "acces"}
    ),
    Part(PICTURES, "/photos/", _l("Photos"), (media.BLOCK,), "dashboard.pictures.index", {}),
    Part(PROFILE, "/description/", _l("Fiche du musée"), (profile.BLOCK,), "dashboard.profile.edit", {}),
)
PARTS: Mapping[str, Part] = {part.name: part for part in _ALL}
