"""The museums of the network: what the register says of them, and the guide that lists them."""

from portal.domain.museums.guide import (
    Criteria,
    DepartementEntry,
    Guide,
    MuseumEntry,
    Neighbour,
    Selection,
    ThemeEntry,
    TownEntry,
)
from portal.domain.museums.models import (
    FormerSlug,
    Museum,
    MuseumLabel,
    MuseumProfile,
    MuseumTheme,
    SetBy,
)
from portal.domain.museums.queries import by_slug, entry, entry_of, guide, slug_now

__all__ = [
    "Criteria",
    "DepartementEntry",
    "FormerSlug",
    "Guide",
    "Museum",
    "MuseumEntry",
    "MuseumLabel",
    "MuseumProfile",
    "MuseumTheme",
    "Neighbour",
    "Selection",
    "SetBy",
    "ThemeEntry",
    "TownEntry",
    "by_slug",
    "entry",
    "entry_of",
    "guide",
    "slug_now",
]
