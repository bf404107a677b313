"""Against who should not come at all: guesses sent together, addresses tried one by one, links used twice."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from statistics import median
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from portal.domain.accounts import Token, User, UserSession, passwords
from portal.domain.letters import Letter
from tests.cast import Cast, Door, everything
from tests.web.auth.conftest import PASSWORD

STRANGE = ["\x00", "🏺" * 40, "x" * 5000, "<script>alert(1)</script>", "' OR 1=1 --", "\ud83d"]
OTHER = "quatre figues et un olivier"


def letter_path(app: Flask, kind: str, start: str) -> str:
    with everything(app) as session:
        text = session.scalar(select(Letter.text).where(Letter.kind == kind).order_by(Letter.id.desc()))
    word = next(word for word in text.split() if start in word)
    assert word.startswith("http://localhost:8000/")
    return word.removeprefix("http://localhost:8000")


def count(app: Flask, table: Any) -> int:
    with everything(app) as session:
        return session.scalar(select(func.count()).select_from(table))


def test_forty_guesses_at_once_get_ten_answers(app: Flask, keyed: Cast) -> None:
    doors = [Door(app) for _ in range(40)]
    for door in doors:
        door.get("/connexion")
    together = Barrier(40)

    def guess(number: int) -> int:
        together.wait()
        form = {"email": "aline@musee.example", "password": f"au hasard {number}"}
        return doors[number].post("/connexion", form).status_code

    with ThreadPoolExecutor(40) as people:
        statuses = list(people.map(guess, range(40)))

    assert sorted(set(statuses)) == [422, 429]
    assert statuses.count(422) == 10


def test_the_right_password_among_guesses_sent_together_is_not_told_apart_once_closed(
    app: Flask, keyed: Cast
) -> None:
    for _turn in range(10):
        door = Door(app)
        door.get("/connexion")
        door.post("/connexion", {"email": "aline@musee.example", "password": "au hasard"})
    answers = []
    for password in (PASSWORD, "au hasard"):
        door = Door(app)
        door.get("/connexion")
        answers.append(
            door.send("/connexion", {"email": "aline@musee.example", "password": password}, 429).words
        )

    assert answers[0] == answers[1]
    assert count(app, UserSession) == 0


@pytest.mark.parametrize("path", ["/connexion/lien/", "/mot-de-passe/"])
def test_asking_for_a_letter_tells_nothing_by_words_cookies_or_time(
    app: Flask, keyed: Cast, path: str
) -> None:
    with everything(app) as session:
        session.execute(
            update(User).where(User.id == keyed["clara"]).values(disabled_at=datetime(2026, 1, 1, tzinfo=UTC))
        )

    def ask(email: str) -> tuple[Any, float]:
        door = Door(app)
        door.get(path)
        began = time.process_time()
        answer = door.post(path, {"email": email})
        return answer, time.process_time() - began

    for email in ("aline@musee.example", "personne@musee.example"):
        ask(email)  # templates are compiled
    known, unknown, closed = (
        ask(email) for email in ("bernat@musee.example", "nul@musee.example", "clara@musee.example")
    )
    times = {
        kind: median(ask(f"{name}@musee.example")[1] for name in names)
        for kind, names in (("known", ("camille", "denis", "miquel", "treva", "paula")), ("unknown", "abcde"))
    }

    shapes = {
        (answer.status_code, answer.location, answer.get_data())
        for answer, _seconds in (known, unknown, closed)
    }
    assert len(shapes) == 1
    assert 0.4 < times["unknown"] / times["known"] < 2.5
    assert count(app, Letter) == 7
    assert count(app, Token) == 7
    assert count(app, User) == 8


def test_nobodys_mail_is_filled(app: Flask, keyed: Cast) -> None:
    for _turn in range(9):
        door = Door(app)
        door.get("/connexion/lien/")
        assert door.post("/connexion/lien/", {"email": "aline@musee.example"}).status_code == 303

    assert count(app, Letter) == 5


def test_a_new_password_by_letter_counts_once_and_ends_every_session(
    app: Flask, keyed: Cast, aline: Door
) -> None:
    door = Door(app)
    door.get("/mot-de-passe/")
    door.post("/mot-de-passe/", {"email": "aline@musee.example"})
    path = letter_path(app, "password_reset", "/mot-de-passe/")
    door.open(path)

    too_short = door.send(path, {"password": "court"}, 422)
    chosen = door.post(path, {"password": OTHER})
    again = Door(app)
    again.open(path)
    replay = again.post(path, {"password": "une autre phrase encore"})

    assert "12 caractères" in too_short.words
    assert (chosen.status_code, replay.status_code) == (303, 410)
    assert aline.get("/compte/").location.startswith("/connexion")
    with everything(app) as session:
        assert passwords.is_right(session.get(User, keyed["aline"]).password_digest, OTHER)
        assert session.scalars(select(Letter.kind).order_by(Letter.id)).all() == [
            "password_reset",
            "password_changed",
        ]


def test_two_people_who_press_a_link_together_are_one_session(app: Flask, keyed: Cast) -> None:
    asking = Door(app)
    asking.get("/connexion/lien/")
    asking.post("/connexion/lien/", {"email": "aline@musee.example"})
    path = letter_path(app, "sign_in_link", "/connexion/lien/")
    doors = [Door(app) for _ in range(8)]
    for door in doors:
        door.get(path)
    together = Barrier(8)

    def press(door: Door) -> int:
        together.wait()
        return door.post(path).status_code

    with ThreadPoolExecutor(8) as people:
        statuses = list(people.map(press, doors))

    assert sorted(statuses) == [303] + [410] * 7
    assert count(app, UserSession) == 1


@pytest.mark.parametrize("path", ["/connexion/lien/{}/", "/mot-de-passe/{}/", "/invitation/{}/"])
@pytest.mark.parametrize(
    "secret", ["x", "%00", "%F0%9F%8F%BA", "x" * 3000, "%ED%A0%80", "%2e%2e", "<script>"]
)
def test_a_link_that_was_never_sent_opens_nothing_and_says_so(
    app: Flask, keyed: Cast, path: str, secret: str
) -> None:
    door = Door(app)
    page = door.get(path.format(secret))

    answer = door.post(path.format(secret), {"password": OTHER})

    assert page.status_code in {200, 404}
    assert answer.status_code in {400, 404, 405, 410}
    assert count(app, UserSession) == 0


@pytest.mark.parametrize("strange", STRANGE, ids=ascii)
@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/connexion", ("email", "password")),
        ("/connexion/lien/", ("email",)),
        ("/mot-de-passe/", ("email",)),
    ],
)
def test_odd_input_gets_a_sentence_and_comes_back(
    app: Flask, keyed: Cast, path: str, fields: tuple[str, ...], strange: str
) -> None:
    for field in fields:
        door = Door(app)
        door.get(path)
        good = {"email": "aline@musee.example", "password": "au hasard"}
        data = {
            name: strange.encode("utf-8", "surrogatepass") if name == field else good[name] for name in fields
        }

        page = door.send(path, data, 422)

        assert page.find(class_="err"), (path, field)
        assert "<script>alert" not in str(page)
        if field == "email":
            kept = page.find("input", id="email")["value"]
            assert kept == strange.replace("\x00", "").replace("\ud83d", "%ED%A0%BD"), (
                path
            )  # Werkzeug's reading


@pytest.mark.parametrize(
    "next_",
    ["//mal.example", "/\\mal.example", "https:mal.example", "/\tmal", "/x" * 4000, "javascript:1"],
)
def test_every_way_in_goes_nowhere_else(app: Flask, keyed: Cast, next_: str) -> None:
    door = Door(app)
    door.get("/connexion/lien/")
    door.post("/connexion/lien/", {"email": "aline@musee.example", "next": next_})
    with everything(app) as session:
        target = session.scalar(select(Token.target))
    path = None if target else letter_path(app, "sign_in_link", "/connexion/lien/")
    landed = (door.get(path), door.post(path))[1].location if path else None

    assert target is None
    assert landed == "/espace/"
    signed_in = door.client.get("/connexion", query_string={"next": next_})
    assert signed_in.location == "/espace/"


@pytest.mark.parametrize("path", ["/connexion", "/connexion/lien/", "/mot-de-passe/"])
def test_a_foreign_host_is_refused_and_no_letter_carries_it(app: Flask, keyed: Cast, path: str) -> None:
    door = Door(app)
    door.get(path)

    asked = door.client.get(path, headers={"Host": "mal.example"})
    sent = door.post(path, {"email": "aline@musee.example"}, headers={"Host": "mal.example"})
    forwarded = door.post(path, {"email": "aline@musee.example"}, headers={"X-Forwarded-Host": "mal.example"})

    assert (asked.status_code, sent.status_code) == (400, 400)
    assert forwarded.status_code in {303, 422}
    with everything(app) as session:
        assert "mal.example" not in "".join(session.scalars(select(Letter.text)))


def test_the_wrong_method_is_told_so(app: Flask, keyed: Cast) -> None:
    for path, method in (("/deconnexion", "GET"), ("/connexion", "DELETE"), ("/connexion/cle/", "GET")):
        assert Door(app).client.open(path, method=method).status_code == 405, path


def test_nothing_is_signed_in_or_out_without_the_token_of_a_form(
    app: Flask, keyed: Cast, aline: Door
) -> None:
    door = Door(app)
    typed = {"email": "aline@musee.example", "password": PASSWORD}

    refused = [door.client.post("/connexion", data=typed), aline.client.post("/deconnexion")]
    foreign = Door(app)
    foreign.get("/connexion")
    refused.append(foreign.client.post("/connexion", data=typed | {"csrf_token": aline.token}))

    assert [answer.status_code for answer in refused] == [400, 400, 400]
    assert PASSWORD not in refused[0].get_data(as_text=True)
    assert aline.get("/compte/").status_code == 200


def test_a_cookie_planted_before_signing_in_is_worth_nothing_after(app: Flask, keyed: Cast) -> None:
    victim, attacker = Door(app), Door(app)
    attacker.get("/connexion")
    planted = attacker.client.get_cookie("session").value
    victim.client.set_cookie("session", planted)
    victim.get("/connexion")

    victim.post("/connexion", {"email": "aline@musee.example", "password": PASSWORD})

    assert victim.client.get_cookie("session").value != planted
    assert attacker.get("/compte/").location.startswith("/connexion")


def test_a_right_password_alone_keeps_its_place_a_quarter_of_an_hour(app: Flask, keyed: Cast) -> None:
    with everything(app) as session:
        session.get(User, keyed["aline"]).totp_confirmed_at = datetime(2026, 1, 1, tzinfo=UTC)
    door = Door(app)
    door.get("/connexion")
    location = door.post("/connexion", {"email": "aline@musee.example", "password": PASSWORD}).location
    at_once = door.get(location).status_code
    with everything(app) as session:
        made = session.scalar(select(UserSession.made_at))
        session.execute(update(UserSession).values(made_at=made - timedelta(minutes=16)))

    assert at_once == 200
    assert door.get(location).location == "/connexion"


def test_what_was_typed_when_the_session_ended_is_sent_again_after_signing_in(
    app: Flask, keyed: Cast, aline: Door
) -> None:
    with everything(app) as session:
        session.query(UserSession).delete()
    given_back = aline.send("/compte/", {"name": "Alina d’Òc", "language": "fr"}, 400)
    sealed = given_back.find("input", attrs={"name": "reprise"})["value"]

    wrong = aline.send(
        "/connexion", {"email": "aline@musee.example", "password": "au hasard", "reprise": sealed}, 422
    )
    kept = wrong.find("input", attrs={"name": "reprise"})["value"]
    right = aline.post("/connexion", {"email": "aline@musee.example", "password": PASSWORD, "reprise": kept})
    page = aline.open(right.location)
    form = page.main.find("form")
    fields = {field["name"]: field.get_text().removeprefix("\n") for field in form.find_all("textarea")}
    answer = aline.post(form["action"], fields)

    assert "Alina d’Òc" in given_back.words
    assert right.location == "/compte/reprendre/"
    assert answer.status_code == 303
    with everything(app) as session:
        assert session.get(User, keyed["aline"]).name == "Alina d’Òc"
