"""Signing in with the key of one's own device: no address, no password, and nothing to copy."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.domain.accounts import Passkey, User, UserSession
from portal.web.kit import clock
from tests.authenticator import Authenticator
from tests.cast import Cast, Door, everything
from tests.web.auth.conftest import PASSWORD

KEYS = "/compte/second-facteur/cles/"


def send(door: Door, path: str, body: Any = None) -> Any:
    return door.client.post(path, json=body if body is not None else {}, headers={"X-CSRFToken": door.token})


def add(door: Door, key: Authenticator, name: str = "Ordinateur du bureau") -> Any:
    door.get("/compte/second-facteur/")
    options = send(door, KEYS + "question/").get_json()
    return send(door, KEYS, {"name": name, "credential": key.create(options)})


def sign_in(door: Door, key: Authenticator, path: str = "/connexion", query: str = "") -> Any:
    door.get(path)
    options = send(door, "/connexion/cle/question/").get_json()
    return send(door, "/connexion/cle/" + query, key.get(options))


@pytest.fixture
def key(app: Flask, keyed: Cast) -> Authenticator:
    """Aline's key, added from her account."""
    made = Authenticator()
    assert add(Door(app, keyed["aline"]), made).status_code == 200
    return made


def sessions_of(app: Flask, user_id: int) -> list[Any]:
    with everything(app) as session:
        rows = session.scalars(select(UserSession).where(UserSession.user_id == user_id)).all()
        session.expunge_all()
        return list(rows)


def test_a_key_signs_in_by_itself_where_one_was_going(app: Flask, keyed: Cast, key: Authenticator) -> None:
    door = Door(app)

    answer = sign_in(door, key, query=f"?next=/espace/{keyed.here_slug}/")

    assert answer.get_json() == {"address": f"/espace/{keyed.here_slug}/"}
    assert door.get(f"/espace/{keyed.here_slug}/").status_code == 200
    assert sessions_of(app, keyed["aline"])[-1].has_second_factor


def test_a_key_takes_nobody_to_another_site(app: Flask, keyed: Cast, key: Authenticator) -> None:
    assert sign_in(Door(app), key, query="?next=//mal.example").get_json() == {"address": "/espace/"}


def test_an_admins_key_opens_the_administrations_rights(app: Flask, keyed: Cast) -> None:
    denis, key = Door(app, keyed["denis"], has_second_factor=False), Authenticator()
    before = denis.get(f"/espace/{keyed.here_slug}/").status_code

    add(denis, key)

    assert before == 404
    assert denis.get(f"/espace/{keyed.here_slug}/").status_code == 200
    assert "aucun code sur papier" in denis.open("/compte/second-facteur/").words


def test_after_the_password_the_key_is_asked_for_and_only_that_persons(
    app: Flask, keyed: Cast, key: Authenticator
) -> None:
    other = Authenticator()
    add(Door(app, keyed["bernat"]), other)
    door = Door(app)
    door.get("/connexion")
    location = door.post("/connexion", {"email": "aline@musee.example", "password": PASSWORD}).location

    wrong = sign_in(door, other, location)
    still_out = door.get("/compte/").status_code
    right = sign_in(door, key, location)

    assert location == "/connexion/code/"
    assert (wrong.status_code, still_out, right.status_code) == (422, 303, 200)
    assert door.get("/compte/").status_code == 200


def test_a_key_that_checks_nobody_is_one_factor_only(app: Flask, keyed: Cast) -> None:
    key = Authenticator(verifies=False)
    add(Door(app, keyed["aline"]), key)
    door = Door(app)

    answer = sign_in(door, key)

    assert answer.get_json() == {"address": "/connexion/code/"}
    assert door.get("/compte/").location.startswith("/connexion")


@pytest.mark.parametrize("counts", [True, False])
def test_an_answer_given_twice_opens_once(app: Flask, keyed: Cast, counts: bool) -> None:
    key = Authenticator(counts=counts)
    add(Door(app, keyed["aline"]), key)
    door = Door(app)
    door.get("/connexion")
    options = send(door, "/connexion/cle/question/").get_json()
    answer = key.get(options)
    first = send(door, "/connexion/cle/", answer)
    elsewhere = Door(app)
    elsewhere.get("/connexion")
    send(elsewhere, "/connexion/cle/question/")

    assert first.status_code == 200
    assert send(elsewhere, "/connexion/cle/", answer).status_code == 422


def test_a_copied_key_is_seen_by_its_count(app: Flask, keyed: Cast, key: Authenticator) -> None:
    with everything(app) as session:
        session.execute(update(Passkey).values(sign_count=50))

    assert sign_in(Door(app), key).status_code == 422


def test_a_question_grows_old(
    app: Flask, keyed: Cast, key: Authenticator, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = Door(app)
    door.get("/connexion")
    options = send(door, "/connexion/cle/question/").get_json()
    later = datetime.now(UTC) + timedelta(minutes=6)  # noqa: TID251 - the machine's clock, six minutes on
    monkeypatch.setattr(clock, "machine_now", lambda: later)

    assert send(door, "/connexion/cle/", key.get(options)).status_code == 422


def test_another_sites_key_and_another_sites_page_are_refused(
    app: Flask, keyed: Cast, key: Authenticator
) -> None:
    key.origin = "http://mal.example"
    phished = sign_in(Door(app), key)
    key.origin, key.host = "http://localhost:8000", "mal.example"
    foreign = sign_in(Door(app), key)

    assert (phished.status_code, foreign.status_code) == (422, 422)


def test_a_key_of_a_closed_account_opens_nothing(app: Flask, keyed: Cast, key: Authenticator) -> None:
    with everything(app) as session:
        session.execute(update(User).values(disabled_at=datetime(2026, 1, 1, tzinfo=UTC)))

    assert sign_in(Door(app), key).status_code == 422


def test_the_same_key_is_not_two_peoples(app: Flask, keyed: Cast, key: Authenticator) -> None:
    again = add(Door(app, keyed["bernat"]), key)

    assert again.status_code == 422
    with everything(app) as session:
        assert session.scalars(select(Passkey.user_id)).all() == [keyed["aline"]]


@pytest.mark.parametrize("name", ["a\x00b", "n" * 61, "Clé 🏺", "<script>alert(1)</script>"], ids=ascii)
def test_a_name_that_is_none_keeps_no_key(app: Flask, keyed: Cast, name: str) -> None:
    assert add(Door(app, keyed["aline"]), Authenticator(), name).status_code == 422
    with everything(app) as session:
        assert session.scalars(select(Passkey)).all() == []


def test_a_key_without_a_name_is_called_by_its_day(app: Flask, keyed: Cast) -> None:
    add(Door(app, keyed["aline"]), Authenticator(), "")

    with everything(app) as session:
        assert session.scalar(select(Passkey.name)).startswith("Clé du ")


STRANGE: list[Any] = [
    {}, [], "x", 5, None, {"rawId": 5}, {"rawId": {}}, {"rawId": "é"}, {"rawId": "AAAA"},
    {"rawId": "AAAA", "id": "AAAA", "type": "public-key", "response": None},
    {"rawId": "AAAA", "id": "AAAA", "type": "public-key", "response": {"clientDataJSON": 5}},
    {"name": "x", "credential": None}, {"name": 5, "credential": {"response": []}},
    {"name": "x", "credential": {"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA", "attestationObject": "AA"}}},
]  # fmt: skip


@pytest.mark.parametrize("body", STRANGE, ids=repr)
def test_an_answer_that_is_none_is_refused_calmly(
    app: Flask, keyed: Cast, key: Authenticator, body: Any
) -> None:
    aline, visitor = Door(app, keyed["aline"]), Door(app)
    aline.get("/compte/second-facteur/")
    send(aline, KEYS + "question/")
    visitor.get("/connexion")
    send(visitor, "/connexion/cle/question/")

    assert send(aline, KEYS, body).status_code == 422
    assert send(visitor, "/connexion/cle/", body).status_code == 422


@pytest.mark.parametrize("part", ["clientDataJSON", "authenticatorData", "signature"])
def test_no_part_of_an_answer_may_be_changed(app: Flask, keyed: Cast, key: Authenticator, part: str) -> None:
    door = Door(app)
    door.get("/connexion")
    answer = key.get(send(door, "/connexion/cle/question/").get_json())
    value = answer["response"][part]
    for changed in (value[:-6] + ("AAAAAA" if value[-6:] != "AAAAAA" else "BBBBBB"), "", 5, None, "é"):
        send(door, "/connexion/cle/question/")
        assert (
            send(
                door, "/connexion/cle/", answer | {"response": answer["response"] | {part: changed}}
            ).status_code
            == 422
        )


def test_nothing_is_asked_or_kept_without_the_token_of_the_page(
    app: Flask, keyed: Cast, key: Authenticator
) -> None:
    aline = Door(app, keyed["aline"])
    for path in (KEYS + "question/", KEYS, "/connexion/cle/question/", "/connexion/cle/"):
        assert aline.client.post(path, json={}).status_code == 400, path
        assert (
            aline.client.post(
                path, json={}, headers={"X-CSRFToken": "x", "Origin": "http://mal.example"}
            ).status_code
            == 400
        )
