"""What robots read: the site's map, with every page in both its languages, and their rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, render_template, url_for

from portal.domain import museums
from portal.domain.events import finding
from portal.domain.events.finding import Asked
from portal.web.kit import due
from portal.web.kit.addresses import absolute
from portal.web.kit.languages import LANGUAGES

blueprint = due.watch(Blueprint("sitemap", __name__))

STILL_PAGES = (
    "home.show",
    "museums.index",
    "agenda.index",
    "themes.index",
    "labels.index",
    "press.index",
    *(f"pages.{name}" for name in ("association", "contact")),
)


MOST_EVENTS = 10_000
"""A map of the site holds 50 000 addresses at most."""


@dataclass(frozen=True)
class Place:
    """One page, in each language."""

    addresses: dict[str, str]


@blueprint.get("/sitemap.xml")
def show() -> Response:
    """List every page that should be found (sitemaps.org 0.9, with `xhtml:link` alternates)."""
    places = [Place(twins) for twins in _places()]
    return Response(render_template("public/sitemap.xml", places=places), mimetype="application/xml")


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Tell robots where the map is, and to leave the endless filters alone."""
    lines = [
        "User-agent: *",
        "Disallow: /affichage",
        "Disallow: /langue",
        f"Sitemap: {absolute(url_for('.show'))}",
    ]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


def _places() -> Iterator[dict[str, str]]:
    guide = museums.guide()
    for endpoint in STILL_PAGES:
        yield _twins(f"public.{endpoint}")
    for museum in guide.museums:
        yield _twins("public.museums.show", slug=museum.slug)
    for event in finding.events(Asked(), limit=MOST_EVENTS):
        yield _twins("public.agenda.show", slug=event.address)
    for theme in guide.themes:
        yield _twins("public.themes.show", slug=theme.slug)
    for label in guide.all_labels:
        yield _twins("public.labels.show", slug=label.slug)
    for departement in guide.departements.values():
        yield _twins("public.places.departement", slug=departement.slug)
    for town in guide.towns.values():
        yield _twins("public.places.town", slug=town.slug)


def _twins(endpoint: str, **values: Any) -> dict[str, str]:
    return {language: absolute(url_for(endpoint, language=language, **values)) for language in LANGUAGES}
