"""Labels as visitors read them: what each means, who bears it, since when, and not a day longer."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.museums.models import MuseumLabel
from portal.domain.themes.models import Label
from portal.web.kit import clock
from tests.cast import Cast, Door, everything


def test_a_label_is_shown_from_its_first_day_to_its_last(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with everything(app) as session:
        label = session.scalar(select(Label).where(Label.slug == "accueil-velo"))
        session.add(
            MuseumLabel(
                museum_id=cast.here, label_id=label.id, since=date(2026, 11, 1), until=date(2027, 10, 31)
            )
        )
    visitor, museum = Door(app), f"/fr/musees/{cast.here_slug}/"
    for moment, is_borne in (
        (datetime(2026, 10, 31, 22, 30, tzinfo=UTC), False),
        (datetime(2026, 10, 31, 23, 30, tzinfo=UTC), True),  # midnight has passed in Paris
        (datetime(2027, 10, 31, 22, 30, tzinfo=UTC), True),
        (datetime(2027, 10, 31, 23, 30, tzinfo=UTC), False),
    ):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        page = visitor.open(museum)
        assert bool(page.find("a", href="/fr/labels/accueil-velo/")) is is_borne, moment
        found = visitor.get("/api/v1/museums?label=accueil-velo").json
        assert found["total"] == int(is_borne), moment
        told = visitor.get(f"/api/v1/museums/{cast.here_slug}").json["labels"]
        assert ("accueil-velo" in {each["slug"] for each in told}) is is_borne
        assert (cast.here_slug in str(visitor.open("/oc/labels/accueil-velo/"))) is is_borne
    assert "loi du 4 janvier 2002" in visitor.open("/fr/labels/").words
    assert visitor.get("/fr/labels/rien/").status_code == 404
