"""Static files under addresses that carry their content's stamp, kept for ever by browsers."""

import hashlib
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request

FOR_EVER = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    """Stamp every static address, and tell browsers to keep what carries the right stamp."""
    app.extensions["asset_stamps"] = _stamps(Path(app.static_folder or ""))
    app.url_defaults(_add_stamp)
    app.after_request(_keep)


def stamp_of(filename: str) -> str | None:
    """Return the stamp of a static file's content, or nothing for a file that does not exist."""
    stamps: dict[str, str] = current_app.extensions["asset_stamps"]
    return stamps.get(filename)


def _stamps(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:10]
        for path in files
    }


def _add_stamp(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static" and "v" not in values and (stamp := stamp_of(values.get("filename", ""))):
        values["v"] = stamp


def _keep(response: Response) -> Response:
    if request.endpoint != "static" or response.status_code not in {200, 206, 304}:
        return response
    stamp = stamp_of((request.view_args or {}).get("filename", ""))
    stamped = stamp is not None and request.args.get("v") == stamp
    response.headers["Cache-Control"] = FOR_EVER if stamped else "no-cache"
    return response
