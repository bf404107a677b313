"""What a form owes visitors who have no account: a seal instead of a session, and no cookie.

The seal says for which museum and when the form was drawn, what the page said then, and bears a key of its own, so that
a form sent twice is one. It is ours (signed), good for two hours, and too young for a few seconds, which stops programs and
nobody else.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from portal.domain.accounts import keys
from portal.web.kit import browsers

LASTS = timedelta(hours=2)
NOBODY_IS_QUICKER = timedelta(seconds=3)


@dataclass(frozen=True)
class Seal:
    """What the hidden field of a form said, once its signature is known to be ours."""

    museum_id: int
    key: str
    drawn_at: datetime
    read: Mapping[str, str]
    """Digests of what the page said."""

    def is_old(self, now: datetime) -> bool:
        """Return whether the form was drawn too long ago."""
        return not timedelta(0) <= now - self.drawn_at <= LASTS

    def is_hasty(self, now: datetime) -> bool:
        """Return whether nobody can have filled the form in so fast."""
        return now - self.drawn_at < NOBODY_IS_QUICKER


def seal(museum_id: int, read: Mapping[str, str], now: datetime) -> str:
    """Return the hidden field of a form drawn now."""
    drawn = [museum_id, secrets.token_urlsafe(18), now.isoformat(), dict(read)]
    return str(_sealer().dumps(drawn))


def unseal(written: str | None) -> Seal | None:
    """Return what a hidden field says, if we have written it."""
    try:
        museum_id, key, drawn_at, read = _sealer().loads(written or "")
    except BadSignature:
        return None
    return Seal(museum_id, key, datetime.fromisoformat(drawn_at), read)


def digest_of(value: Any) -> str:
    """Return a short digest of a value, to tell whether it changed."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:12]


def mark(use: str, text: str = "") -> str:
    """Return a digest of the visitor's network for one use, or of a text; nobody can go back from it."""
    key = str(current_app.config["SECRET_KEY"])
    return keys.digest(key, f"visitor: {use}", text or browsers.network() or "")


def _sealer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.config["SECRET_KEY"]), salt="visitor-form")
