"""Next year from this year, `/espace/<museum>/horaires/reconduire/`: proposed line by line, nothing live unaccepted."""

from flask import Flask

from portal.web.dashboard.reconduction.views import blueprint


def init_app(_app: Flask) -> None:
    """Add nothing to the side bar: the room is reached from the hours."""


__all__ = ["blueprint", "init_app"]
