"""A letter as its reader sees it, without the secret it carries: an admin never holds somebody's link."""

import base64
import hashlib
import re

from flask import Response

from portal.domain import letters

_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


def answer(html: str) -> Response:
    """Return the HTML part for the frame of its page: no script, no form, nothing fetched, its own style alone."""
    shown = letters.veiled(html)
    response = Response(shown, mimetype="text/html")
    styles = " ".join(_digests(shown)) or "'none'"
    response.headers["Content-Security-Policy"] = "; ".join(
        (
            "default-src 'none'",
            f"style-src {styles}",
            "base-uri 'none'",
            "object-src 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
            "sandbox",
        )
    )
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _digests(html: str) -> list[str]:
    """Return the digests of the style blocks (CSP level 3, 6.7.3.2), so that no other style applies."""
    blocks = (hashlib.sha256(block.encode()).digest() for block in _STYLE.findall(html))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in blocks]
