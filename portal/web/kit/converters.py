"""What an address part may look like; anything else is a 404 before it reaches a query."""

from datetime import date

from flask import Flask
from werkzeug.routing import BaseConverter, ValidationError


class SlugConverter(BaseConverter):
    """An address part of plain letters, digits and hyphens."""

    regex = r"[0-9A-Za-z](?:[0-9A-Za-z-]{0,118}[0-9A-Za-z])?"


class DayConverter(BaseConverter):
    """A day that exists: `2026-11-01`."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    weight = 50  # asked before a slug, which it would be too

    def to_python(self, value: str) -> date:
        """Read the day; one that no calendar has is no address."""
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValidationError from error

    def to_url(self, value: date | str) -> str:
        """Write the day."""
        return value if isinstance(value, str) else value.isoformat()


class CompactDayConverter(DayConverter):
    """A day as the site before wrote it: `20140723`."""

    regex = r"[0-9]{8}"

    def to_python(self, value: str) -> date:
        """Read the day."""
        return super().to_python(f"{value[:4]}-{value[4:6]}-{value[6:]}")

    def to_url(self, value: date | str) -> str:
        """Write the day."""
        return super().to_url(value).replace("-", "")


def init_app(app: Flask) -> None:
    """Teach the application its converters."""
    app.url_map.converters.update(slug=SlugConverter, day=DayConverter, compact_day=CompactDayConverter)
