"""The shapes of what the API gives: the same everywhere, described in `openapi`."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from flask import url_for

from portal.db import Translated
from portal.domain.museums import MuseumEntry, ThemeEntry
from portal.web.kit.addresses import absolute

Json = dict[str, Any]


def text(translated: Translated) -> Json:
    """Return a text in French, and in Occitan where it is given; Catalan names stand beside."""
    shape: Json = {"fr": translated.fr, "oc": translated.oc if translated.local == "oc" else None}
    if translated.oc and translated.local == "ca":
        shape["ca"] = translated.oc
    return shape


def museum(entry: MuseumEntry, said: Json) -> Json:
    """Return a museum, with what it says of its hours."""
    return {
        "id": entry.identity,
        "slug": entry.slug,
        "name": text(entry.name),
        "town": town(entry),
        "lat": entry.latitude,
        "lon": entry.longitude,
        "themes": [theme(own) for own in entry.themes],
        "opening_today": said["opening_today"],
        "url": museum_url(entry.slug),
        "updated_at": instant(entry.updated_at),
        "verified_at": said["verified_at"],
    }


def feature(entry: MuseumEntry, said: Json) -> Json:
    """Return a museum as a GeoJSON feature; one whose position is not known has no geometry."""
    properties = museum(entry, said)
    id_, lat, lon = (properties.pop(name) for name in ("id", "lat", "lon"))
    located = lat is not None and lon is not None
    geometry = {"type": "Point", "coordinates": [lon, lat]} if located else None
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


def town(entry: MuseumEntry) -> Json:
    """Return a museum's town."""
    return {
        "name": text(entry.town.name),
        "insee": entry.town.insee,
        "departement": entry.town.departement.code,
    }


def theme(entry: ThemeEntry) -> Json:
    """Return a theme."""
    return {"slug": entry.slug, **text(entry.name)}


def listed(items: Sequence[Json], *, total: int, unconfirmed: int = 0, following: str | None = None) -> Json:
    """Return a list, or one page of it."""
    return {"items": list(items), "total": total, "unconfirmed": unconfirmed, "next": following}


def following(endpoint: str, parameters: Mapping[str, Any]) -> str:
    """Return the absolute address of the next page."""
    return absolute(url_for(endpoint, **parameters))


def museum_url(slug: str) -> str:
    """Return the address of a museum's page."""
    return absolute(url_for("public.museums.show", slug=slug))


def instant(moment: datetime) -> str:
    """Return an instant as RFC 3339 writes it, in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
