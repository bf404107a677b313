"""How the API answers: JSON that any site may read, and "not modified" where nothing has changed."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, Response, current_app, request

from portal.db import content_version, db
from portal.web.kit.clock import today

Json = Mapping[str, Any]

VERSION = "1.2.0"
"""The version of the shapes: a new one makes every kept answer stale."""
FRESH = "public, max-age=0, must-revalidate"
FIVE_MINUTES = "public, max-age=300"
OPEN_DOORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


def init_app(app: Flask, prefix: str) -> None:
    """Let the pages of any site read every answer under this path, errors included."""

    def open_doors(response: Response) -> Response:
        if request.path.startswith(prefix):
            response.headers.update(OPEN_DOORS)
            if request.method == "OPTIONS":
                response.headers.update(PREFLIGHT)
        return response

    app.after_request(open_doors)


def answer(
    build: Callable[[], Json],
    asked: Mapping[str, Any] | None = None,
    *,
    mimetype: str = "application/json",
    cache: str = FRESH,
) -> Response:
    """Answer what is built, or 304 without building it where the client holds the answer to what is asked."""
    tag = _tag(asked or {})
    if request.if_none_match.contains_weak(tag):
        response = Response(status=304)
    else:
        response = Response(written(build()), mimetype=mimetype)
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = cache
    return response


def written(body: Json) -> str:
    """Return the body as compact JSON, accents as they are."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _tag(asked: Mapping[str, Any]) -> str:
    """Return what changes whenever the answer may: the content, the day, the question, the shapes."""
    stamp = content_version(db.session())
    public_url = current_app.extensions["settings"].public_url
    parts = [VERSION, public_url, stamp.number, today().isoformat(), request.path, sorted(asked.items())]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:24]
