"""What a visitor reads of a museum's hours, on days when it is easy to be wrong."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from bs4 import Tag
from flask import Flask
from sqlalchemy import event, select

from portal.config import PARIS
from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain.museums import Museum
from tests import databases
from tests.databases import Workshop
from tests.opening import CLOSED, SUMMER, USUAL, WINTER, day_off, publish, season, whole
from tests.reader import Page, Reader

GOYA = "/fr/musees/musee-goya/"
RIGAUD = "/fr/musees/musee-hyacinthe-rigaud/"
CHAMPOLLION = "/fr/musees/musee-champollion/"
INGRES = "/fr/musees/musee-ingres-bourdelle/"
AUGUSTINS = "/fr/musees/musee-des-augustins/"
FABRE = "/fr/musees/musee-fabre/"
RAYMOND = "/fr/musees/musee-saint-raymond/"
HOLIDAYS = {"all_saints": CLOSED, "christmas": CLOSED, "armistice": USUAL}


def give(app: Flask, path: str, written=None, exceptions=None) -> None:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        museum = db.session.scalars(select(Museum).where(Museum.slug == path.split("/")[3])).one()
        publish(db.session(), museum.id, written, exceptions)
        db.session.commit()


def at(app: Flask, instant: str) -> Reader:
    """Return a visitor of an instant, in the time of Paris."""
    moment = datetime.fromisoformat(instant).replace(tzinfo=PARIS)
    app.extensions["settings"] = replace(app.extensions["settings"], qa_now=moment)
    return Reader(app)


def words(part: Tag) -> str:
    """Return what a part of a page says, with plain spaces."""
    apart = part.find(["td", "th", "p", "li", "h2", "h3"])
    text = part.get_text(" ").replace(" er ", "er ") if apart else part.get_text()
    return " ".join(text.replace("\xa0", " ").split())


def line(page: Page) -> str:
    return words(page.select_one(".plate .status"))


def pearl(page: Page) -> str:
    return page.select_one(".plate .status")["class"][1].removeprefix("status--")


AT_ANY_HOUR = [
    ("2026-10-25T02:30", "shut", "Fermé · rouvre à 10 h"),
    ("2026-10-25T23:59", "shut", "Fermé · rouvre mardi à 10 h"),
    ("2026-10-31T10:00", "open", "Ouvert · ferme à 12 h"),
    ("2026-10-31T12:30", "shut", "Fermé · rouvre à 14 h"),
    ("2026-10-31T18:00", "shut", "Fermé · rouvre mardi à 14 h"),
    ("2026-11-01T12:00", "shut", "Fermé · rouvre mardi à 14 h"),
    ("2026-11-02T00:00", "shut", "Fermé · rouvre demain à 14 h"),
    ("2026-11-11T15:00", "open", "Ouvert · ferme à 17 h"),
    ("2027-05-08T15:00", "may", "Horaires non confirmés pour aujourd’hui"),
    ("2028-02-29T15:00", "open", "Ouvert · ferme à 17 h"),
]


@pytest.fixture(scope="module")
def portal(workshop: Workshop) -> Iterator[Flask]:
    """One portal for these stories, each about a museum of its own; Goya has two seasons and three holidays decided."""
    name = workshop.copy()
    with databases.opened(workshop, name) as app:
        give(app, GOYA, whole(SUMMER, WINTER, holidays=HOLIDAYS))
        yield app
    workshop.drop(name)


def test_the_line_is_right_at_any_hour_wherever_the_museum_is_shown(portal: Flask) -> None:
    for instant, colour, said in AT_ANY_HOUR:
        reader = at(portal, instant)
        page = reader.open(GOYA)
        assert (pearl(page), line(page)) == (colour, said), instant
        for path in ("/fr/communes/castres/", "/fr/musees/?q=goya", "/fr/ma-liste/?m=musee-goya"):
            shown = [words(each) for each in reader.open(path).select("article .status")]
            assert said in shown, (instant, path)


def test_on_the_last_day_of_summer_the_page_says_what_comes(portal: Flask) -> None:
    give(
        portal,
        RIGAUD,
        whole(SUMMER, WINTER, holidays=HOLIDAYS),
        {"exceptions": [day_off("2026-11-05", "2026-11-07")], "closures": []},
    )
    page = at(portal, "2026-10-31T11:00").open(RIGAUD)
    block = page.select_one(".hours")

    assert "Horaires d’été" in words(block)
    assert words(block.select_one("tr.now")) == "samedi (aujourd’hui) 10 h – 12 h 14 h – 18 h"
    assert "Dès le 1er novembre, horaires d’hiver : du mardi au dimanche, 14 h – 17 h." in words(block)
    told = [words(each) for each in block.select(".note li")]
    assert told[0] == "Le 1er novembre (Toussaint) : fermé."
    assert told[1] == "Fermé le 5, 6 et 7 novembre : inventaire."
    assert "Dimanche 1er novembre 2026 (Toussaint) fermé" in words(block.select(".fold")[-1])
    assert "Horaires confirmés par le musée le 1er octobre 2026." in words(block)


def test_on_an_exceptional_day_the_table_says_today_and_what_is_usual(portal: Flask) -> None:
    late = day_off("2026-10-31", effect="closes_early", at="17:00", reason="event")
    give(
        portal, CHAMPOLLION, whole(SUMMER, WINTER, holidays=HOLIDAYS), {"exceptions": [late], "closures": []}
    )
    page = at(portal, "2026-10-31T15:00").open(CHAMPOLLION)

    assert line(page) == "Ouvert · ferme à 17 h"
    row = words(page.select_one("tr.now"))
    assert "10 h – 12 h 14 h – 17 h" in row
    assert "d’habitude : 10 h – 12 h, 14 h – 18 h" in row


def test_are_you_open_on_a_day_is_answered_with_the_rules_that_decide(portal: Flask) -> None:
    answer = at(portal, "2026-06-18T10:00").open(f"{GOYA}?date=2026-11-01").select_one("#jour")

    assert words(answer.select_one(".status")) == "Fermé dimanche 1er novembre"
    assert [words(each) for each in answer.select(".rules li")] == [
        "Jour férié : Toussaint, le musée a décidé de fermer",
        "Horaires d’hiver : 14 h – 17 h",
    ]
    assert "Le lendemain, lundi 2 novembre : fermé." in words(answer)
    assert answer.select_one("input")["value"] == "2026-11-01"


def test_a_day_is_understood_as_people_write_it_and_nonsense_is_said(portal: Flask) -> None:
    reader = at(portal, "2026-06-18T10:00")
    for typed in ("1er novembre", "1er%20novembre%202026", "01/11/2026", "Toussaint"):
        assert "dimanche 1er novembre" in words(reader.open(f"{GOYA}?date={typed}").select_one("#jour")), (
            typed
        )
    for typed in ("blabla", "2026-02-30", "9999-12-31", "0001-01-01", "%00", "é" * 5000, "<b>x</b>"):
        answer = reader.open(f"{GOYA}?date={typed}").select_one("#jour")
        assert typed == "%00" or "Ce jour ne se lit pas" in words(answer), typed
        assert not answer.select(".rules"), typed


def test_what_nothing_covers_is_neither_open_nor_closed(portal: Flask) -> None:
    give(
        portal,
        INGRES,
        whole(season("2026-04-03", "2026-10-31", label="summer"), season("2027-04-04", "2027-10-31")),
    )
    page = at(portal, "2026-11-24T11:00").open(INGRES)
    block = words(page.select_one(".hours"))

    assert (pearl(page), line(page)) == ("may", "Horaires non confirmés pour aujourd’hui")
    assert "Horaires non confirmés depuis le 1er novembre" in block
    assert "Prochaine saison annoncée, à partir du 4 avril 2027 :" in block
    assert "À titre d’indication." in block
    assert not page.select(".hours table")


def test_an_undecided_holiday_is_not_confirmed_and_said_ahead(portal: Flask) -> None:
    give(portal, AUGUSTINS, whole())
    before, on_it = (
        at(portal, "2026-12-20T11:00").open(AUGUSTINS),
        at(portal, "2026-12-25T11:00").open(AUGUSTINS),
    )

    assert "Le 25 décembre (Noël) : pas encore décidé." in words(before.select_one(".hours .note"))
    assert line(on_it) == "Horaires non confirmés pour aujourd’hui"
    assert "Jour férié non décidé : Noël" in words(on_it.select_one(".hours"))


def test_works_are_a_band_and_the_hours_wait_folded(portal: Flask) -> None:
    works = {
        "from": "2026-01-05",
        "to": None,
        "reason": "works",
        "words": {"fr": "L’équipe vous écrit.", "oc": None},
    }
    works["reopening"] = {"year": 2027, "quarter": "spring", "month": None}
    give(portal, FABRE, whole(), {"exceptions": [], "closures": [works]})
    reader = at(portal, "2026-11-24T11:00")
    page = reader.open(FABRE)

    assert line(page) == "Fermé pour travaux, réouverture au printemps 2027"
    assert "Depuis le 5 janvier 2026" in words(page.select_one(".band"))
    assert not page.select(".hours table")
    assert "Du 1er avril au 31 octobre : du mardi au dimanche" in words(page.select_one(".hours .fold"))
    assert (
        reader.open("/oc/musees/musee-fabre/").select_one(".band [lang=fr]").get_text()
        == "L’équipe vous écrit."
    )
    assert "musee-fabre" not in reader.client.get("/api/v1/museums?ouvert=1&date=2026-11-25").text


def test_a_museum_that_never_said_its_hours_keeps_its_sentence(portal: Flask) -> None:
    page = at(portal, "2026-11-24T11:00").open(f"{RAYMOND}?date=2026-12-01")

    assert (pearl(page), line(page)) == ("unk", "Horaires non communiqués")
    assert "Téléphonez au musée avant de venir." in words(page.select_one(".hours"))


def test_search_engines_read_the_seasons_and_the_days_that_differ(portal: Flask) -> None:
    page = at(portal, "2026-10-31T11:00").open(GOYA)
    data = json.loads(page.find("script", type="application/ld+json").get_text())

    assert data["openingHoursSpecification"][0]["opens"] == "10:00"
    assert data["openingHoursSpecification"][0]["validThrough"] == "2026-10-31"
    special = data["specialOpeningHoursSpecification"][0]
    assert (special["validFrom"], special["opens"], special["closes"]) == ("2026-11-01", "00:00", "00:00")
    never = json.loads(
        at(portal, "2026-10-31T11:00").open(RAYMOND).find("script", type="application/ld+json").get_text()
    )
    assert "openingHoursSpecification" not in never


def test_the_door_sign_says_both_seasons_in_both_languages(portal: Flask) -> None:
    page = at(portal, "2026-10-31T11:00").open(f"{GOYA}affiche/")
    french, occitan = (words(column) for column in page.select(".bi > section"))

    assert "Horaires d’été Du 1er avril au 31 octobre 2026" in french
    assert "Horaires d’hiver" in french
    assert "Jours fériés : fermé le 1er novembre et le 25 décembre." in french
    assert "Oraris d’estiu" in occitan
    assert page.select_one(".bi > section + section")["lang"] == "oc"
    assert "http://localhost:8000/fr/musees/musee-goya/" in page.select_one(".qr")["aria-label"]
    assert page.select_one(".qr svg")
    assert "Imprimé le 31 octobre 2026. Horaires confirmés par le musée le 1er octobre 2026." in words(
        page.footer
    )
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_a_museum_without_hours_says_what_to_do_for_its_sign(portal: Flask) -> None:
    reader = at(portal, "2026-10-31T11:00")

    assert "n’a pas encore donné ses horaires" in words(reader.open(f"{RAYMOND}affiche/").main)
    assert reader.client.get("/fr/musees/nulle-part/affiche/").status_code == 404
    assert "affiche" not in reader.client.get("/sitemap.xml").text


def test_a_date_alone_shows_that_date_and_leaves_nobody_out(portal: Flask) -> None:
    reader = at(portal, "2026-06-18T10:00")
    page = reader.open("/fr/musees/?q=goya&date=2026-11-03..2026-11-04")
    lines = [words(each) for each in page.select("article.hit .status")]

    assert "Ouvert mardi 3 novembre, 14 h – 17 h et mercredi 4 novembre, 14 h – 17 h" in lines
    assert "132" in words(reader.open("/fr/musees/?date=demain").find(id="nombre"))
    assert "Fermé dimanche 1er novembre" in words(reader.open("/fr/carte/?q=goya&date=2026-11-01").main)


def test_open_museums_are_listed_and_the_others_shown_apart(portal: Flask) -> None:
    page = at(portal, "2026-06-18T10:00").open("/fr/musees/?departement=81&ouvert=1&date=ce-week-end")

    assert [words(each) for each in page.select("article.hit h3")] == ["Musée Goya"]
    assert "12 musées n’ont pas confirmé leurs horaires" in words(page.select_one(".may"))
    assert words(page.h1) == "Les musées : ouvert ce week-end, Tarn"
    counts = [words(each) for each in page.select("#filtres [name=ouvert] ~ .n")]
    assert counts == ["1", "12"]


def test_no_museum_open_that_day_still_offers_a_way_out(portal: Flask) -> None:
    page = at(portal, "2026-06-18T10:00").open("/fr/musees/?q=goya&ouvert=1&date=2026-11-01")

    assert "sans le critère ouvert le dimanche 1er novembre 2026" in words(page.select_one(".alt"))
    assert "1 musée ouvert le mardi 3 novembre 2026" in words(page.select_one(".lost"))


def test_a_day_of_ones_own_choice_becomes_the_address_that_all_share(portal: Flask) -> None:
    client = at(portal, "2026-06-18T10:00").client
    response = client.get("/fr/musees/?theme=&q=goya&date=&quand=2026-11-03")

    assert response.status_code == 302
    assert response.location == "/fr/musees/?q=goya&date=2026-11-03&ouvert=1"


def statements(app: Flask, path: str) -> int:
    seen: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    client = app.test_client()
    assert client.get(path).status_code == 200
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        client.get(path)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(seen)


def test_statements_do_not_grow_with_periods_nor_with_museums_that_have_hours(app: Flask) -> None:
    paths = (
        GOYA,
        "/fr/",
        "/fr/musees/?ouvert=1&date=2026-11-03",
        "/fr/musees/musee-goya/affiche/",
        "/api/v1/museums",
    )
    give(app, GOYA, whole(SUMMER, WINTER, holidays=HOLIDAYS))
    few = [statements(app, path) for path in paths]
    months = [season(f"{month:02}-01", f"{month:02}-28") for month in range(1, 13)]
    off = [day_off(f"2026-12-{day:02}") for day in range(1, 28)]
    give(app, GOYA, whole(*months), {"exceptions": off, "closures": []})
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        for museum in db.session.scalars(select(Museum).limit(12)).all():
            publish(db.session(), museum.id, whole())
        db.session.commit()

    assert [statements(app, path) for path in paths] == few
