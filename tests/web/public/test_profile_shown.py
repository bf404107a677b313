"""What a museum writes of itself is what visitors, search engines and programs read."""

import json

import pytest
from flask import Flask

from portal.db import WRITE_EVERYTHING, db, enter
from tests.domain.revisions.desk import GOYA, key, publish, texts
from tests.reader import Reader

PAGE = f"/fr/musees/{GOYA}/"


@pytest.fixture
def told(app: Flask) -> Flask:
    """The portal, after the Musée Goya has corrected its page."""
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        publish(
            key(),
            usage_name=texts("Le Goya", "Lo Gòia"),
            presentation=texts("Un musée espagnol.\n\nDans le palais des évêques.", "Un musèu espanhòl."),
            street="1 place de l’Évêché",
            place="Ancien palais épiscopal",
            postcode="81108",
            email="goya@castres.example",
            website="https://goya.example",
        )
        db.session.commit()
    return app


def test_the_page_shows_it(told: Flask) -> None:
    page = Reader(told).open(PAGE)

    for words in (
        "Le Goya",
        "1 place de l’Évêché",
        "Ancien palais épiscopal",
        "81108",
        "goya@castres.example",
    ):
        assert words in page.words
    assert [part.get_text() for part in page.select(".prose p")] == [
        "Un musée espagnol.",
        "Dans le palais des évêques.",
    ]


def test_the_occitan_page_shows_the_occitan(told: Flask) -> None:
    page = Reader(told).open(f"/oc/musees/{GOYA}/")

    assert page.h1.get_text() == "Lo Gòia"
    assert "Un musèu espanhòl." in page.words


def test_search_engines_read_it(told: Flask) -> None:
    page = Reader(told).open(PAGE)
    data = json.loads(page.find("script", type="application/ld+json").string)

    assert data["address"]["streetAddress"] == "1 place de l’Évêché"
    assert data["address"]["postalCode"] == "81108"
    assert (data["email"], data["sameAs"]) == ("goya@castres.example", "https://goya.example")


def test_visitors_find_it(told: Flask) -> None:
    for asked in ("goia", "palais épiscopal", "81108"):
        page = Reader(told).open(f"/fr/musees/?q={asked}")
        assert page.find("a", href=PAGE), asked


def test_programs_see_that_it_moved(told: Flask) -> None:
    answer = told.test_client().get(f"/api/v1/museums/{GOYA}").json

    assert answer["name"] == {"fr": "Le Goya", "oc": "Lo Gòia"}
    assert answer["updated_at"] == "2026-10-01T10:00:00Z"
