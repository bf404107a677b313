"""The museum's page before it is published, `/espace/<museum>/apercu/`."""

from flask import Flask

from portal.web.dashboard.preview.views import blueprint


def init_app(_app: Flask) -> None:
    """Add nothing to the side bar: every page that writes leads here."""


__all__ = ["blueprint", "init_app"]
