"""What was just published, `/espace/<museum>/<room>/recu/`: where it shows, asked of each surface, what changed, and back."""

from flask import Flask

from portal.web.dashboard.receipt.views import blueprint


def init_app(_app: Flask) -> None:
    """Add nothing to the side bar: publishing leads here."""


__all__ = ["blueprint", "init_app"]
