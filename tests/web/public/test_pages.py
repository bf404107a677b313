"""Every page a visitor may open, in both languages, is a good page."""

import pytest
from flask import Flask

from portal.web.kit.locale import LANGUAGES
from tests.reader import Reader

PATHS = (
    "/",
    "/musees/",
    "/musees/?theme=prehistoire&departement=09",
    "/musees/?theme=textile&departement=48",
    "/musees/?page=6",
    "/musees/?q=toulouse",
    "/musees/musee-des-augustins/",
    "/themes/",
    "/themes/beaux-arts/",
    "/departements/lozere/",
    "/departements/pyrenees-orientales/",
    "/communes/toulouse/",
    "/communes/ceret/",
    "/association/",
    "/mentions-legales/",
    "/accessibilite/",
    "/credits/",
    "/contact/",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_page_is_a_good_page(reader: Reader, language: str, path: str) -> None:
    page = reader.open(f"/{language}{path}")

    assert page.find("meta", attrs={"name": "description"})["content"]
    assert {link["hreflang"] for link in page.find_all("link", rel="alternate")} == {"fr", "oc", "x-default"}


@pytest.mark.parametrize("path", PATHS)
def test_each_language_leads_to_the_same_object_in_the_other(reader: Reader, path: str) -> None:
    page = reader.open(f"/fr{path}")
    link = page.find("a", hreflang="oc")

    twin = reader.open(link["href"])

    assert twin.find("a", hreflang="fr")["href"] == page.find("link", rel="canonical")["href"].removeprefix(
        "http://localhost:8000",
    )


def test_public_pages_set_no_cookie(reader: Reader) -> None:
    for path in PATHS:
        assert "Set-Cookie" not in reader.client.get(f"/fr{path}").headers


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    ["/musees/rien/", "/themes/rien/", "/departements/rien/", "/communes/rien/", "/rien/", "/musees/?page=7"],
)
def test_what_does_not_exist_is_a_404_in_its_language(reader: Reader, language: str, path: str) -> None:
    page = reader.open(f"/{language}{path}", status=404)

    assert page.html["lang"] == language
    assert page.find("form", role="search")


def test_the_other_form_of_an_address_redirects_for_good(reader: Reader) -> None:
    response = reader.client.get("/fr/musees/musee-goya")

    assert response.status_code == 308
    assert response.headers["Location"].endswith("/fr/musees/musee-goya/")


def test_a_museofile_id_leads_to_the_museum(reader: Reader) -> None:
    for written in ("M0562", "m0562"):
        response = reader.client.get(f"/oc/musees/{written}/")
        assert response.status_code == 301
        assert response.headers["Location"] == "/oc/musees/musee-des-augustins/"


@pytest.mark.parametrize(
    ("headers", "home"),
    [
        ({}, "/fr/"),
        ({"Accept-Language": "oc,fr;q=0.8"}, "/oc/"),
        ({"Accept-Language": "oc;q=0.2,fr"}, "/fr/"),
        ({"Accept-Language": "de"}, "/fr/"),
    ],
)
def test_the_door_leads_to_ones_language(reader: Reader, headers: dict[str, str], home: str) -> None:
    response = reader.client.get("/", headers=headers)

    assert response.status_code == 302
    assert response.headers["Location"] == home


@pytest.mark.parametrize(("kept", "home"), [("oc", "/oc/"), ("fr", "/fr/"), ("xx", "/fr/")])
def test_the_door_follows_the_language_one_chose(shared_app: Flask, kept: str, home: str) -> None:
    client = shared_app.test_client()
    client.set_cookie("langue", kept)

    assert client.get("/").headers["Location"] == home


def test_it_says_it_is_alive_and_ready(reader: Reader) -> None:
    assert reader.client.get("/healthz").data == b"ok\n"
    assert reader.client.get("/readyz").data == b"ready\n"
