"""The guide with nothing in it, with all of France in it, and around an archived museum."""

import pytest
from flask import Flask
from sqlalchemy import event, select

from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain.museums import FormerSlug, Museum
from tests.crowd import replicate
from tests.databases import NOW
from tests.reader import Reader
from tests.reference_data import reference_path


@pytest.mark.parametrize("language", ["fr", "oc"])
@pytest.mark.parametrize("path", ["/", "/musees/", "/themes/", "/musees/?q=goya", "/credits/"])
def test_an_empty_portal_is_calm(empty_app: Flask, language: str, path: str) -> None:
    Reader(empty_app).open(f"/{language}{path}")


def test_a_former_address_leads_to_todays(app: Flask) -> None:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        goya = db.session.scalars(select(Museum).where(Museum.slug == "musee-goya")).one()
        db.session.add(FormerSlug(slug="musee-hispanique", museum_id=goya.id))
        db.session.commit()

    response = app.test_client().get("/oc/musees/musee-hispanique/")

    assert response.status_code == 301
    assert response.headers["Location"] == "/oc/musees/musee-goya/"


def test_an_archived_museum_keeps_its_page_and_leaves_the_lists(app: Flask) -> None:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        goya = db.session.scalars(select(Museum).where(Museum.slug == "musee-goya")).one()
        goya.archived_at = NOW
        db.session.commit()
    reader = Reader(app)

    page = reader.open("/fr/musees/musee-goya/")

    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert "n’est plus au registre" in page.words
    assert "131 musées" in reader.open("/fr/musees/?q=").words
    assert "Goya" not in reader.open("/fr/communes/castres/").words


def test_all_of_france_is_listed_like_the_rest(app: Flask) -> None:
    file = reference_path("museofile/museofile_france.csv")
    assert app.test_cli_runner().invoke(args=["museums", "import-museofile", str(file)]).exit_code == 0
    reader = Reader(app)

    assert reader.open("/fr/musees/?departement=69")
    assert reader.open("/fr/departements/rhone/")
    assert reader.open("/oc/musees/?page=51")


def statements_of(app: Flask, path: str) -> int:
    seen: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    client = app.test_client()
    assert client.get(path).status_code == 200  # the guide is read once per content version
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        client.get(path)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(seen)


@pytest.mark.parametrize("path", ["/fr/", "/fr/musees/", "/fr/musees/musee-goya/", "/fr/themes/beaux-arts/"])
def test_statements_do_not_grow_with_the_museums(app: Flask, path: str) -> None:
    few = statements_of(app, path)
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        replicate(9, NOW)
        db.session.commit()

    assert statements_of(app, path) == few
    assert few <= 8
