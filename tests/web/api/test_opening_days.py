"""Opening day by day, as programs read it: past and future, across nights, holidays and appointments."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from opening_hours import OpeningHours
from sqlalchemy import select

from portal.config import PARIS
from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain import hours
from portal.domain.museums import Museum
from portal.web.api import limits
from tests import databases
from tests.databases import Workshop
from tests.opening import CLOSED, NOON, SUMMER, WINTER, day_off, publish, season, whole

GOYA, FABRE = "musee-goya", "musee-fabre"
NIGHTS = season("01-01", "12-31", [["appointment"], ["14:00-16:00 groups"], *[["20:00-26:00"]] * 5])


@pytest.fixture(scope="module")
def app(workshop: Workshop) -> Iterator[Flask]:
    """Goya has seasons, a holiday and an inventory; Fabre opens at night, or on appointment."""
    name = workshop.copy()
    with databases.opened(workshop, name) as made:
        made.config[limits.SETTING] = 10**9
        made.extensions["settings"] = replace(
            made.extensions["settings"], qa_now=datetime(2026, 11, 24, 11, tzinfo=UTC)
        )
        with made.app_context():
            enter(db.session(), WRITE_EVERYTHING)
            off = {"exceptions": [day_off("2026-11-26")], "closures": []}
            publish(db.session(), number(GOYA), whole(SUMMER, WINTER, holidays={"all_saints": CLOSED}), off)
            publish(db.session(), number(FABRE), whole(NIGHTS))
            db.session.commit()
        yield made
    workshop.drop(name)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def number(slug: str) -> int:
    return db.session.scalars(select(Museum.id).where(Museum.slug == slug)).one()


def days(client: FlaskClient, slug: str, asked: str) -> list[dict]:
    answer = client.get(f"/api/v1/museums/{slug}/opening?{asked}")
    assert answer.status_code == 200, answer.text
    assert answer.json["next"] is None
    assert answer.json["total"] == len(answer.json["items"])
    return answer.json["items"]


def test_each_day_says_its_state_its_hours_and_the_rule_that_decided(client: FlaskClient) -> None:
    first, second, third = days(client, GOYA, "from=2026-10-31&to=2026-11-02")

    assert first == {
        "date": "2026-10-31",
        "state": "open",
        "intervals": [["10:00", "12:00"], ["14:00", "18:00"]],
        "by_appointment": [],
        "rule": "period",
        "reason": {"fr": "horaires d’été", "oc": "oraris d’estiu"},
    }
    assert (second["state"], second["rule"], second["intervals"]) == ("closed", "holiday", [])
    assert second["reason"]["fr"] == "jour férié\xa0: Toussaint, le musée a décidé de fermer"
    assert (third["state"], third["rule"]) == ("closed", "period")


def test_exceptions_and_what_is_not_decided_are_named(client: FlaskClient) -> None:
    [inventory] = days(client, GOYA, "from=2026-11-26&to=2026-11-26")
    [christmas] = days(client, GOYA, "from=2026-12-25&to=2026-12-25")

    assert (inventory["state"], inventory["rule"]) == ("closed", "exception")
    assert inventory["reason"]["fr"] == "fermeture exceptionnelle\xa0: inventaire"
    assert (christmas["state"], christmas["rule"]) == ("unconfirmed", "holiday")


def test_a_night_belongs_to_the_day_it_begins_and_appointments_are_told_apart(client: FlaskClient) -> None:
    monday, tuesday, wednesday = days(client, FABRE, "from=2026-11-23&to=2026-11-25")

    assert (monday["state"], monday["by_appointment"]) == ("closed", [])
    assert "sur rendez-vous" in monday["reason"]["fr"]
    assert (tuesday["state"], tuesday["by_appointment"]) == ("closed", [["14:00", "16:00"]])
    assert "pour les groupes" in tuesday["reason"]["fr"]
    assert wednesday["intervals"] == [["20:00", "26:00"]]


def test_past_and_future_are_as_right_as_today(app: Flask, client: FlaskClient) -> None:
    first, last = date(2024, 1, 1), date(2024, 1, 1) + timedelta(days=399)
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        schedule = hours.of(number(GOYA)).schedule
        expected = [(str(day.date), day.state.value) for day in schedule.days(first, last)]

    told = days(client, GOYA, f"from={first}&to={last}")

    assert [(day["date"], day["state"]) for day in told] == expected


def test_the_ends_of_the_calendar_are_not_confirmed(client: FlaskClient) -> None:
    for asked in ("to=0001-01-01", "from=9999-12-31", "from=1582-12-25&to=1583-01-02"):
        assert {day["state"] for day in days(client, GOYA, asked)} == {"unconfirmed"}


def test_a_museum_says_today_and_when_it_was_confirmed_in_lists_and_on_the_map(client: FlaskClient) -> None:
    alone = client.get(f"/api/v1/museums/{GOYA}").json
    [listed] = [m for m in client.get("/api/v1/museums?commune=castres").json["items"] if m["slug"] == GOYA]
    drawn = client.get("/api/v1/museums.geojson?q=goya").json["features"][0]["properties"]

    assert alone["verified_at"] == listed["verified_at"] == drawn["verified_at"] == f"{NOON:%FT%TZ}"
    assert alone["opening_today"] == listed["opening_today"] == drawn["opening_today"]
    assert alone["opening_today"]["date"] == "2026-11-24"
    assert alone["opening_today"]["intervals"] == [["14:00", "17:00"]]


def test_a_museum_gives_its_hours_in_the_language_of_openstreetmap(client: FlaskClient) -> None:
    said = client.get(f"/api/v1/museums/{GOYA}").json["opening_hours"]
    evaluator = OpeningHours(said, timezone=PARIS, country="FR")

    assert evaluator.is_open(datetime(2026, 11, 24, 14, 30, tzinfo=PARIS))
    assert evaluator.is_closed(datetime(2026, 11, 26, 14, 30, tzinfo=PARIS))
    assert evaluator.is_unknown(datetime(2026, 12, 25, 14, 30, tzinfo=PARIS))
    assert client.get("/api/v1/museums/narbo-via").json["opening_hours"] is None


def test_what_is_open_is_apart_from_what_may_be(client: FlaskClient) -> None:
    def asked(query: str) -> tuple[list[str], int]:
        answer = client.get(f"/api/v1/museums?per_page=200&{query}").json
        assert answer["total"] == len(answer["items"])
        return [museum["slug"] for museum in answer["items"]], answer["unconfirmed"]

    assert asked("ouvert=1&date=2026-11-25") == ([FABRE, GOYA], 130)
    assert asked("ouvert=1&date=2026-11-26") == ([FABRE], 130)
    assert asked("ouvert=1&date=2026-11-26&date=2026-11-25") == ([FABRE, GOYA], 130)
    assert asked("ouvert=1&date=2026-11-23") == ([], 130)
    assert asked("ouvert=1") == ([GOYA], 130)
    assert asked("ouvert=1&departement=81&date=demain") == ([GOYA], 12)
    assert asked("date=2026-11-25")[1] == 0
    assert len(asked("ouvert=a-confirmer&date=2026-11-01")[0]) == 131
    assert len(asked("ouvert=1&ouvert=a-confirmer&date=2026-11-25")[0]) == 132
    assert asked("ouvert=1&date=2026-11-25&gratuit_pour=tous") == ([], 132)


@pytest.mark.parametrize("asked", ["date=2026-13-01", "date=2026-01-01..2026-03-04", "date=hier", "ouvert=0"])
def test_days_that_make_no_sense_are_refused_by_name(client: FlaskClient, asked: str) -> None:
    answer = client.get(f"/api/v1/museums?{asked}")

    assert answer.status_code == 422
    assert [each["name"] for each in answer.json["parameters"]] == [asked.partition("=")[0]]


def test_a_new_day_is_a_new_answer(app: Flask, client: FlaskClient) -> None:
    before = client.get(f"/api/v1/museums/{GOYA}")
    settings = app.extensions["settings"]
    app.extensions["settings"] = replace(settings, qa_now=datetime(2026, 11, 25, 11, tzinfo=UTC))
    after = client.get(f"/api/v1/museums/{GOYA}", headers={"If-None-Match": before.headers["ETag"]})
    app.extensions["settings"] = settings

    assert after.status_code == 200
    assert after.json["opening_today"]["date"] == "2026-11-25"
