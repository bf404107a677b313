"""How often one address may ask the API."""

import time

from flask import Flask, current_app, request
from werkzeug.exceptions import TooManyRequests

from portal.web.kit import counting
from portal.web.kit.buckets import Buckets

SETTING = "API_REQUESTS_PER_MINUTE"
USUAL = 600


def init_app(app: Flask, prefix: str) -> None:
    """Count what each address asks under this path."""
    app.config.setdefault(SETTING, USUAL)
    buckets = Buckets()

    def count() -> None:
        if not request.path.startswith(prefix) or request.method == "OPTIONS" or counting.is_our_own():
            return
        wait = buckets.take(request.remote_addr or "", current_app.config[SETTING], time.monotonic())
        if wait:
            raise TooManyRequests(retry_after=wait)

    app.before_request(count)
