"""What was just published of the hours, `/espace/<museum>/horaires/recu/`: where it shows, what changed, and back."""

from flask import Flask

from portal.web.dashboard.receipt.views import blueprint


def init_app(_app: Flask) -> None:
    """Add nothing to the side bar: publishing leads here."""


__all__ = ["blueprint", "init_app"]
