"""One's own account: every form is sent as a browser sends it, with the fields that the page gave."""

import json
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.domain.accounts import Membership, User, UserSession, passwords
from portal.domain.journal import AuditEvent
from tests.cast import Cast, Door, everything
from tests.web.account.conftest import OTHER, PASSWORD, fill, letters, path_in

TYPED = [
    ("", "nothing"),
    ("n" * 121, "too long"),
    ("Al\x00ine", "a NUL"),
    ("Aline 🏺", "a picture"),
    ("<script>alert(1)</script>", "a script"),
]


def user(app: Flask, user_id: int) -> Any:
    with everything(app) as session:
        found = session.get(User, user_id)
        session.expunge(found)
        return found


def test_aline_changes_her_name_and_language(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])

    answer = fill(aline, aline.open("/compte/"), "/compte/", {"name": "  Alina  d’Òc ", "language": "oc"})

    assert answer.status_code == 303
    assert (user(app, keyed["aline"]).name, user(app, keyed["aline"]).language) == ("Alina d’Òc", "oc")
    assert aline.get("/compte/").get_data(as_text=True).startswith('<!doctype html>\n<html lang="oc"')


@pytest.mark.parametrize("typed", [text for text, _why in TYPED], ids=[why for _text, why in TYPED])
def test_a_name_that_is_none_comes_back_as_it_was_typed(app: Flask, keyed: Cast, typed: str) -> None:
    aline = Door(app, keyed["aline"])
    aline.get("/compte/")

    page = aline.send("/compte/", {"name": typed, "language": "fr"}, 422)

    assert page.find("input", id="name")["value"] == typed.replace("\x00", "")
    assert page.find(id="name-erreur").get_text().strip()
    assert page.find("a", href="#name")
    assert "<script>alert" not in str(page)
    assert user(app, keyed["aline"]).name == "Aline"


def test_a_new_address_counts_once_confirmed_and_the_old_one_hears_of_it(app: Flask, keyed: Cast) -> None:
    aline, elsewhere = Door(app, keyed["aline"]), Door(app, keyed["aline"])
    sent = fill(
        aline,
        aline.open("/compte/"),
        "/compte/adresse/",
        {"address-email": "Nouvelle@Musee.example", "address-current": PASSWORD},
    )
    before = user(app, keyed["aline"]).email
    [(to, text)] = letters(app, "address_confirmation")
    path = path_in(text, "/compte/adresse/")

    page = aline.open(path)
    confirmed = aline.post(path)

    assert sent.status_code == 303
    assert (before, to) == ("aline@musee.example", "nouvelle@musee.example")
    assert "nouvelle@musee.example" in page.words
    assert confirmed.status_code == 303
    assert user(app, keyed["aline"]).email == "nouvelle@musee.example"
    assert [to for to, _text in letters(app, "address_changed")] == ["aline@musee.example"]
    assert elsewhere.get("/compte/").location.startswith("/connexion")
    assert aline.get("/compte/").status_code == 200
    assert aline.post(path).status_code == 410


def test_asking_for_somebody_elses_address_says_nothing_of_them(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])
    said = []
    for email in ("camille@musee.example", "personne@musee.example"):
        page = aline.open("/compte/")
        answer = fill(aline, page, "/compte/adresse/", {"address-email": email, "address-current": PASSWORD})
        said.append((answer.status_code, aline.open("/compte/").find(role="status").get_text()))

    assert said[0] == said[1]
    assert [to for to, _text in letters(app, "address_confirmation")] == ["personne@musee.example"]


def test_a_confirmation_opens_nothing_for_another_person(app: Flask, keyed: Cast) -> None:
    aline, bernat = Door(app, keyed["aline"]), Door(app, keyed["bernat"])
    fill(
        aline,
        aline.open("/compte/"),
        "/compte/adresse/",
        {"address-email": "nouvelle@musee.example", "address-current": PASSWORD},
    )
    path = path_in(letters(app, "address_confirmation")[0][1], "/compte/adresse/")
    bernat.get(path)

    assert bernat.post(path).status_code == 410
    assert user(app, keyed["bernat"]).email == "bernat@musee.example"


@pytest.mark.parametrize(
    "email", ["", "rien", "é" * 255, "nul\x00@musee.example", "🏺@musee.example", "<script>@x"]
)
def test_an_address_that_is_none_comes_back_as_it_was_typed(app: Flask, keyed: Cast, email: str) -> None:
    aline = Door(app, keyed["aline"])
    aline.get("/compte/")

    page = aline.send("/compte/adresse/", {"address-email": email, "address-current": PASSWORD}, 422)

    assert page.find("input", id="address-email")["value"] == email.replace("\x00", "")
    assert letters(app, "address_confirmation") == []


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(app: Flask, keyed: Cast) -> None:
    aline, elsewhere = Door(app, keyed["aline"]), Door(app, keyed["aline"])

    answer = fill(
        aline,
        aline.open("/compte/"),
        "/compte/mot-de-passe/",
        {"password-current": PASSWORD, "password-password": OTHER},
    )

    assert answer.status_code == 303
    assert passwords.is_right(user(app, keyed["aline"]).password_digest, OTHER)
    assert aline.get("/compte/").status_code == 200
    assert elsewhere.get("/compte/").location.startswith("/connexion")
    assert len(letters(app, "password_changed")) == 1


@pytest.mark.parametrize(
    ("current", "chosen"),
    [
        (PASSWORD, ""),
        (PASSWORD, "court"),
        (PASSWORD, "motdepassemusee"),
        (PASSWORD, "aline@musee.example"),
        (PASSWORD, "🏺" * 129),
        (PASSWORD, "une phrase\x00 avec un rien"),
        ("ce n’est pas lui", OTHER),
        ("", OTHER),
    ],
)
def test_a_password_that_will_not_do_changes_nothing(
    app: Flask, keyed: Cast, current: str, chosen: str
) -> None:
    aline = Door(app, keyed["aline"])
    aline.get("/compte/")

    page = aline.send(
        "/compte/mot-de-passe/", {"password-current": current, "password-password": chosen}, 422
    )

    assert page.find(class_="errs")
    assert not any(field.get("value") for field in page.find_all("input", type="password"))
    assert passwords.is_right(user(app, keyed["aline"]).password_digest, PASSWORD)


def test_a_session_left_open_is_no_place_to_guess_from(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])
    for _turn in range(10):
        aline.get("/compte/")
        aline.post("/compte/mot-de-passe/", {"password-current": "au hasard", "password-password": OTHER})
    aline.get("/compte/")

    page = aline.send(
        "/compte/mot-de-passe/", {"password-current": PASSWORD, "password-password": OTHER}, 422
    )

    assert "Trop d’essais" in page.words


def test_bernat_sees_where_he_is_signed_in_and_closes_what_is_not_here(app: Flask, keyed: Cast) -> None:
    bernat, phone, library = (Door(app, keyed["bernat"]) for _ in range(3))
    stranger = Door(app, keyed["aline"])
    page = bernat.open("/compte/")
    [one, _other] = [
        form["action"]
        for form in page.find_all("form")
        if "/sessions/" in form.get("action", "") and form["action"] != "/compte/sessions/"
    ]

    stranger.get("/compte/")
    refused = stranger.post(one)
    closed = fill(bernat, page, one, {})
    left = sum(door.get("/compte/").status_code == 200 for door in (phone, library))
    bernat.post("/compte/sessions/")

    assert (refused.status_code, closed.status_code, left) == (404, 303, 1)
    assert bernat.get("/compte/").status_code == 200
    assert all(door.get("/compte/").status_code == 303 for door in (phone, library))


def test_all_that_is_held_about_oneself_comes_in_a_file(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])

    answer = aline.get("/compte/mes-donnees.json")
    held = json.loads(answer.get_data())

    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert held["account"]["email"] == "aline@musee.example"
    assert held["memberships"][0]["role"] == "manager"
    assert "argon2" not in answer.get_data(as_text=True)


def test_leaving_asks_for_ones_name_and_for_what_becomes_of_the_museum(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])
    aline.open("/compte/effacer/")

    unnamed = aline.send("/compte/effacer/", {"name": "Bernat", "hand_over": "y"}, 422)
    alone = aline.send("/compte/effacer/", {"name": "Aline"}, 422)
    gone = aline.post("/compte/effacer/", {"name": "Aline", "hand_over": "y"})

    assert unnamed.find("input", id="name")["value"] == "Bernat"
    assert "dernière personne responsable" in alone.words
    assert gone.status_code == 303
    assert user(app, keyed["aline"]).erased_at is not None
    with everything(app) as session:
        assert session.scalars(select(Membership).where(Membership.user_id == keyed["aline"])).all() == []
        assert session.scalars(select(UserSession).where(UserSession.user_id == keyed["aline"])).all() == []
        handed = select(AuditEvent.museum_id).where(AuditEvent.action == "museum.handed_to_association")
        assert session.scalars(handed).all() == [keyed.here]


def test_the_last_admin_cannot_leave(app: Flask, keyed: Cast) -> None:
    denis = Door(app, keyed["denis"])
    denis.get("/compte/effacer/")

    page = denis.send("/compte/effacer/", {"name": "Denis"}, 422)

    assert "une autre personne administre" in page.words


def test_what_matters_asks_again_who_sits_there_after_a_while(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])
    with everything(app) as session:
        row = session.scalar(select(UserSession).where(UserSession.user_id == keyed["aline"]))
        session.execute(update(UserSession).values(made_at=row.made_at.replace(year=row.made_at.year - 1)))
    sent = aline.get("/compte/second-facteur/")
    page = aline.open(sent.location)

    wrong = aline.send(sent.location, {"current": "ce n’est pas lui", "next": "/compte/second-facteur/"}, 422)
    refused = aline.post("/compte/second-facteur/code/")
    right = aline.post(sent.location, {"current": PASSWORD, "next": "/compte/second-facteur/"})

    assert sent.location == "/compte/preuve/?next=/compte/second-facteur/"
    assert "C’est bien vous" in page.words
    assert wrong.find("input", attrs={"name": "next"})["value"] == "/compte/second-facteur/"
    assert refused.location == "/compte/preuve/"
    assert right.location == "/compte/second-facteur/"
    assert aline.get("/compte/second-facteur/").status_code == 200


def test_the_proof_leads_to_no_other_site(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])
    aline.get("/compte/preuve/")

    assert (
        aline.post("/compte/preuve/", {"current": PASSWORD, "next": "//mal.example"}).location == "/compte/"
    )
