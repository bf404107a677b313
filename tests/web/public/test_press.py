"""What journalists take away, and what they do not: pictures without press right, and those under embargo."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from flask import Flask

from portal.web.kit import clock
from tests.cast import Door
from tests.web.public.test_pictures_shown import hang

SLUG = "musee-goya"


def archive(visitor: Door) -> zipfile.ZipFile:
    answer = visitor.get(f"/fr/musees/{SLUG}/presse.zip")
    assert answer.mimetype == "application/zip"
    found = zipfile.ZipFile(io.BytesIO(answer.data))
    assert found.testzip() is None
    return found


def pictures(visitor: Door) -> list[str]:
    return [name for name in archive(visitor).namelist() if not name.endswith(".txt")]


def test_only_cleared_pictures_are_given_and_an_embargo_ends_at_midnight_in_paris(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Door(app)
    assert pictures(visitor) == []
    assert visitor.open(f"/oc/musees/{SLUG}/presse/")
    hang(app, SLUG, 2, press=False)
    assert pictures(visitor) == []
    hang(app, SLUG, 2, press=True, embargo="2026-12-01")
    for moment, count in (
        (datetime(2026, 11, 30, 22, 59, tzinfo=UTC), 0),
        (datetime(2026, 11, 30, 23, 0, tzinfo=UTC), 2),
    ):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        assert len(pictures(visitor)) == count
        page = visitor.open(f"/fr/musees/{SLUG}/presse/")
        assert len(page.select("figure img")) == count
        listed = visitor.open("/fr/presse/")
        assert bool(listed.find("a", href=f"/fr/musees/{SLUG}/presse/")) is bool(count)
    found = archive(visitor)
    said = found.read("credits.txt").decode()
    assert said.count("© Musée Goya / A. Roux") == 2
    assert "https://creativecommons.org/licenses/by/4.0/" in said
    assert "Castres" in found.read(f"{SLUG}-fr.txt").decode()
    assert visitor.get("/fr/musees/rien/presse.zip").status_code == 404
