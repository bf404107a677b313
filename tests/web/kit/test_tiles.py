"""Another host's pictures come only where the operator has chosen a background for the map."""

from dataclasses import replace
from pathlib import Path

from portal import create_app
from portal.config import Tiles
from tests.databases import dispose, settings_for


def test_the_policy_lets_the_chosen_host_in_and_no_other(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, f"sqlite:///{tmp_path / 'vide.sqlite3'}")
    chosen = replace(settings, map_tiles=Tiles("https://tuiles.example/{z}/{x}/{y}.png", "IGN"))

    policies = {}
    for name, given in (("none", settings), ("chosen", chosen)):
        app = create_app(given)
        policies[name] = app.test_client().get("/healthz").headers["Content-Security-Policy"]
        with app.app_context():
            dispose()

    assert "https://" not in policies["none"]
    assert "img-src https://tuiles.example 'self' data:" in policies["chosen"]
    assert policies["chosen"].count("https://") == 1
