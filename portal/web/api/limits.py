"""How often one address may ask: a bucket of tokens an address, in this process."""

import math
import time
from dataclasses import dataclass, field
from threading import Lock

from flask import Flask, current_app, request
from werkzeug.exceptions import TooManyRequests

SETTING = "API_REQUESTS_PER_MINUTE"
USUAL = 600
MOST_BUCKETS = 10_000


@dataclass
class Buckets:
    """The tokens that each address has left, and when they were counted."""

    left: dict[str, tuple[float, float]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def take(self, address: str, per_minute: int, now: float) -> int:
        """Take a token; return 0, or after how many seconds there will be one."""
        with self.lock:
            tokens, counted = self.left.get(address, (float(per_minute), now))
            tokens = min(float(per_minute), tokens + (now - counted) * per_minute / 60)
            if tokens < 1:
                self.left[address] = (tokens, now)
                return math.ceil((1 - tokens) * 60 / per_minute)
            if len(self.left) >= MOST_BUCKETS and address not in self.left:
                self._forget_the_full(now)
            self.left[address] = (tokens - 1, now)
            return 0

    def _forget_the_full(self, now: float) -> None:
        """Forget whoever has asked nothing for a minute, whose bucket is full again; all, where none has."""
        self.left = {address: kept for address, kept in self.left.items() if now - kept[1] < 60}
        if len(self.left) >= MOST_BUCKETS:
            self.left.clear()


def init_app(app: Flask, prefix: str) -> None:
    """Count what each address asks under this path."""
    app.config.setdefault(SETTING, USUAL)
    buckets = Buckets()

    def count() -> None:
        if not request.path.startswith(prefix) or request.method == "OPTIONS":
            return
        wait = buckets.take(request.remote_addr or "", current_app.config[SETTING], time.monotonic())
        if wait:
            raise TooManyRequests(retry_after=wait)

    app.before_request(count)
