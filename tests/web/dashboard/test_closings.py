"""Closing from a phone: public at the very next request, whatever waits beside it and whoever wrote it."""

from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.domain import hours
from portal.domain.hours import snapshots
from portal.domain.journal import AuditEvent
from portal.domain.revisions import Revision, State
from tests.cast import Cast, Door, everything
from tests.web.dashboard.seasons import (
    ROWS,
    TODAY,
    at_desk,
    day,
    form_of,
    head,
    open_for_the_season,
    write,
)


@pytest.fixture
def season(app: Flask, cast: Cast) -> Cast:
    open_for_the_season(app, cast)
    return cast


def room(cast: Cast) -> str:
    return f"/espace/{cast.here_slug}/horaires/fermer/"


def send(door: Door, cast: Cast, action: str = "publish", **typed: str) -> Any:
    return door.post(room(cast), form_of(door, room(cast)) | {"why": "weather", "action": action} | typed)


def test_three_taps_from_the_first_page_and_the_door_is_shut_for_the_next_visitor(
    app: Flask, season: Cast
) -> None:
    aline = at_desk(app, season["aline"])
    page = aline.open(f"/espace/{season.here_slug}/")
    [button] = [link for link in page.main.find_all("a") if "Fermer exceptionnellement" in link.get_text()]
    form = form_of(aline, button["href"])  # one tap; the day and « Fermé » are chosen already

    seen = aline.send(button["href"], form | {"why": "weather", "action": "preview"}, 200)
    before = day(app, season, TODAY)
    answer = aline.post(button["href"], form | {"why": "weather", "action": "publish"})  # two more

    assert "Aujourd’hui, jeudi 18 juin : fermé, intempéries. Rouvre demain à 10 h." in seen.words
    assert (before, day(app, season, TODAY)) == ("open 10:00-19:00", "closed")
    assert answer.status_code == 303
    receipt = aline.open(answer.headers["Location"])
    assert "Publié. La page est à jour." in receipt.h1.get_text()
    assert "10 h – 19 h fermé, intempéries" in receipt.words
    with everything(app) as session:
        lines = session.scalars(select(AuditEvent).where(AuditEvent.action == "content.published")).all()
        assert [(line.actor_id, line.after) for line in lines] == [(season["aline"], {"block": "exceptions"})]


WAYS: list[tuple[dict[str, str], date, str]] = [
    ({"when": "tomorrow"}, TODAY + timedelta(days=1), "closed"),
    ({"when": "date", "first": "2026-07-02"}, date(2026, 7, 2), "closed"),
    ({"when": "date", "first": "2 juillet"}, date(2026, 7, 2), "closed"),
    ({"when": "range", "first": "2026-07-02", "last": "2026-07-05"}, date(2026, 7, 4), "closed"),
    ({"what": "closes_early", "at": "16h30"}, TODAY, "open 10:00-16:30"),
    ({"what": "opens_late", "at": "14 h"}, TODAY, "open 14:00-19:00"),
    ({"what": "extra", "hours": "20h-23h", "why": "event"}, TODAY, "open 10:00-19:00 20:00-23:00"),
    ({"words_fr": "Panne de chauffage", "words_oc": "Pana de caufatge"}, TODAY, "closed"),
]
WRONG: list[tuple[dict[str, str], str]] = [
    ({"why": ""}, "Pourquoi"),
    ({"when": "date", "first": ""}, "Choisissez le jour."),
    ({"when": "date", "first": "31 juin"}, "Cette date n’existe pas"),
    ({"when": "date", "first": "bientôt"}, "Écrivez une date"),
    ({"when": "date", "first": "2026-06-17"}, "Ce jour est passé."),
    ({"when": "date", "first": "2036-06-17"}, "dans plus de deux ans"),
    ({"when": "range", "first": "2026-07-05", "last": "2026-07-02"}, "vient avant le premier"),
    ({"when": "range", "first": "2026-07-05", "last": "2027-05-01"}, "Plus de trois mois"),
    ({"what": "closes_early", "at": "25:00"}, "Écrivez une heure"),
    ({"what": "closes_early", "at": ""}, "Écrivez une heure"),
    ({"what": "extra", "hours": "22h-18h"}, "Écrivez les heures"),
    ({"words_oc": "Solament en occitan"}, "en français"),
    ({"words_fr": "é" * 121}, "120 caractères"),
    ({"words_fr": "a\x00b"}, "signes invisibles"),
    ({"what": "\x00", "when": "hier"}, ""),
]


def test_every_way_to_close_or_to_open_otherwise(app: Flask, season: Cast) -> None:
    bernat = at_desk(app, season["bernat"])

    for typed, when, said in WAYS:
        answer = send(bernat, season, **typed)

        assert answer.status_code == 303, typed
        assert day(app, season, when) == said, typed


def test_what_makes_no_sense_gets_a_sentence_and_nothing_is_lost(app: Flask, season: Cast) -> None:
    door = at_desk(app, season["aline"])

    for typed, said in WRONG:
        form = form_of(door, room(season)) | {"why": "weather", "action": "publish"} | typed
        page = door.send(room(season), form, 422)

        assert said in page.find(id="a-corriger").get_text(), typed
        for name in ("first", "last", "at", "hours", "words_fr", "words_oc"):
            kept = form.get(name, "").replace("\x00", "")
            assert page.find(id=name).get("value", "") == kept, (typed, name)
    assert day(app, season, TODAY) == "open 10:00-19:00"


def test_sent_twice_it_is_one_closing(app: Flask, season: Cast) -> None:
    door = at_desk(app, season["aline"])
    form = form_of(door, room(season)) | {"why": "weather", "action": "publish"}

    first, second = door.post(room(season), form), door.post(room(season), form)

    assert first.headers["Location"] == second.headers["Location"]
    with everything(app) as session:
        published = select(func.count()).where(AuditEvent.action == "content.published")
        assert session.scalar(published) == 1


@pytest.mark.parametrize("writer", ["aline", "bernat"])
def test_a_draft_that_waits_is_not_lost_and_has_the_closing_too(
    app: Flask, season: Cast, writer: str
) -> None:
    key = hours.exceptions_key(season.here)
    kept = ROWS.exceptions[:1]
    draft = snapshots.exceptions_snapshot(type(ROWS)(exceptions=kept))  # the late opening is to go
    write(app, key, draft, season[writer])

    answer = send(at_desk(app, season["aline"]), season)

    live, pending = head(app, key)
    assert answer.status_code == 303
    assert [row["from"] for row in live["exceptions"]] == ["2026-06-24", "2026-06-19", "2026-06-18"]
    assert pending is not None
    assert [row["from"] for row in pending.content["exceptions"]] == ["2026-06-24", "2026-06-18"]
    assert (pending.state, pending.actor_id) == (State.DRAFT, season[writer])


def test_the_last_word_about_a_day_is_the_one_that_counts(app: Flask, season: Cast) -> None:
    bernat, aline = at_desk(app, season["bernat"]), at_desk(app, season["aline"])
    opened = form_of(aline, room(season)) | {"why": "strike", "action": "publish"}

    send(bernat, season, what="closes_early", at="17h")
    answer = aline.post(room(season), opened)  # the page she had before Bernat wrote

    live, _pending = head(app, hours.exceptions_key(season.here))
    assert answer.status_code == 303
    assert [row["effect"] for row in live["exceptions"] if row["from"] == "2026-06-18"] == ["closed"]
    assert "rien ne change" in send(bernat, season, "preview", why="strike").get_data(as_text=True)
    assert send(bernat, season, why="strike").headers["Location"].endswith("/fermer/")


def test_clara_proposes_and_the_public_waits_for_aline(app: Flask, season: Cast) -> None:
    clara = at_desk(app, season["clara"])

    answer = send(clara, season, words_fr="Le plafond goutte")

    _live, pending = head(app, hours.exceptions_key(season.here))
    assert answer.status_code == 303
    assert "Votre fermeture est proposée" in clara.open(answer.headers["Location"]).get_text()
    assert pending is not None
    assert (pending.state, pending.actor_id) == (State.SUBMITTED, season["clara"])
    assert day(app, season, TODAY) == "open 10:00-19:00"


def test_five_hundred_exceptions_are_too_many_and_a_long_closure_hides_none(app: Flask, season: Cast) -> None:
    rows = [
        {
            **snapshots.exception_json(ROWS.exceptions[0]),
            "from": f"2026-09-{n % 30 + 1:02}",
            "to": f"2027-0{n // 30 + 1}-01",
        }
        for n in range(200)
    ]
    write(
        app,
        hours.exceptions_key(season.here),
        {"exceptions": rows, "closures": []},
        season["aline"],
        publishes=True,
    )

    page = send(at_desk(app, season["aline"]), season)

    assert page.status_code == 422
    assert "Retirez les anciennes" in page.get_data(as_text=True)


def test_camille_finds_no_such_room_and_treva_may_not_close(app: Flask, season: Cast) -> None:
    camille, treva = at_desk(app, season["camille"]), at_desk(app, season["treva"])

    assert camille.post(room(season), {"why": "weather", "action": "publish"}).status_code == 404
    assert treva.get(room(season)).status_code == 403
    assert Door(app).get(room(season)).status_code == 303
    with everything(app) as session:
        assert session.scalar(select(func.count()).select_from(Revision)) == 2
