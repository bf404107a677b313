"""Where it is safe to send somebody next: a path of this site, and nothing else."""

from urllib.parse import urlsplit

from flask import request

LONGEST = 2000
BACK = "retour"
"""The field of a form that says where it was sent from."""


def back(otherwise: str) -> str:
    """Return where this form was sent from, if it says so, else the other address."""
    return safe_next(request.form.get(BACK), otherwise)


def safe_next(target: str | None, otherwise: str) -> str:
    r"""Return the target if it is a plain path of this site, else the other one.

    Browsers read `//host`, `/\host` and control characters as other hosts or schemes, so none is let through.
    """
    if not target or len(target) > LONGEST or not target.startswith("/"):
        return otherwise
    if (
        target.startswith("//")
        or "\\" in target
        or any(ord(letter) < 0x20 or ord(letter) == 0x7F for letter in target)
    ):
        return otherwise
    parts = urlsplit(target)
    return otherwise if parts.scheme or parts.netloc else target
