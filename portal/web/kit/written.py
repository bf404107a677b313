"""The blocks that a museum writes, in the order of its space: what each is called, and the room that writes it."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.domain import access, admission, hours, media
from portal.domain.museums import profile
from portal.domain.revisions import Block, Key
from portal.web.kit.messages import LazyString, _l


@dataclass(frozen=True)
class Written:
    """A kind of block about the museum itself."""

    block: Block
    name: LazyString
    key: Callable[[int], Key]
    room: str
    """The endpoint of the room that writes it."""

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.block.kind


WRITTEN = (
    Written(profile.BLOCK, _l("Fiche du musée"), profile.key, "dashboard.profile.edit"),
    Written(hours.HOURS, _l("Horaires"), hours.key, "dashboard.hours.edit"),
    Written(hours.EXCEPTIONS, _l("Dates exceptionnelles"), hours.exceptions_key, "dashboard.hours.edit"),
    Written(admission.PRICES, _l("Tarifs"), admission.key, "dashboard.prices.edit"),
    Written(access.ACCESS, _l("Accessibilité"), access.key, "dashboard.access.edit"),
    Written(access.OUTAGES, _l("Pannes"), access.outages_key, "dashboard.access.edit"),
    Written(access.PRACTICAL, _l("Pratique"), access.practical_key, "dashboard.access.edit"),
    Written(media.BLOCK, _l("Photos"), media.key, "dashboard.pictures.index"),
)


def written_of(kind: str) -> Written | None:
    """Return a kind of block by its name."""
    return next((each for each in WRITTEN if each.kind == kind), None)
