"""The one clock of the portal; `PORTAL_QA_NOW` freezes it for the whole site."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from flask import current_app, g

from portal.config import PARIS


@contextmanager
def showing(instant: datetime) -> Iterator[None]:
    """Have this request's page be that of another instant inside the block: a preview's, and nothing else's.

    Sessions, secrets and the journal are looked at outside of it.
    """
    g.shown_at = instant.astimezone(UTC)
    try:
        yield
    finally:
        g.pop("shown_at", None)


def now() -> datetime:
    """Return the present instant, in UTC; the one that is shown, in a preview."""
    shown: datetime | None = g.get("shown_at")
    if shown is not None:
        return shown
    frozen: datetime | None = current_app.extensions["settings"].qa_now
    return frozen.astimezone(UTC) if frozen else datetime.now(UTC)  # noqa: TID251 - this is the clock


def machine_now() -> datetime:
    """Return the machine's own instant, for what must not stand still: request limits and time-based codes."""
    return datetime.now(UTC)  # noqa: TID251 - this is the clock


def today() -> date:
    """Return today's date in Europe/Paris, wherever the visitor is."""
    return now().astimezone(PARIS).date()
