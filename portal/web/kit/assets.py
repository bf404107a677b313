"""Static files under addresses that carry their content's stamp, kept in memory compressed, kept for ever by browsers."""

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import brotli
from flask import Flask, Response, abort, current_app, request

from portal.web.kit.gate import open_to_everyone

FOR_EVER = "public, max-age=31536000, immutable"
TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")
TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml", ".css": "text/css"}


@dataclass(frozen=True)
class Asset:
    """One static file."""

    content: bytes
    mimetype: str

    @cached_property
    def stamp(self) -> str:
        """What changes with the content, and with nothing else."""
        return hashlib.sha256(self.content).hexdigest()[:10]

    @cached_property
    def brotli(self) -> bytes:
        """The content as browsers of today like it; compressed once, as small as can be."""
        return bytes(brotli.compress(self.content, quality=11))

    @cached_property
    def gzip(self) -> bytes:
        """The content as every browser understands it."""
        return gzip.compress(self.content, compresslevel=9, mtime=0)

    def encoded(self) -> tuple[bytes, str | None]:
        """Return the content in the best encoding that the request accepts."""
        if not self.mimetype.startswith(TEXTS):
            return self.content, None
        accepted = request.accept_encodings
        for name in ("br", "gzip"):
            if accepted[name]:
                return (self.brotli if name == "br" else self.gzip), name
        return self.content, None


def init_app(app: Flask) -> None:
    """Read the static files once, serve them, and stamp their addresses."""
    app.extensions["assets"] = _read(Path(app.root_path) / "static")
    app.add_url_rule("/static/<path:filename>", "static", open_to_everyone(serve))
    app.url_defaults(_add_stamp)


def serve(filename: str) -> Response:
    """Serve a static file; one that was not there at the start does not exist."""
    asset = _assets().get(filename)
    if asset is None:
        abort(404)
    content, encoding = asset.encoded()
    response = Response(content, mimetype=asset.mimetype)
    response.set_etag(f"{asset.stamp}-{encoding}" if encoding else asset.stamp)
    response.headers["Cache-Control"] = FOR_EVER if request.args.get("v") == asset.stamp else "no-cache"
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.headers["Vary"] = "Accept-Encoding"
    response.make_conditional(request)
    return response


def _assets() -> Mapping[str, Asset]:
    assets: Mapping[str, Asset] = current_app.extensions["assets"]
    return assets


def _read(folder: Path) -> dict[str, Asset]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): Asset(path.read_bytes(), _type(path)) for path in files}


def _type(path: Path) -> str:
    return TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def _add_stamp(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static" and "v" not in values and (asset := _assets().get(values.get("filename", ""))):
        values["v"] = asset.stamp
