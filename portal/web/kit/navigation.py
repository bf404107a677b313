"""The menus, as data: only rooms that exist."""

from dataclasses import dataclass

from flask import request, url_for

from portal.web.kit.messages import _


@dataclass(frozen=True)
class Link:
    """One entry of a menu."""

    name: str
    address: str
    is_here: bool


def main_menu() -> list[Link]:
    """Return the public menu."""
    rooms = (
        (_("Musées"), "public.museums.index", ("public.museums", "public.places", "public.visitor_reports")),
        (_("Agenda"), "public.agenda.index", ("public.agenda",)),
        (_("Thèmes"), "public.themes.index", ("public.themes",)),
        (_("Carte"), "public.atlas.show", ("public.atlas",)),
    )
    here = request.blueprint or ""
    return [Link(name, url_for(endpoint), here in blueprints) for name, endpoint, blueprints in rooms]
