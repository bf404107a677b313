"""What a family reads of prices, on days when it is easy to be wrong: page, guide, map, API, sign, search engines."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask

from portal.db import WRITE_EVERYTHING, Translated, db, enter
from portal.domain import museums
from portal.domain.admission import Audience, Payment, PriceLine, Rows, Scope
from portal.domain.admission.rows import FIRST_SUNDAY
from tests import databases
from tests.databases import Workshop
from tests.opening import CLOSED, USUAL, whole
from tests.opening import publish as publish_hours
from tests.pricing import FULL, UNDER_12, publish
from tests.reader import Page, Reader

ALL_SAINTS, THE_SUNDAY_AFTER = "2026-11-01", "2026-11-08"
RICH = Rows(
    lines=(
        FULL,
        PriceLine(Audience.REDUCED, 400, condition=Translated("étudiants, les jours de pluie")),
        PriceLine(Audience.UNDER_18, 0, scope=Scope.TEMPORARY),
        PriceLine(Audience.GROUP, 350, group_min=10, condition=Translated("sur réservation")),
    ),
    free_days=(FIRST_SUNDAY,),
    passes=("Pass Tolosa",),
    payment=frozenset({Payment.CARD, Payment.CASH}),
)


@dataclass(frozen=True)
class Family:
    """The museums around Albi: A, free on first Sundays; B, the same but closed; D, free under 12; H, its hours unsaid."""

    reader: Reader
    app: Flask
    a: str
    b: str
    d: str
    h: str
    unsaid: str

    def api(self, query: str) -> tuple[set[str], int]:
        answer = self.app.test_client().get(f"/api/v1/museums?per_page=200&{query}").json
        assert answer["total"] == len(answer["items"])
        return {museum["slug"] for museum in answer["items"]}, answer["unconfirmed"]

    def drawn(self, query: str) -> set[str]:
        found = self.app.test_client().get(f"/api/v1/museums.geojson?{query}").json
        return {feature["properties"]["slug"] for feature in found["features"]}

    def listed(self, query: str) -> set[str]:
        page = self.reader.open(f"/fr/musees/?per_page=200&{query}")
        return {link["href"].split("/")[3] for link in page.select("article.hit h3 a")}


@pytest.fixture(scope="module")
def family(workshop: Workshop) -> Iterator[Family]:
    """A database of its own, written once for all of these stories."""
    name = workshop.copy()
    with databases.opened(workshop, name) as app:
        settings = app.extensions["settings"]
        app.extensions["settings"] = replace(settings, qa_now=datetime(2026, 10, 20, 9, tzinfo=UTC))
        with app.app_context():
            enter(db.session(), WRITE_EVERYTHING)
            around = [each for each in museums.guide().museums if each.departement.code == "81"]
            a, b, d, h, unsaid = around[:5]
            for museum, decided in ((a, USUAL), (b, CLOSED), (d, USUAL)):
                publish_hours(db.session(), museum.id, whole(holidays={"all_saints": decided}))
            for museum, rows in ((a, RICH), (b, RICH), (d, Rows(lines=(FULL, UNDER_12))), (h, RICH)):
                publish(db.session(), museum.id, rows)
            db.session.commit()
        yield Family(Reader(app), app, a.slug, b.slug, d.slug, h.slug, unsaid.slug)
    workshop.drop(name)


def block(page: Page) -> str:
    return " ".join(page.select_one("section[aria-labelledby=tarifs]").get_text(" ").split())


def test_the_page_says_prices_as_the_museum_does(family: Family) -> None:
    french, occitan = (
        block(family.reader.open(f"/{language}/musees/{family.a}/")) for language in ("fr", "oc")
    )

    for said in (
        "Plein tarif 6 €",
        "Groupes dès 10 personnes",
        "Premier dimanche du mois",
        "Pass Tolosa",
        "octobre 2026",
    ):
        assert said in french, said
    for said in (
        "Tarifa plena 6 €",
        "Grops a partir de 10 personas",
        "sus reservacion",
        "Primièr dimenge del mes",
    ):
        assert said in occitan, said
    page = family.reader.open(f"/oc/musees/{family.a}/")
    assert page.find("span", lang="fr", string="étudiants, les jours de pluie") is not None


def test_a_museum_that_never_said_its_prices_is_honest(family: Family) -> None:
    assert "Non renseigné." in block(family.reader.open(f"/fr/musees/{family.unsaid}/"))


def test_the_page_of_a_first_sunday_says_that_it_is_free_and_the_next_sunday_six_euros(
    family: Family,
) -> None:
    free, paying, closed = (
        block(family.reader.open(f"/fr/musees/{slug}/?date={day}"))
        for slug, day in ((family.a, ALL_SAINTS), (family.a, THE_SUNDAY_AFTER), (family.b, ALL_SAINTS))
    )

    assert "Dimanche 1 er novembre : collections gratuites pour tous" in free
    for page in (paying, closed):
        assert "collections gratuites pour tous" not in page
        assert "6 €" in page


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (f"date={ALL_SAINTS}&gratuit_pour=8&ouvert=1", "ad"),
        (f"date={ALL_SAINTS}&gratuit_pour=8", "ad"),
        (f"date={ALL_SAINTS}&gratuit_pour=14", "a"),
        (f"date={ALL_SAINTS}&gratuit_pour=tous", "a"),
        (f"date={THE_SUNDAY_AFTER}&gratuit_pour=8", "d"),
        (f"date={THE_SUNDAY_AFTER}&gratuit_pour=tous", ""),
        (f"date={THE_SUNDAY_AFTER}&gratuit_pour=tous&gratuit_pour=8", "d"),
        (f"date={ALL_SAINTS}..{THE_SUNDAY_AFTER}&gratuit_pour=tous", "a"),
        ("gratuit_pour=8", "d"),
        ("gratuit_pour=08", "d"),
    ],
)
def test_list_map_and_api_know_the_same_free_museums(family: Family, asked: str, known: str) -> None:
    expected = {getattr(family, letter) for letter in known}

    assert family.listed(asked) == expected
    assert family.drawn(asked) == expected
    assert family.api(asked)[0] == expected


def test_what_is_not_known_is_counted_and_shown_apart(family: Family) -> None:
    asked = f"departement=81&date={ALL_SAINTS}&gratuit_pour=8"
    everything = {
        each["slug"] for each in family.app.test_client().get("/api/v1/museums?departement=81").json["items"]
    }
    page = family.reader.open(f"/fr/musees/?{asked}")
    apart = page.find(class_="may")
    shown = {link["href"].split("/")[3] for link in apart.select("li a")}

    known, unconfirmed = family.api(asked)
    assert unconfirmed == len(shown) == len(everything - known - {family.b})
    assert {family.h, family.unsaid} <= shown
    assert shown.isdisjoint(known | {family.b})
    words = " ".join(apart.get_text(" ").split())
    assert "Gratuit si le musée ouvre : premier dimanche du mois" in words
    assert "Tarifs non renseignés" in words
    assert family.api(f"{asked}&acces=moteur") == (set(), len(shown | known))


def test_each_answer_says_why_and_the_filter_is_named(family: Family) -> None:
    page = family.reader.open(f"/fr/musees/?date={ALL_SAINTS}&gratuit_pour=8")
    reasons = " ".join(page.find(id="liste").get_text(" ").split())

    assert "Gratuit pour un enfant de 8 ans (moins de 12 ans)" in reasons
    assert "Collections gratuites pour tous, premier dimanche du mois" in reasons
    assert "Gratuit pour un enfant de 8 ans" in page.find(id="puces").get_text()
    assert page.select_one("select[name=gratuit_pour] option[selected]")["value"] == "8"
    assert (
        "Gratuit per un enfant de 8 ans (mens de 12 ans)"
        in family.reader.open(f"/oc/musees/?date={ALL_SAINTS}&gratuit_pour=8").get_text()
    )


def test_who_may_be_asked_about(family: Family) -> None:
    for wrong in ("200", "huit", "-1", "8.5"):
        page = family.reader.open(f"/fr/musees/?gratuit_pour={wrong}")
        assert "120 ans" in page.find(id="avis").get_text(), wrong
        assert family.app.test_client().get(f"/api/v1/museums?gratuit_pour={wrong}").status_code == 422


def structured(page: Page) -> dict[str, Any]:
    return json.loads(page.find("script", type="application/ld+json").string)


def test_search_engines_read_offers_and_nothing_of_what_is_not_known(family: Family) -> None:
    a, d, unsaid = (
        structured(family.reader.open(f"/fr/musees/{slug}/")) for slug in (family.a, family.d, family.unsaid)
    )

    offers = a["@reverse"]["availableAtOrFrom"]
    assert (offers[0]["@type"], offers[0]["price"], offers[0]["priceCurrency"]) == ("Offer", "6.00", "EUR")
    assert d["isAccessibleForFree"] is False
    assert "isAccessibleForFree" not in unsaid
    assert "@reverse" not in unsaid


def test_programs_read_prices_in_cents_and_when_they_were_confirmed(family: Family) -> None:
    client = family.app.test_client()
    told, unsaid = (client.get(f"/api/v1/museums/{slug}").json for slug in (family.a, family.unsaid))
    line = told["prices"]["lines"][3]

    assert (line["amount_cents"], line["group_min"], line["condition"]["oc"]) == (350, 10, "sus reservacion")
    assert told["prices"]["lines"][1]["condition"]["oc"] is None
    assert told["prices"]["free_days"][0]["name"] == {
        "fr": "premier dimanche du mois",
        "oc": "primièr dimenge del mes",
    }
    assert told["prices_verified_at"] == "2026-10-01T10:00:00Z"
    assert (unsaid["prices"], unsaid["prices_verified_at"]) == (None, None)


def test_the_sign_on_the_door_says_prices_in_both_languages(family: Family) -> None:
    sheet = " ".join(
        family.reader.open(f"/fr/musees/{family.a}/affiche/").find(class_="a4").get_text(" ").split()
    )

    for said in (
        "Plein tarif 6 €",
        "Tarifa plena 6 €",
        "La suite est sur la page",
        "tarifs confirmés",
    ):
        assert said in sheet, said


def test_prices_that_ended_are_not_passed_off_as_today_s(app: Flask, session: Any) -> None:
    museum = museums.guide().museums[0]
    publish(session, museum.id, Rows(lines=(FULL,), valid_to=date(2025, 12, 31)))
    session.commit()

    page = Reader(app).open(f"/fr/musees/{museum.slug}/")
    assert "Ces tarifs valaient jusqu’au 31 décembre 2025" in block(page)
    assert "@reverse" not in structured(page)
    sign = Reader(app).open(f"/fr/musees/{museum.slug}/affiche/")
    assert "6\u00a0€" not in sign.get_text()
