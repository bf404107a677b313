"""Access as visitors read it: on the museum's page, in the guide's filters, in the API, for search engines."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from portal.domain import museums
from portal.web.kit import clock
from tests.accessible import WHEELCHAIR, answers, outage, practical, publish, told
from tests.cast import everything
from tests.reader import Page, inspect

ANSWERS = {
    "entrance": "yes",
    "rooms": "yes",
    "lift": "yes",
    "sign_visits": told("yes", "Le troisième vendredi.", "Lo tresen divendres."),
    "tactile": told("yes", "Douze œuvres."),
    "braille": "no",
}


@pytest.fixture
def day(app: Flask) -> date:
    with app.app_context():
        return clock.today()


@pytest.fixture
def slugs(app: Flask, day: date) -> list[str]:
    """Four museums: whole, with a lift out of order for nine days, with steps, and one that said nothing."""
    with everything(app) as session:
        whole, broken, steps, silent = museums.guide().museums[:4]
        publish(session(), whole.id, answers(**ANSWERS), comfort=practical(indoor_percent="80", cafe="no"))
        lift = outage(
            "lift", str(day - timedelta(days=1)), str(day + timedelta(days=9)), "Sonnez à la grille."
        )
        publish(session(), broken.id, WHEELCHAIR, lift, comfort=practical(indoor_percent="10"))
        publish(session(), steps.id, answers(entrance="no", sign_visits="no", sign_guide="no"))
        return [one.slug for one in (whole, broken, steps, silent)]


def page(app: Flask, path: str) -> Page:
    return inspect(path, app.test_client().get(path))


def api(app: Flask, query: str) -> tuple[set[str], int]:
    found: dict[str, Any] = app.test_client().get(f"/api/v1/museums?per_page=200&{query}").get_json()
    return {one["slug"] for one in found["items"]}, found["unconfirmed"]


def listed(app: Flask, query: str) -> set[str]:
    shown = page(app, f"/fr/musees/?per_page=200&{query}")
    return {link["href"].split("/")[-2] for link in shown.select("#liste .hit h3 a")}


def test_six_lines_are_always_shown_and_silence_is_no_no(app: Flask, slugs: list[str]) -> None:
    for slug in slugs:
        shown = page(app, f"/fr/musees/{slug}/")
        assert len(shown.select(".acc li")) == 6, slug
    assert {
        item.b.get_text() for item in shown.select(".acc li") if "non renseigné" in item.b.get_text()
    } == {item.b.get_text() for item in shown.select(".acc li")}


def test_the_page_speaks_occitan_with_the_french_of_the_museum_marked(app: Flask, slugs: list[str]) -> None:
    shown = page(app, f"/oc/musees/{slugs[0]}/")
    lines = {item.b.get_text(): item for item in shown.select(".acc li")}

    assert "Lo tresen divendres." in lines["Lenga dels signes\u00a0: òc"].get_text()
    assert lines["Andicap visual\u00a0: òc"].find(lang="fr").get_text() == "Douze œuvres."
    aside = shown.find(id="pratique").parent.get_text()
    assert "Una bona part de la visita a l’abric" in aside
    assert "Pas de cafè" in aside


def test_an_outage_is_a_note_above_and_leaves_by_itself(app: Flask, slugs: list[str], day: date) -> None:
    shown = page(app, f"/fr/musees/{slugs[1]}/")

    note = shown.find(id="acces-maintenant").parent.get_text()
    assert "Ascenseur\u00a0: en panne jusqu’au" in note
    assert "Sonnez à la grille." in note
    assert "Fauteuil roulant\u00a0: en partie" in shown.get_text()
    assert page(app, f"/fr/musees/{slugs[0]}/").find(id="acces-maintenant") is None


@pytest.mark.parametrize("ahead", [0, 9, 10])
def test_the_filter_follows_the_outage_day_by_day(
    app: Flask, slugs: list[str], day: date, ahead: int
) -> None:
    whole, broken, steps, _silent = slugs
    asked = f"acces=moteur&date={day + timedelta(days=ahead)}"
    during = ahead <= 9

    found, unconfirmed = api(app, asked)

    assert found == ({whole} if during else {whole, broken})
    assert unconfirmed == 131 - len(found)  # all but the one with steps
    assert listed(app, asked) == found
    apart = page(app, f"/fr/musees/?{asked}").find(class_="may").get_text()
    assert ("en panne" in apart) == during
    assert steps not in found


def test_families_are_alternatives_and_shelter_adds_up(app: Flask, slugs: list[str]) -> None:
    whole, broken = slugs[:2]

    assert api(app, "acces=auditif")[0] == {whole}
    assert api(app, "acces=auditif&acces=moteur")[0] == {whole}
    assert api(app, "abri=1")[0] == {whole}
    assert api(app, "abri=1")[1] == 130
    assert api(app, "abri=1&acces=visuel") == ({whole}, 130)
    assert listed(app, "abri=1&acces=moteur") == {whole}
    shown = page(app, "/fr/musees/?acces=moteur&abri=1")
    assert "à l’abri" in shown.find(id="puces").get_text().lower()
    assert shown.select_one("#filtres [name=acces][value=moteur]").has_attr("checked")
    on_map = page(app, "/oc/carte/?acces=moteur")
    assert len(on_map.select("main li")) >= 1
    assert broken not in {link["href"].split("/")[-2] for link in on_map.select("main li h3 a")}


def test_the_api_gives_states_words_and_outages(app: Flask, slugs: list[str]) -> None:
    found = app.test_client().get(f"/api/v1/museums/{slugs[1]}").get_json()

    assert found["access"]["families"] == {
        "moteur": "limited",
        "auditif": "unknown",
        "visuel": "unknown",
        "mental": "unknown",
    }
    told_ = found["access"]["outages"][0]
    assert (told_["what"], told_["message"]) == ("lift", {"fr": "Sonnez à la grille.", "oc": None})
    assert told_["text"]["oc"].startswith("Ascensor\u00a0: en pana")
    assert found["practical"]["sheltered"] is False
    assert found["practical"]["facts"]["cafe"] == {"answer": None, "words": None}
    silent = app.test_client().get(f"/api/v1/museums/{slugs[3]}").get_json()
    assert (silent["practical"]["sheltered"], silent["access"]["verified_at"]) == (None, None)


def test_search_engines_read_yes_and_no_and_nothing_else(app: Flask, slugs: list[str]) -> None:
    def amenities(slug: str) -> dict[str, bool]:
        read = app.test_client().get(f"/fr/musees/{slug}/").get_data(as_text=True)
        data = json.loads(
            BeautifulSoup(read, "html.parser").find("script", type="application/ld+json").string
        )
        return {one["name"]: one["value"] for one in data.get("amenityFeature", [])}

    assert amenities(slugs[0])["Ascenseur"] is True
    assert amenities(slugs[0])["Café"] is False
    assert amenities(slugs[3]) == {}


@pytest.mark.parametrize("asked", ["acces=tous", "abri=0", "acces=moteur&acces=%00", "abri=1e309"])
def test_what_makes_no_sense_is_left_out_here_and_refused_there(
    app: Flask, slugs: list[str], asked: str
) -> None:
    shown = page(app, f"/fr/musees/?{asked}")

    assert "laissé de côté" in shown.find(id="avis").get_text()
    assert app.test_client().get(f"/api/v1/museums?{asked}").status_code == 422
