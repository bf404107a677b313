"""The museums of the network: what the register says of them, and the guide that lists them."""

from portal.domain.museums import profile
from portal.domain.museums.guide import Guide, Neighbour, Selection
from portal.domain.museums.guide_criteria import Circle, Criteria, Order
from portal.domain.museums.guide_entries import DepartementEntry, MuseumEntry, ThemeEntry, TownEntry
from portal.domain.museums.models import (
    FormerSlug,
    Museum,
    MuseumLabel,
    MuseumProfile,
    MuseumTheme,
    SetBy,
)
from portal.domain.museums.queries import by_slug, entry, entry_of, guide, slug_now, slugs_now

__all__ = [
    "Circle",
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
    "Order",
    "Selection",
    "SetBy",
    "ThemeEntry",
    "TownEntry",
    "by_slug",
    "entry",
    "entry_of",
    "guide",
    "profile",
    "slug_now",
    "slugs_now",
]
