"""Signing in and out: for who comes twice a year, and against who should not come at all."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.domain.accounts import User, UserSession, passwords, second_factor
from portal.domain.journal import AuditEvent
from portal.domain.letters import Letter
from tests.cast import Cast, Door, everything

PASSWORD = "le canal passe sous Montauban"
DIGEST = passwords.digest(PASSWORD)  # hashing is slow on purpose: once for all the tests


@pytest.fixture
def keyed(app: Flask, cast: Cast) -> Cast:
    """The cast, with a password each."""
    with everything(app) as session:
        session.execute(update(User).values(password_digest=DIGEST))
    return cast


def try_sign_in(door: Door, email: str, password: str = PASSWORD, **more: Any) -> Any:
    door.get("/connexion")
    return door.post("/connexion", {"email": email, "password": password, **more})


def rows(app: Flask) -> int:
    with everything(app) as session:
        return len(session.scalars(select(UserSession)).all())


def test_aline_signs_in_and_lands_on_her_museum(app: Flask, keyed: Cast) -> None:
    door = Door(app)

    answer = try_sign_in(door, " ALINE@musee.example ")
    landed = door.client.get(answer.location, follow_redirects=True)

    assert answer.status_code == 303
    assert landed.request.path == f"/espace/{keyed.here_slug}/"
    assert landed.status_code == 200


def test_one_lands_where_one_was_going(app: Flask, keyed: Cast) -> None:
    door = Door(app)
    sent = door.get(f"/espace/{keyed.here_slug}/")
    page = door.open(sent.location)

    answer = door.post(
        "/connexion",
        {
            "email": "aline@musee.example",
            "password": PASSWORD,
            "next": page.find("input", attrs={"name": "next"})["value"],
        },
    )

    assert answer.location == f"/espace/{keyed.here_slug}/"


@pytest.mark.parametrize(
    "target", ["https://mal.example/", "//mal.example", "/\\mal.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_another_site(app: Flask, keyed: Cast, target: str) -> None:
    answer = try_sign_in(Door(app), "aline@musee.example", next=target)

    assert answer.location == "/espace/"


def test_the_same_words_for_a_wrong_password_an_unknown_address_and_a_closed_account(
    app: Flask, keyed: Cast
) -> None:
    with everything(app) as session:
        session.execute(
            update(User).where(User.id == keyed["clara"]).values(disabled_at=datetime(2026, 1, 1, tzinfo=UTC))
        )
    said = set()
    for email, password in (
        ("aline@musee.example", "ce n’est pas le bon"),
        ("personne@musee.example", PASSWORD),
        ("clara@musee.example", PASSWORD),
    ):
        door = Door(app)
        door.get("/connexion")
        page = door.send("/connexion", {"email": email, "password": password}, 422)
        assert page.find("input", id="email")["value"] == email
        said.add(page.words)

    assert len(said) == 1
    assert rows(app) == 0


def test_signing_in_changes_the_cookie_and_signing_out_ends_a_copy_of_it(app: Flask, keyed: Cast) -> None:
    door = Door(app)
    door.get("/connexion")
    before = door.client.get_cookie("session").value
    try_sign_in(door, "aline@musee.example")
    stolen = door.client.get_cookie("session").value

    thief = Door(app)
    thief.client.set_cookie("session", stolen)
    let_in = thief.get("/espace/").status_code, thief.get("/espace/").location
    door.get("/compte/")
    door.post("/deconnexion")

    assert stolen != before
    assert let_in == (303, f"/espace/{keyed.here_slug}/")
    assert thief.get("/espace/").location.startswith("/connexion")
    assert door.get("/espace/").location.startswith("/connexion")
    assert rows(app) == 0


def test_ten_failures_close_the_password_for_a_while_but_not_the_link(app: Flask, keyed: Cast) -> None:
    door = Door(app)
    for _ in range(10):
        assert try_sign_in(door, "aline@musee.example", "ce n’est pas lui").status_code == 422

    refused = try_sign_in(door, "aline@musee.example")
    other = try_sign_in(Door(app), "camille@musee.example")
    door.get("/connexion/lien/")
    link = door.post("/connexion/lien/", {"email": "aline@musee.example"})

    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 900
    assert "aline@musee.example" in refused.get_data(as_text=True)
    assert other.status_code == 303
    assert link.status_code == 303
    with everything(app) as session:
        assert session.scalars(select(Letter.kind)).all() == ["sign_in_link"]


def test_x_forwarded_for_opens_nothing(app: Flask, keyed: Cast) -> None:
    statuses = []
    for turn in range(12):
        door = Door(app)
        door.get("/connexion")
        answer = door.client.post(
            "/connexion",
            data={"csrf_token": door.token, "email": "aline@musee.example", "password": "ce n’est pas lui"},
            headers={"X-Forwarded-For": f"10.0.0.{turn}"},
        )
        statuses.append(answer.status_code)

    assert statuses == [422] * 10 + [429] * 2


def test_a_link_by_mail_opens_once_and_says_so_afterwards(app: Flask, keyed: Cast) -> None:
    door = Door(app)
    door.get("/connexion/lien/")
    door.post("/connexion/lien/", {"email": "aline@musee.example"})
    with everything(app) as session:
        text = session.scalars(select(Letter.text)).one()
    path = next(word for word in text.split() if "/connexion/lien/" in word).partition("8000")[2]

    page = door.open(path)
    first = door.post(path)
    again = Door(app)
    again.get(path)
    second = again.post(path)

    assert "Me connecter" in page.words
    assert first.status_code == 303
    assert second.status_code == 410
    assert "déjà servi" in second.get_data(as_text=True)


def test_an_unknown_address_hears_the_same_and_no_letter_leaves(app: Flask, keyed: Cast) -> None:
    door = Door(app)
    heard = []
    for email in ("aline@musee.example", "personne@musee.example"):
        door.get("/connexion/lien/")
        answer = door.client.post(
            "/connexion/lien/", data={"csrf_token": door.token, "email": email}, follow_redirects=True
        )
        heard.append("une lettre vient de partir" in answer.get_data(as_text=True))

    assert heard == [True, True]
    with everything(app) as session:
        assert len(session.scalars(select(Letter)).all()) == 1


def test_a_code_is_asked_of_who_has_set_one_and_works_once(app: Flask, keyed: Cast) -> None:
    key = app.config["SECRET_KEY"]
    with everything(app) as session:
        denis = session.get(User, keyed["denis"])
        secret = second_factor.begin_totp(denis, key=key)
        denis.totp_confirmed_at = datetime(2026, 1, 1, tzinfo=UTC)
    door = Door(app)
    code = pyotp.TOTP(secret).now()

    first = try_sign_in(door, "denis@musee.example")
    closed = door.get("/admin/")
    door.get(first.location)
    done = door.post(first.location, {"code": code})
    replay = Door(app)
    location = try_sign_in(replay, "denis@musee.example").location
    replay.get(location)

    assert first.location == "/connexion/code/"
    assert closed.status_code == 303
    assert done.status_code == 303
    assert replay.post(location, {"code": code}).status_code == 422


def test_signing_in_and_being_refused_are_in_the_journal_by_number(app: Flask, keyed: Cast) -> None:
    try_sign_in(Door(app), "aline@musee.example", "ce n’est pas lui")
    try_sign_in(Door(app), "aline@musee.example")

    with everything(app) as session:
        lines = session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()

        assert [line.action for line in lines] == ["account.sign_in_refused", "account.signed_in"]
        assert lines[1].actor_id == keyed["aline"]
        assert lines[1].network == "127.0.0.0/24"
        assert "aline" not in str([(line.before, line.after) for line in lines])


@pytest.mark.parametrize(
    "email", ["", "pas une adresse", "a@b", "x" * 300 + "@musee.example", "nul\x00@musee.example"]
)
def test_a_strange_address_gets_a_sentence_and_is_kept(app: Flask, keyed: Cast, email: str) -> None:
    door = Door(app)
    door.get("/connexion")

    page = door.send("/connexion", {"email": email, "password": PASSWORD}, 422)

    assert page.find(id="email-erreur").get_text().strip()
    assert page.find("a", href="#email")


def test_a_session_ends_after_twelve_idle_hours_and_a_remembered_one_after_thirty_days(
    app: Flask, keyed: Cast
) -> None:
    for idle, remembered, lives in (
        (timedelta(hours=11), False, True),
        (timedelta(hours=13), False, False),
        (timedelta(days=29), True, True),
        (timedelta(days=31), True, False),
    ):
        door = Door(app)
        try_sign_in(door, "aline@musee.example", **({"remember": "y"} if remembered else {}))
        with everything(app) as session:
            session.execute(update(UserSession).values(seen_at=datetime.now(UTC) - idle))  # noqa: TID251 - the machine's clock

        assert (door.get("/espace/").location == f"/espace/{keyed.here_slug}/") is lives, idle
        with everything(app) as session:
            session.query(UserSession).delete()
