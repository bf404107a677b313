"""Counting without knowing anybody: what a browser says adds one to a number; whatever else comes leaves no trace."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from portal.db import content_version
from portal.domain import measures
from portal.domain.measures import Kind, Measure
from portal.web.kit import asking, counting
from portal.web.public import measure
from tests.cast import Cast, Door, everything
from tests.databases import NOW
from tests.web.dashboard.seasons import stop_the_clock

TODAY = date(2026, 11, 24)
FIREFOX = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
OURS = FIREFOX | {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}


@pytest.fixture(autouse=True)
def quiet_buckets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "_buckets", measure.Buckets())


def say(app: Flask, *words: str, museum: str, language: str = "fr", headers: dict[str, str] | None = None):
    message = {"musee": museum, "langue": language, "quoi": list(words)}
    return app.test_client().post("/mesure", data=message, headers=headers or OURS)


def kept(app: Flask) -> dict[tuple[int, str, str], int]:
    """What is in the database, once this process has written."""
    with app.app_context():
        counting.write()
    with everything(app) as session:
        rows = session.execute(select(Measure.museum_id, Measure.kind, Measure.language, Measure.count))
        return {(id_, kind.value, language): number for id_, kind, language, number in rows}


def test_two_visitors_and_a_program_are_three_numbers_that_the_museum_reads(app: Flask, cast: Cast) -> None:
    stop_the_clock(app, NOW)
    with everything(app) as session:
        before = content_version(session()).number
    first = say(app, "vue", "recherche", "gratuit", museum=cast.here_slug)
    say(app, "vue", museum=cast.here_slug, language="oc")
    say(app, "itineraire", museum=cast.here_slug)
    app.test_client().get(f"/api/v1/museums/{cast.here_slug}")
    with app.test_request_context():  # the portal asks itself: nobody reads
        assert asking.ask(f"/api/v1/museums/{cast.here_slug}").is_well

    assert (first.status_code, first.data, "Set-Cookie" in first.headers) == (204, b"", False)
    assert kept(app) == {
        (cast.here, "view", "fr"): 1,
        (cast.here, "view", "oc"): 1,
        (cast.here, "search", "fr"): 1,
        (cast.here, "search-free", "fr"): 1,
        (cast.here, "route", "fr"): 1,
        (cast.here, "api", measures.EVERY_LANGUAGE): 1,
    }
    with everything(app) as session:
        assert content_version(session()).number == before

    clara = Door(app, cast["clara"])
    room = f"/espace/{cast.here_slug}/chiffres/"
    words = clara.open(room).words
    assert "2 ouvertures de votre page, dont 1 en occitan." in words
    assert "1 ouverture vient d’une recherche du portail : on cherchait l’entrée gratuite." in words
    sheet = clara.get(f"{room}chiffres.csv").get_data(as_text=True)
    assert "2026-11-24;Ouvertures de la page;oc;1" in sheet
    home = clara.open(f"/espace/{cast.here_slug}/").words
    assert "1 itinéraire." in home
    for path in (room, f"{room}chiffres.csv"):
        assert Door(app, cast["camille"]).get(path).status_code == 404


def test_several_workers_add_to_one_number_and_a_database_that_refuses_loses_nothing(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    workers = [counting.Tally(app) for _ in range(3)]
    cells = [(cast.here, TODAY, Kind.VIEW, "fr"), (cast.elsewhere, TODAY, Kind.CALL, "oc")]
    gone = (
        10**6,
        TODAY,
        Kind.VIEW,
        "fr",
    )  # a museum that is there no longer takes none of the others with it
    for worker in workers:
        worker.count([*cells, gone])
        worker.count(cells[:1])

    def refuse(*_args: object) -> None:
        raise counting.SQLAlchemyError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(measures, "add", refuse)
        workers[0].write()
    for worker in workers:
        worker.write()
        worker.write()

    assert kept(app) == {(cast.here, "view", "fr"): 6, (cast.elsewhere, "call", "oc"): 3}


def test_whatever_is_no_message_of_a_page_leaves_no_trace(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    slug = cast.here_slug
    answers = {
        "an unknown museum": say(app, "vue", museum="musee-de-la-lune"),
        "a refusal to be followed": say(app, "vue", museum=slug, headers=OURS | {"DNT": "1"}),
        "a global refusal": say(app, "vue", museum=slug, headers=OURS | {"Sec-GPC": "1"}),
        "a robot": say(app, "vue", museum=slug, headers=OURS | {"User-Agent": "Googlebot/2.1"}),
        "no browser": say(app, "vue", museum=slug, headers=OURS | {"User-Agent": ""}),
    }
    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(answers, 204)

    client = app.test_client()
    client.set_cookie(
        "atelier", "1"
    )  # the mark of a browser that has signed in: who works on a page is no visitor
    own = {"musee": slug, "langue": "fr", "quoi": "vue"}
    assert client.post("/mesure", data=own, headers=OURS).status_code == 204
    refused = {
        "a wrong kind": say(app, "api", museum=slug),
        "one wrong kind among good ones": say(app, "vue", "x", museum=slug),
        "a wrong language": say(app, "vue", museum=slug, language="en"),
        "no museum": say(app, "vue", museum=""),
        "a huge body": say(app, "vue", museum=slug * 1000),
        "something else": client.post("/mesure", json={"musee": slug}, headers=OURS),
        "nothing": client.post("/mesure", headers=OURS),
    }
    assert {name: answer.status_code for name, answer in refused.items()} == dict.fromkeys(refused, 400)
    assert say(app, "vue", museum=slug, headers=OURS | {"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert (
        say(app, "vue", museum=slug, headers=OURS | {"Origin": "https://ailleurs.example"}).status_code == 403
    )
    assert client.get("/mesure").status_code == 405
    assert kept(app) == {}

    telephone = OURS | {"User-Agent": "Mozilla/5.0 (Linux; Android 14; CUBOT NOTE 50)"}
    assert say(app, "vue", museum=slug, headers=telephone).status_code == 204
    monkeypatch.setattr(measure, "_buckets", measure.Buckets())
    monkeypatch.setattr(measure, "PER_MINUTE", 3)
    assert [say(app, "vue", museum=slug).status_code for _ in range(4)] == [204, 204, 204, 429]
    assert kept(app) == {(cast.here, "view", "fr"): 4}
    assert "127.0.0.1" not in str(measure._buckets.left)
