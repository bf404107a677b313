"""A proxy is believed about the visitor's address only where the operator says how many there are."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, request

from portal import create_app
from portal.web.kit.gate import open_to_everyone
from tests.databases import dispose, settings_for


def app_behind(tmp_path: Path, proxies: int) -> Flask:
    settings = replace(
        settings_for(tmp_path, f"sqlite:///{tmp_path / 'vide.sqlite3'}"), trusted_proxies=proxies
    )
    app = create_app(settings)
    app.add_url_rule("/qui", "who", open_to_everyone(lambda: request.remote_addr or ""))
    with app.app_context():
        dispose()
    return app


@pytest.mark.parametrize(("proxies", "seen"), [(0, "127.0.0.1"), (1, "203.0.113.9"), (2, "198.51.100.7")])
def test_the_address_is_that_of_the_first_who_is_not_trusted(tmp_path: Path, proxies: int, seen: str) -> None:
    headers = {"X-Forwarded-For": "198.51.100.7, 203.0.113.9", "X-Forwarded-Host": "mechant.example"}

    response = app_behind(tmp_path, proxies).test_client().get("/qui", headers=headers)

    assert response.get_data(as_text=True) == seen
