"""Who enters which of the association's rooms: the policy's own table, seen through the real pages."""

import pytest
from flask import Flask

from tests.cast import Cast, Door

ADMIN = {"denis"}
MUSEUMS = {"denis", "miquel", "treva", "paula"}
EVERYBODY = ("aline", "bernat", "clara", "camille", "denis", "miquel", "treva", "paula")
ROOMS = {
    "/admin/": MUSEUMS,
    "/admin/musees/": MUSEUMS,
    "/admin/roles/": MUSEUMS,
    "/admin/comptes/": ADMIN,
    "/admin/comptes/1/": ADMIN,
    "/admin/journal/": ADMIN,
    "/admin/lettres/": ADMIN,
}


@pytest.mark.parametrize("path", ROOMS)
def test_each_room_opens_to_those_the_policy_names(app: Flask, cast: Cast, path: str) -> None:
    answers = {name: Door(app, cast[name]).get(path).status_code for name in EVERYBODY}

    assert answers == {name: 200 if name in ROOMS[path] else 403 for name in EVERYBODY}
    visitor = Door(app).get(path)
    assert (visitor.status_code, visitor.location) == (303, f"/connexion?next={path}")


@pytest.mark.parametrize("path", ROOMS)
def test_each_room_is_a_good_page(app: Flask, cast: Cast, path: str) -> None:
    page = Door(app, cast["denis"]).open(path)

    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_the_side_bar_shows_only_the_rooms_one_may_enter(app: Flask, cast: Cast) -> None:
    def rooms(name: str) -> set[str]:
        page = Door(app, cast[name]).open("/admin/")
        return {link["href"] for link in page.select("header nav a")}

    assert {
        "/admin/",
        "/admin/musees/",
        "/admin/roles/",
        "/admin/comptes/",
        "/admin/journal/",
        "/admin/lettres/",
    } <= rooms("denis")
    assert rooms("paula") == {"/admin/", "/admin/musees/", "/admin/roles/", "/admin/suivi/"}


def test_the_partner_reads_no_name(app: Flask, cast: Cast) -> None:
    paula, miquel = Door(app, cast["paula"]), Door(app, cast["miquel"])

    for path in ("/admin/", f"/admin/musees/?q={cast.here_slug.replace('-', ' ')}", "/admin/musees/?q=aline"):
        words = paula.open(path).words
        assert "Aline" not in words, path
        assert "Camille" not in words, path
    assert "Aline" in miquel.open("/admin/musees/?q=aline").words
    assert "Aline" not in paula.get("/admin/musees/musees.csv").get_data(as_text=True)
    assert "Aline" in miquel.get("/admin/musees/musees.csv").get_data(as_text=True)
