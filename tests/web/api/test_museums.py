"""The museums as programs read them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from portal.db import WRITE_EVERYTHING, Translated, db, enter
from portal.domain.museums import Museum

MUSEUM = {
    "id",
    "slug",
    "name",
    "town",
    "lat",
    "lon",
    "themes",
    "opening_today",
    "url",
    "updated_at",
    "verified_at",
}
ALONE = {"status", "opening_hours", "prices", "prices_verified_at", "access", "practical"} | {
    "title_line",
    "description",
    "texts",
    "links",
    "booking_url",
    "images",
    "labels",
}
LIST = {"items", "total", "unconfirmed", "next"}
NEVER = {"fr": "Horaires non communiqués", "oc": "Oraris pas indicats"}


def test_a_museum_is_all_the_contract_says(ask):
    museum = ask("museums/musee-toulouse-lautrec").json

    assert set(museum) == {*MUSEUM, *ALONE}
    assert museum["id"].startswith("M")
    assert museum["name"] == {"fr": "Musée Toulouse-Lautrec", "oc": None}
    assert museum["town"] == {
        "name": {"fr": "Albi", "oc": "Albi"},
        "insee": "81004",
        "departement": "81",
    }
    assert museum["themes"][0] == {"slug": "beaux-arts", "fr": "Beaux-arts", "oc": "Bèlas arts"}
    assert museum["url"] == "http://localhost:8000/fr/musees/musee-toulouse-lautrec/"
    assert museum["updated_at"] == "2026-11-24T09:30:00Z"
    assert museum["verified_at"] is None
    assert museum["status"] == "listed"
    day = museum["opening_today"]
    assert {**day, "date": None} == {
        "date": None,
        "state": "unconfirmed",
        "intervals": [],
        "by_appointment": [],
        "rule": None,
        "reason": NEVER,
    }


def test_a_catalan_name_is_not_given_for_occitan(ask):
    [museum] = ask("museums?commune=ceret").json["items"]

    assert museum["town"]["name"] == {"fr": "Céret", "oc": None, "ca": "Ceret"}


def test_a_list_has_fifty_a_page_and_leads_to_its_end(ask):
    first = ask("museums").json
    assert set(first) == LIST
    assert (len(first["items"]), first["total"], first["unconfirmed"]) == (50, 132, 0)
    assert set(first["items"][0]) == MUSEUM

    slugs, following = [], "http://localhost:8000/api/v1/museums?per_page=24"
    while following:
        assert following.startswith("http://localhost:8000/api/v1/")
        page = ask(following.removeprefix("http://localhost:8000/api/v1/")).json
        slugs += [museum["slug"] for museum in page["items"]]
        following = page["next"]

    assert len(slugs) == len(set(slugs)) == 132


def test_past_the_end_is_not_found(ask):
    ask("museums?per_page=200&page=1")
    ask("museums?per_page=200&page=2", 404)
    ask("museums?page=18446744073709551616", 404)


def test_what_museums_have_not_said_is_counted_apart(ask):
    answer = ask("museums?ouvert=1&departement=48").json

    assert answer["items"] == []
    assert answer["total"] == 0
    assert answer["unconfirmed"] == ask("museums?departement=48").json["total"] > 0


def test_a_map_has_them_all(ask):
    response = ask("museums.geojson?per_page=2")

    assert response.mimetype == "application/geo+json"
    collection = response.json
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) == collection["total"] == 132
    feature = collection["features"][0]
    assert feature["geometry"]["type"] == "Point"
    longitude, latitude = feature["geometry"]["coordinates"]
    assert -1 < longitude < 5
    assert 42 < latitude < 46
    assert {"slug", "name", "town", "opening_today", "url"} <= set(feature["properties"])


def test_each_day_of_an_opening_is_unconfirmed(ask):
    answer = ask("museums/musee-toulouse-lautrec/opening?from=2027-02-27&to=2027-03-01").json

    assert [day["date"] for day in answer["items"]] == ["2027-02-27", "2027-02-28", "2027-03-01"]
    assert {day["state"] for day in answer["items"]} == {"unconfirmed"}
    assert all(day["intervals"] == [] and day["reason"] == NEVER for day in answer["items"])
    assert (answer["total"], answer["next"]) == (3, None)


def test_an_opening_is_four_hundred_days_at_most(ask):
    first = date(2026, 1, 1)
    last, after = first + timedelta(days=399), first + timedelta(days=400)

    answer = ask(f"museums/musee-toulouse-lautrec/opening?from={first}&to={last}").json
    assert len(answer["items"]) == 400
    ask(f"museums/musee-toulouse-lautrec/opening?from={first}&to={after}", 422)


@pytest.mark.parametrize(
    ("asked", "first", "count"),
    [("from=2026-05-01", "2026-05-01", 7), ("to=2026-05-07", "2026-05-01", 7), ("", None, 7)],
)
def test_a_day_alone_asks_for_its_week(ask, asked, first, count):
    items = ask(f"museums/musee-toulouse-lautrec/opening?{asked}").json["items"]

    assert first in {None, items[0]["date"]}
    assert len(items) == count


@pytest.mark.parametrize(
    "asked",
    [
        "from=demain",
        "from=2026-02-30",
        "from=20260201",
        "from=",
        "to=2026-1-1",
        "from=2026-02-02&to=2026-02-01",
        "from=0001-01-01&to=9999-12-31",
        "from=%00",
        "to=２０２６-01-01",
    ],
)
def test_a_period_that_makes_no_sense_is_refused(ask, asked):
    ask(f"museums/musee-toulouse-lautrec/opening?{asked}", 422)


@pytest.mark.parametrize("asked", ["to=0001-01-01", "from=9999-12-31"])
def test_the_ends_of_the_calendar_answer(ask, asked):
    assert ask(f"museums/musee-toulouse-lautrec/opening?{asked}").json["total"] == 1


def test_a_museofile_id_leads_to_the_museum(ask):
    number = ask("museums/musee-toulouse-lautrec").json["id"]

    assert ask(f"museums/{number}", 301).location == "/api/v1/museums/musee-toulouse-lautrec"
    location = ask(f"museums/{number}/opening?from=2026-01-01&x=1", 301).location
    assert location == "/api/v1/museums/musee-toulouse-lautrec/opening?from=2026-01-01"
    ask("museums/nulle-part", 404)
    ask("museums/nulle-part/opening", 404)


def test_what_changes_is_in_the_next_answer(app):
    client = app.test_client()
    path = "/api/v1/museums/musee-toulouse-lautrec"
    before = client.get(path)
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        museum = db.session.query(Museum).filter_by(slug="musee-toulouse-lautrec").one()
        museum.usage_name = Translated("Musée", "Musèu")
        museum.archived_at = datetime(2026, 11, 24, tzinfo=UTC)
        museum.latitude = None
        db.session.commit()

    after = client.get(path, headers={"If-None-Match": before.headers["ETag"]})

    assert after.status_code == 200
    assert after.json["name"] == {"fr": "Musée", "oc": "Musèu"}
    assert after.json["status"] == "archived"
    assert after.json["lat"] is None
    assert client.get("/api/v1/museums").json["total"] == 131
