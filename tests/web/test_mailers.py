"""Every letter, in both languages: complete as text, sound as HTML, on the public address whoever asked."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select

from portal.db import WRITE_EVERYTHING, Translated, db, enter
from portal.domain.accounts import AssociationRole, Invitation, MuseumRole, User
from portal.domain.letters import Letter
from portal.web import mailers

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
UNTIL = NOW + timedelta(hours=1)
SECRET = "s" * 43
MUSEUM = Translated("Musée Goya", "Musèu Goya")
LANGUAGES = ("fr", "oc")

Write = Callable[[User], None]


def guest(user: User, museum_role: MuseumRole | None = MuseumRole.EDITOR) -> Invitation:
    return Invitation(
        id=4,
        email=user.email,
        name=user.name,
        language=user.language,
        museum_role=museum_role,
        association_role=None if museum_role else AssociationRole.PARTNER,
        invited_at=NOW,
        expires_at=UNTIL,
    )


def invite(user: User, museum: Translated | None = MUSEUM) -> None:
    invitation = guest(user, MuseumRole.EDITOR if museum else None)
    mailers.invitation(invitation, SECRET, museum=museum, inviter="Denis Vidal", now=NOW)


WITH_LINK: dict[str, Write] = {
    "sign_in_link": lambda user: mailers.sign_in_link(user, SECRET, UNTIL, NOW),
    "password_reset": lambda user: mailers.password_reset(user, SECRET, UNTIL, NOW),
    "address_confirmation": lambda user: mailers.address_confirmation(
        user, "nouvelle@musee.example", SECRET, UNTIL, NOW
    ),
    "invitation": invite,
    "invitation_to_association": lambda user: invite(user, None),
}
OF_A_MUSEUM: dict[str, Write] = {
    "invitation": invite,
    "invitation_renewal_asked": lambda user: mailers.invitation_renewal_asked(
        guest(user), user, museum=MUSEUM, now=NOW
    ),
    "role_given": lambda user: mailers.role_given(user, MUSEUM, MuseumRole.MANAGER, now=NOW),
    "handed_over": lambda user: mailers.handed_over(user, MUSEUM, now=NOW),
}
EVERY: dict[str, Write] = {
    **WITH_LINK,
    **OF_A_MUSEUM,
    "address_changed": lambda user: mailers.address_changed(user, "ancienne@musee.example", NOW),
    "password_changed": lambda user: mailers.password_changed(user, NOW),
    "second_factor_set": lambda user: mailers.second_factor_set(user, NOW),
    "second_factor_reset": lambda user: mailers.second_factor_reset(user, NOW),
}

each_letter = pytest.mark.parametrize("name", EVERY)
each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def written(shared_app: Flask) -> Callable[..., Letter]:
    """Write a letter as a request would, from a page in the other language asked under another host; keep nothing."""

    def write(write_it: Write, language: str, name: str = "Aline Delmàs") -> Letter:
        other = "/oc/" if language == "fr" else "/fr/"
        with shared_app.test_request_context(other, base_url="http://127.0.0.1:9"):
            enter(db.session(), WRITE_EVERYTHING)
            write_it(User(id=7, email="aline@musee.example", name=name, language=language, created_at=NOW))
            db.session.flush()
            [letter] = db.session.scalars(select(Letter)).all()
            db.session.expunge(letter)
            db.session.rollback()
            return letter

    return write


def links(letter: Letter) -> list[str]:
    return re.findall(r"https?://\S+", letter.text)


@each_letter
@each_language
def test_every_link_is_on_the_public_address(written: Any, name: str, language: str) -> None:
    letter = written(EVERY[name], language)
    soup = BeautifulSoup(letter.html, "html.parser")

    found = links(letter)

    assert found
    assert all(link.startswith("http://localhost:8000/") for link in found)
    assert {a["href"] for a in soup.find_all("a")} == set(found)
    assert "127.0.0.1" not in letter.html + letter.text


@each_letter
@each_language
def test_the_text_says_alone_all_that_the_html_says(written: Any, name: str, language: str) -> None:
    letter = written(EVERY[name], language)
    soup = BeautifulSoup(letter.html, "html.parser")
    text = " ".join(letter.text.split())

    assert "Aline Delmàs" in letter.text
    for paragraph in soup.find_all("p"):
        if paragraph.find("a") is None and "m" not in paragraph.get("class", []):
            assert " ".join(paragraph.get_text().split()) in text
    assert soup.html["lang"] == language
    assert not re.search(r"<|&\w+;|\n{3,}", letter.text)


@pytest.mark.parametrize("name", WITH_LINK)
@each_language
def test_a_link_is_on_a_line_of_its_own_with_until_when_it_works(
    written: Any, name: str, language: str
) -> None:
    letter = written(WITH_LINK[name], language)

    [line] = [line for line in letter.text.splitlines() if SECRET in line]

    assert re.fullmatch(rf"http://localhost:8000/\S*{SECRET}\S*", line)
    assert ("24 novembre 2026" if language == "fr" else "24 de novembre de 2026") in letter.text


@pytest.mark.parametrize("name", OF_A_MUSEUM)
@each_language
def test_the_subject_names_the_museum(written: Any, name: str, language: str) -> None:
    letter = written(OF_A_MUSEUM[name], language)

    assert MUSEUM.text(language) in letter.subject
    assert len(letter.subject) > len(MUSEUM.text(language)) + 5


@each_letter
@each_language
def test_every_letter_says_why_it_came_and_whom_to_ask(written: Any, name: str, language: str) -> None:
    letter = written(EVERY[name], language)
    _, _, foot = letter.text.partition("\n-- \n")

    assert ("Vous recevez cette lettre parce qu" if language == "fr" else "Recebètz aquesta letra") in foot
    assert f"http://localhost:8000/{language}/contact/" in foot


@each_letter
def test_every_letter_is_in_the_readers_language(written: Any, name: str) -> None:
    french, occitan = (written(EVERY[name], language) for language in LANGUAGES)

    assert (french.language, occitan.language) == LANGUAGES
    assert french.subject != occitan.subject
    assert "Bonjour" in french.text
    assert "Bonjour" not in occitan.text


@pytest.mark.parametrize("name", ["<b>Aline</b> & 100 %", "Aline\r\nBcc: autre@musee.example", "%(museum)s"])
def test_a_name_is_never_more_than_a_name(written: Any, name: str) -> None:
    letter = written(invite, "fr", name)

    assert BeautifulSoup(letter.html, "html.parser").find("b") is None
    assert "\n" not in letter.to_name
    assert name.split("\r", maxsplit=1)[0] in letter.text


def test_a_letter_keeps_to_itself(written: Any) -> None:
    letter = written(invite, "fr")
    soup = BeautifulSoup(letter.html, "html.parser")

    assert soup.find(["script", "img", "link", "iframe", "form", "table"]) is None
    assert "url(" not in letter.html
    assert "@import" not in letter.html


def test_the_notice_of_a_changed_address_goes_to_the_former_one(written: Any) -> None:
    assert written(EVERY["address_changed"], "fr").to_email == "ancienne@musee.example"
    assert written(EVERY["address_confirmation"], "fr").to_email == "nouvelle@musee.example"


def test_an_invitation_says_who_invites_to_what(written: Any) -> None:
    letter = written(invite, "fr")

    assert (letter.invitation_id, letter.user_id) == (4, None)
    assert "Denis Vidal vous invite" in letter.text
    assert "Musée Goya" in letter.text
