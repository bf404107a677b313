"""What visitors and machines read of a museum's photos, at a cost that does not grow with them."""

import json
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain import media, revisions
from portal.domain.media import files
from portal.domain.museums import Museum
from portal.jobs import copies
from tests.cast import everything
from tests.pictures import photo
from tests.reader import Reader
from tests.web.public.test_opening_shown import statements

GOYA = "/fr/musees/musee-goya/"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def hang(app: Flask, slug: str, count: int, **said: object) -> None:
    """Give a museum photos, published, with their copies."""
    with everything(app) as session:
        museum = session.scalars(select(Museum).where(Museum.slug == slug)).one()
        ids = []
        for number in range(count):
            received = files.receive(
                app.extensions["files"], museum.id, f"{number}.jpg", photo(60 + number, 40)
            )
            ids.append(files.add(session(), museum.id, received, by_id=None, now=NOW).id)
        photo_ = {
            **media.BLANK,
            "alt": {"fr": "Une salle aux murs bleus.", "oc": None},
            "credit": "© Musée Goya / A. Roux",
            "licence": "cc-by",
            "consent": True,
            **said,
        }
        key, by = media.key(museum.id), revisions.Author(None)
        text = media.checked(
            {"order": ids, "photos": dict.fromkeys(map(str, ids), photo_)}, dict.fromkeys(ids, "a.jpg")
        )
        kept = revisions.save_draft(
            session(), key, text, seen=revisions.head(session(), key).version, by=by, now=NOW
        )
        revisions.publish(session(), kept, by=by, now=NOW)
    with app.app_context():
        copies.make_due(NOW)


def test_the_page_shows_the_first_one_large_and_the_others_below(app: Flask) -> None:
    hang(app, "musee-goya", 3)
    page, occitan = Reader(app).open(GOYA), Reader(app).open(GOYA.replace("/fr/", "/oc/"))
    images = page.select("figure picture img")

    assert len(images) == 3
    assert not images[0].has_attr("loading")
    assert {image["loading"] for image in images[1:]} == {"lazy"}
    assert [source["type"] for source in images[0].parent.find_all("source")] == ["image/avif", "image/webp"]
    assert "Couverture dessinée" not in page.get_text()
    assert page.find("a", rel="license")["href"].startswith("https://creativecommons.org/licenses/by/")
    assert occitan.select("figure picture img")[0]["lang"] == "fr"


def test_machines_are_told_of_it_with_its_rights(app: Flask) -> None:
    hang(app, "musee-goya", 2)
    page = Reader(app).open(GOYA)
    data = json.loads(page.find("script", type="application/ld+json").string)
    shared = page.find("meta", property="og:image")["content"]

    assert [image["creditText"] for image in data["image"]] == ["© Musée Goya / A. Roux"] * 2
    assert data["image"][0]["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["image"][0]["contentUrl"] == shared
    assert shared.startswith("http://localhost:8000/media/")
    answer = app.test_client().get(shared.removeprefix("http://localhost:8000"))
    assert (answer.status_code, answer.mimetype) == (200, "image/jpeg")


def test_lists_show_it_and_others_keep_their_drawn_cover(app: Flask) -> None:
    hang(app, "musee-goya", 1)
    page = Reader(app).open("/fr/musees/?q=goya")
    others = Reader(app).open("/fr/musees/?q=champollion")

    assert "/media/" in page.select_one(".hit picture.cover img")["src"]
    assert page.select_one(".hit picture.cover img")["alt"] == ""
    assert "/couvertures/" in others.select_one(".hit .cover img")["src"]


def test_what_only_decorates_is_not_read(app: Flask) -> None:
    hang(app, "musee-goya", 1, alt={"fr": None, "oc": None}, decorative=True)

    assert Reader(app).open(GOYA).select_one("figure picture img")["alt"] == ""


@pytest.mark.parametrize("path", [GOYA, "/fr/musees/", "/fr/", "/fr/musees/?q=musee"])
def test_statements_do_not_grow_with_photos(app: Flask, path: str) -> None:
    hang(app, "musee-goya", 1)
    few = statements(app, path)
    hang(app, "musee-goya", 5)
    hang(app, "musee-toulouse-lautrec", 2)

    assert statements(app, path) == few
