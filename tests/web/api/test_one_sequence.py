"""List, map and API are one sequence in one order."""

import random
import re
from dataclasses import replace
from urllib.parse import parse_qs, urlencode

from flask import request

from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain import hours, museums
from portal.domain.hours import demonstration
from portal.web.api import limits
from portal.web.kit import questions
from portal.web.kit.when import meant
from tests.databases import NOW

QUESTIONS = 200
DATED = 16
WORDS = (
    "musee",
    "toulouse",
    "art",
    "prehistoire",
    "lautrec",
    "château",
    "albi",
    "abbaye",
    "l'ephebe",
    "zzzz",
    "st",
)
PLACES = ("albi", "31000", "43.6,1.44", "montpellier", "0,0", "lourdes")
DAYS = ("aujourdhui", "demain", "ce-week-end", "2026-12-25", "2026-12-21..2027-01-03", "2028-02-29")
HIT = re.compile(r'<span class="rank">(\d+)</span>\s*<div>\s*<h3><a href="/fr/musees/([a-z0-9-]+)/">')
NUMBER = re.compile(r'id="nombre"><b>(\d+)')


def question(chance, guide, often=0.1):
    """Return a question at random: mostly sensible, of few criteria or many."""
    asked = []
    facets = {
        "departement": list(guide.departements),
        "commune": list(guide.towns),
        "theme": list(guide.themes_by_slug),
        "label": list(guide.labels),
    }
    for name, values in facets.items():
        if chance.random() < 0.3:
            asked += [
                (name, value) for value in chance.sample(values, min(len(values), chance.randint(1, 4)))
            ]
    if chance.random() < 0.4:
        asked.append(("q", " ".join(chance.sample(WORDS, chance.choice((1, 1, 2))))))
    if chance.random() < 0.3:
        asked += [("pres", chance.choice(PLACES)), ("rayon", str(chance.choice((5, 30, 80.5, 200))))]
    if chance.random() < often:
        asked.append(("ouvert", chance.choice(("1", "1", "a-confirmer"))))
    if chance.random() < often:
        asked += [("date", day) for day in chance.sample(DAYS, chance.choice((1, 1, 2)))]
    if chance.random() < 0.3:
        asked.append(("tri", chance.choice(("nom", "commune"))))
    chance.shuffle(asked)
    return urlencode(asked)


def of_the_list(client, asked):
    """Return the slugs that the pages of the list show, in order of their ranks, and the number it tells."""
    slugs, number, page = [], None, 1
    while page:
        html = client.get(f"/fr/musees/?{asked}&page={page}").get_data(as_text=True)
        for rank, slug in HIT.findall(html):
            slugs.append(slug)
            assert int(rank) == len(slugs), asked
        told = int(NUMBER.search(html)[1])
        assert number in {None, told}, asked
        number = told
        page = page + 1 if len(slugs) < number else None
    return slugs, number


def of_the_api(client, asked):
    slugs, following = [], f"/api/v1/museums?{asked}"
    while following:
        page = client.get(following.removeprefix("http://localhost:8000")).json
        slugs += [museum["slug"] for museum in page["items"]]
        following = page["next"]
    return slugs, page["total"]


def of_the_map(client, asked):
    collection = client.get(f"/api/v1/museums.geojson?{asked}").json
    return [feature["properties"]["slug"] for feature in collection["features"]], collection["total"]


def test_list_map_and_api_are_one_sequence(reader, shared_app):
    chance = random.Random(132)  # noqa: S311 - chance, not a secret
    with shared_app.test_request_context("/fr/musees/"):
        shared_app.preprocess_request()
        guide = museums.guide()
    seen = set()
    for _ in range(QUESTIONS):
        asked = question(chance, guide)
        listed = of_the_list(reader.client, asked)
        assert of_the_api(reader.client, asked) == listed, asked
        assert of_the_map(reader.client, asked) == listed, asked
        seen.add(listed[1])

    assert len(seen) > 10


def test_with_hours_they_are_one_sequence_on_any_day_and_right(app):
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        demonstration.make(NOW)
        db.session.commit()
    app.config[limits.SETTING] = 10**9
    app.extensions["settings"] = replace(app.extensions["settings"], qa_now=NOW)
    client, chance = app.test_client(), random.Random(2026)  # noqa: S311 - chance, not a secret
    with app.test_request_context("/fr/musees/"):
        app.preprocess_request()
        guide = museums.guide()
        schedules = {guide.by_id[id_].slug: each.schedule for id_, each in hours.of_many(guide.by_id).items()}
    today, seen = NOW.date(), set()
    for _ in range(DATED):
        asked = question(chance, guide, often=0.9)
        listed = of_the_list(client, asked)
        assert of_the_api(client, asked) == listed, asked
        assert of_the_map(client, asked) == listed, asked
        seen.add(listed[1])
        given = parse_qs(asked)
        days = [day for value in given.get("date", ["aujourdhui"]) for day in meant(value, today)]
        for slug in listed[0] if "ouvert" in given else ():
            states = {schedules[slug].on(day).state for day in days}
            is_open = hours.State.OPEN in states
            assert is_open == (given["ouvert"] == ["1"]), (asked, slug)
            assert is_open or hours.State.UNCONFIRMED in states, (asked, slug)

    assert len(seen) > 5


def test_a_list_says_where_programs_ask_the_same(reader, shared_app):
    with shared_app.test_request_context(
        "/fr/musees/?theme=prehistoire&pres=albi&rayon=80.5&page=2&label=x&per_page=10"
    ):
        shared_app.preprocess_request()
        address = questions.read(request.args, museums.guide()).api_address()

    assert address == "/api/v1/museums?theme=prehistoire&pres=albi&rayon=80.5"
