"""The outlines of the départements as GeoJSON, for maps that pan and zoom: drawn from the same data as the SVG."""

import hashlib
import json
from functools import lru_cache
from typing import Any

from flask import Flask, Response, request, url_for

from portal.domain.places import drawing
from portal.web.kit.assets import FOR_EVER
from portal.web.kit.gate import open_to_everyone


def init_app(app: Flask) -> None:
    """Serve the outlines under an address that carries their stamp."""
    app.add_url_rule("/carte/departements.geojson", "outlines", open_to_everyone(serve))


def address() -> str:
    """Return the address of the outlines, with their stamp."""
    return url_for("outlines", v=_stamp())


def serve() -> Response:
    """Serve the outlines: kept for ever under their stamp, asked for again without it."""
    response = Response(_written(), mimetype="application/geo+json")
    response.set_etag(_stamp())
    response.headers["Cache-Control"] = FOR_EVER if request.args.get("v") == _stamp() else "no-cache"
    response.make_conditional(request)
    return response


@lru_cache(maxsize=1)
def _written() -> str:
    shapes = [
        _feature("Polygon" if len(rings) == 1 else "MultiPolygon", rings, code=code, blue=drawing.BLUES[code])
        for code, rings in drawing.outlines().items()
        if code in drawing.BLUES
    ]
    canal = {
        "type": "Feature",
        "properties": {"canal": True},
        "geometry": {"type": "LineString", "coordinates": drawing.CANAL_DU_MIDI},
    }
    return json.dumps({"type": "FeatureCollection", "features": [*shapes, canal]}, separators=(",", ":"))


@lru_cache(maxsize=1)
def _stamp() -> str:
    return hashlib.sha256(_written().encode()).hexdigest()[:10]


def _feature(kind: str, rings: list[drawing.Ring], **properties: str) -> dict[str, Any]:
    # GeoJSON closes its rings; ours do without their last point.
    closed = [[*ring, ring[0]] for ring in rings]
    coordinates: list[Any] = closed if kind == "Polygon" else [[ring] for ring in closed]
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }
