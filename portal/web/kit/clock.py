"""The one clock of the portal; `PORTAL_QA_NOW` freezes it for the whole site."""

from datetime import UTC, date, datetime

from flask import current_app

from portal.config import PARIS


def now() -> datetime:
    """Return the present instant, in UTC."""
    frozen: datetime | None = current_app.extensions["settings"].qa_now
    return frozen.astimezone(UTC) if frozen else datetime.now(UTC)  # noqa: TID251 - this is the clock


def machine_now() -> datetime:
    """Return the machine's own instant, for what must not stand still: request limits and time-based codes."""
    return datetime.now(UTC)  # noqa: TID251 - this is the clock


def today() -> date:
    """Return today's date in Europe/Paris, wherever the visitor is."""
    return now().astimezone(PARIS).date()
