"""Answers compressed as the visitor's browser likes best."""

from flask import Flask
from flask_compress import Compress


def init_app(app: Flask) -> None:
    """Compress text answers; the levels trade a little size for much less waiting."""
    app.config.update(
        COMPRESS_MIMETYPES=[
            "text/html",
            "text/css",
            "text/javascript",
            "text/plain",
            "application/json",
            "application/geo+json",
            "application/problem+json",
            "application/xml",
            "application/atom+xml",
            "image/svg+xml",
        ],
        COMPRESS_ALGORITHM=["br", "zstd", "gzip"],
        COMPRESS_BR_LEVEL=5,
        COMPRESS_ZSTD_LEVEL=8,
        COMPRESS_MIN_SIZE=700,
        COMPRESS_STREAMS=False,
    )
    Compress(app)
