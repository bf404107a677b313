"""« Toujours exact », `/espace/<museum>/horaires/toujours-exact/`: one press, or a letter to who knows better."""

from flask import Flask

from portal.web.dashboard.confirmation.views import blueprint


def init_app(_app: Flask) -> None:
    """Add nothing to the side bar: the room is reached from the hours."""


__all__ = ["blueprint", "init_app"]
