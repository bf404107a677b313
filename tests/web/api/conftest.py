"""What the tests of the API ask for: a client that no limit stops, and answers read as JSON."""

import pytest
from flask import Flask

from portal.web.api import limits
from tests.reader import Reader


@pytest.fixture(autouse=True)
def no_limit(shared_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(shared_app.config, limits.SETTING, 10**9)


@pytest.fixture
def ask(reader: Reader):
    """Ask the API, which must answer this status and be a good answer."""

    def ask(path, status=200, **kwargs):
        response = reader.client.get(f"/api/v1/{path}", **kwargs)
        assert response.status_code == status, f"{path}: {response.status_code} {response.text[:300]}"
        assert response.headers["Access-Control-Allow-Origin"] == "*", path
        assert response.headers["X-Content-Type-Options"] == "nosniff", path
        if status >= 400:
            assert response.mimetype == "application/problem+json", path
            assert response.json["status"] == status, path
        return response

    return ask
