"""The team's page: Aline runs it, Bernat and Clara read it, Camille finds nothing there."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select

from portal.domain.accounts import Invitation, Membership, MuseumRole
from portal.domain.journal import AuditEvent
from tests.cast import Cast, Door, everything
from tests.letters import invitation_links, letters

GOOD = {"name": "Hélène Castan", "email": "helene@musee.example", "role": "editor", "language": "fr"}


@pytest.fixture
def here(cast: Cast) -> str:
    return f"/espace/{cast.here_slug}/equipe/"


def filled(door: Door, here: str, **changes: Any) -> dict[str, Any]:
    """Return the form that invites as the page shows it, filled in."""
    page = door.open(here)
    return {"once": page.find("input", attrs={"name": "once"})["value"], **GOOD, **changes}


def rows(app: Flask) -> list[tuple[Any, ...]]:
    """Return everything that teams are made of."""
    with everything(app) as session:
        people = session.execute(
            select(Membership.id, Membership.user_id, Membership.museum_id, Membership.role).order_by(
                Membership.id
            )
        )
        asked = session.execute(
            select(
                Invitation.id,
                Invitation.museum_id,
                Invitation.email,
                Invitation.expires_at,
                Invitation.revoked_at,
            ).order_by(Invitation.id)
        )
        return [tuple(row) for row in [*people, *asked]]


def place_of(app: Flask, user_id: int) -> Membership:
    with everything(app) as session:
        found = session.scalar(select(Membership).where(Membership.user_id == user_id))
        session.expunge(found)
        return found


def test_aline_invites_helene_who_gets_one_letter(app: Flask, cast: Cast, here: str) -> None:
    aline = Door(app, cast["aline"])

    answer = aline.post(here, filled(aline, here))

    assert (answer.status_code, answer.location) == (303, here)
    [letter] = letters(app, "invitation")
    assert letter.to_email == "helene@musee.example"
    assert "Aline" in letter.text
    page = aline.open(here)
    assert "Hélène Castan" in page.words
    assert "L’invitation part à l’instant" in page.words


def test_the_same_form_sent_twice_is_one_invitation_and_one_letter(app: Flask, cast: Cast, here: str) -> None:
    aline = Door(app, cast["aline"])
    form = filled(aline, here)

    assert [aline.post(here, form).status_code for _time in range(2)] == [303, 303]

    assert len(letters(app, "invitation")) == 1


def test_bernat_and_clara_read_the_team_without_a_button(app: Flask, cast: Cast, here: str) -> None:
    aline = Door(app, cast["aline"])
    aline.post(here, filled(aline, here))
    for name in ("bernat", "clara"):
        door = Door(app, cast[name])
        page = door.open(here)

        assert "Aline" in page.words
        assert "Hélène Castan" in page.words
        assert "helene@musee.example" not in page.words
        assert page.main.find_all(["button", "select", "input"]) == []
        assert [link["href"] for link in page.main.find_all("a")] == [f"{here}quitter/"]
        assert door.post(here, GOOD).status_code == 403


def test_camille_finds_nothing_and_visitors_sign_in(app: Flask, cast: Cast, here: str) -> None:
    camille = Door(app, cast["camille"])

    assert camille.get(here).status_code == 404
    assert camille.post(here, GOOD).status_code == 404
    assert Door(app).get(here).status_code == 303


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 121),
        ("name", "<script>alert(1)</script>"),
        ("name", "Hélène\0Castan"),
        ("name", "Hélène 🎨"),
        ("email", ""),
        ("email", "helene"),
        ("email", "x" * 250 + "@musee.example"),
        ("email", "<script>@musee.example"),
        ("email", "helene\0@musee.example"),
        ("email", "🎨"),
        ("role", ""),
        ("role", "admin"),
        ("role", "roi"),
        ("role", "1"),
        ("role", "editor\0"),
        ("language", ""),
        ("language", "en"),
    ],
)
def test_what_is_wrong_comes_back_with_what_was_typed(
    app: Flask, cast: Cast, here: str, field: str, value: str
) -> None:
    aline = Door(app, cast["aline"])
    before = rows(app)

    page = aline.send(here, filled(aline, here, **{field: value}), 422)

    assert rows(app) == before
    assert letters(app) == []
    kept = {one["name"]: one.get("value", "") for one in page.main.find_all("input", attrs={"name": True})}
    for name in {"name", "email"} - {field}:
        assert kept[name] == GOOD[name]
    if field in {"name", "email"}:
        assert kept[field] == value.replace("\0", "").strip()
    assert page.find(id="a-corriger")
    assert page.find("script", string=True) is None


@pytest.mark.parametrize("field", ["name", "email", "role", "language"])
def test_a_field_that_is_not_there_is_asked_for(app: Flask, cast: Cast, here: str, field: str) -> None:
    aline = Door(app, cast["aline"])
    form = filled(aline, here)
    del form[field]

    aline.send(here, form, 422)

    assert letters(app) == []


def test_a_colleague_is_not_invited_again(app: Flask, cast: Cast, here: str) -> None:
    aline = Door(app, cast["aline"])

    page = aline.send(here, filled(aline, here, email="BERNAT@musee.example"), 422)

    assert "déjà dans l’équipe" in page.words


def test_no_field_of_the_address_bar_or_of_the_form_names_another_museum(
    app: Flask, cast: Cast, here: str
) -> None:
    aline = Door(app, cast["aline"])
    stolen = {
        "museum_id": str(cast.elsewhere),
        "museum": cast.elsewhere_slug,
        "user_id": str(cast["camille"]),
    }

    aline.post(f"{here}?museum={cast.elsewhere_slug}", filled(aline, here, **stolen))

    with everything(app) as session:
        assert session.scalars(select(Invitation.museum_id)).all() == [cast.here]


def test_another_museum_s_people_and_invitations_are_nowhere_in_aline_s(
    app: Flask, cast: Cast, here: str
) -> None:
    camille = Door(app, cast["camille"])
    there = f"/espace/{cast.elsewhere_slug}/equipe/"
    camille.post(there, filled(camille, there))
    with everything(app) as session:
        invitation_id = session.scalar(select(Invitation.id))
    place_id = place_of(app, cast["camille"]).id
    aline = Door(app, cast["aline"])
    before = rows(app)
    gone = f"{here}999999/retirer/"
    wanted = aline.get(gone).get_data(as_text=True)

    for path in (
        f"{place_id}/role/",
        f"{place_id}/retirer/",
        f"invitations/{invitation_id}/renvoyer/",
        f"invitations/{invitation_id}/corriger/",
        f"invitations/{invitation_id}/annuler/",
        "999999/role/",
        f"{2**63}/retirer/",
    ):
        answer = aline.post(here + path, {"role": "contributor", "email": "x@y.example", "hand_over": "y"})
        assert answer.status_code == 404, path
    stolen = aline.get(f"{here}{place_id}/retirer/").get_data(as_text=True)

    assert stolen.replace(f"{place_id}/retirer", "999999/retirer") == wanted
    assert rows(app) == before


def test_another_museum_s_member_is_no_successor(app: Flask, cast: Cast, here: str) -> None:
    aline = Door(app, cast["aline"])
    before = rows(app)
    stranger = place_of(app, cast["camille"]).id

    for successor in (str(stranger), "0", "", "x", "<script>", str(2**70)):
        aline.send(f"{here}quitter/", {"successor": successor}, 422)

    assert rows(app) == before


def test_aline_gives_bernat_another_role(app: Flask, cast: Cast, here: str) -> None:
    aline, bernat = Door(app, cast["aline"]), place_of(app, cast["bernat"])

    for role, status in (("roi", 422), ("", 422), ("admin", 422), ("manager", 303)):
        assert aline.post(f"{here}{bernat.id}/role/", {"role": role}).status_code == status, role

    assert place_of(app, cast["bernat"]).role is MuseumRole.MANAGER


def test_aline_alone_lowers_herself_in_vain(app: Flask, cast: Cast, here: str) -> None:
    aline, own = Door(app, cast["aline"]), place_of(app, cast["aline"])

    page = aline.send(f"{here}{own.id}/role/", {"role": "editor", "hand_over": "y"}, 409)

    assert "nommez d’abord quelqu’un" in page.words
    assert place_of(app, cast["aline"]).role is MuseumRole.MANAGER


def test_denis_takes_a_museum_over_knowingly(app: Flask, cast: Cast, here: str) -> None:
    denis, aline = Door(app, cast["denis"]), place_of(app, cast["aline"])

    page = denis.send(f"{here}{aline.id}/role/", {"role": "editor"}, 409)
    assert "l’association tiendra la fiche" in page.words
    assert place_of(app, cast["aline"]).role is MuseumRole.MANAGER
    assert denis.post(f"{here}{aline.id}/role/", {"role": "editor", "hand_over": "y"}).status_code == 303

    assert place_of(app, cast["aline"]).role is MuseumRole.EDITOR
    [letter] = letters(app, "handed_over")
    assert letter.to_email == "denis@musee.example"


def test_aline_takes_clara_out_once_sure(app: Flask, cast: Cast, here: str) -> None:
    aline, clara = Door(app, cast["aline"]), place_of(app, cast["clara"])

    page = aline.open(f"{here}{clara.id}/retirer/")
    assert "Clara" in page.h1.get_text()
    assert aline.post(f"{here}{clara.id}/retirer/").status_code == 303

    assert "Clara" not in [one.get_text() for one in aline.open(here).select(".who-l b")]


def test_denis_takes_the_last_manager_out_only_by_saying_so(app: Flask, cast: Cast, here: str) -> None:
    denis, aline = Door(app, cast["denis"]), place_of(app, cast["aline"])

    denis.send(f"{here}{aline.id}/retirer/", {}, 422)
    assert denis.post(f"{here}{aline.id}/retirer/", {"hand_over": "y"}).status_code == 303

    assert len(letters(app, "handed_over")) == 1


def test_aline_leaves_and_clara_takes_over(app: Flask, cast: Cast, here: str) -> None:
    aline, clara = Door(app, cast["aline"]), place_of(app, cast["clara"])
    page = aline.open(f"{here}quitter/")
    assert {one["value"] for one in page.main.find_all("input", type="radio")} == {
        str(place_of(app, cast["bernat"]).id),
        str(clara.id),
        "association",
    }

    answer = aline.post(f"{here}quitter/", {"successor": str(clara.id)})

    assert (answer.status_code, answer.location) == (303, "/espace/")
    assert aline.get(here).status_code == 404
    assert aline.get("/espace/").status_code == 200  # she goes on where she is signed in
    assert place_of(app, cast["clara"]).role is MuseumRole.MANAGER


def test_aline_hands_the_museum_over(app: Flask, cast: Cast, here: str) -> None:
    aline = Door(app, cast["aline"])

    assert aline.post(f"{here}quitter/", {"successor": "association"}).status_code == 303

    [letter] = letters(app, "handed_over")
    assert letter.to_email == "denis@musee.example"
    with everything(app) as session:
        assert "museum.handed_to_association" in session.scalars(select(AuditEvent.action)).all()
    page = Door(app, cast["bernat"]).open(here)
    assert "l’association tient sa fiche" in page.words


def test_bernat_leaves_with_one_press(app: Flask, cast: Cast, here: str) -> None:
    bernat = Door(app, cast["bernat"])

    assert bernat.open(f"{here}quitter/").main.find_all("input", type="radio") == []
    assert bernat.post(f"{here}quitter/").status_code == 303
    assert letters(app) == []


def test_denis_leaves_no_team_he_is_not_in(app: Flask, cast: Cast, here: str) -> None:
    assert Door(app, cast["denis"]).get(f"{here}quitter/").status_code == 403


def test_an_invitation_is_sent_again_corrected_and_taken_back(app: Flask, cast: Cast, here: str) -> None:
    aline = Door(app, cast["aline"])
    aline.post(here, filled(aline, here, email="helen@musee.example"))
    with everything(app) as session:
        one = f"{here}invitations/{session.scalar(select(Invitation.id))}/"

    assert aline.post(f"{one}renvoyer/").status_code == 303
    page = aline.send(f"{one}corriger/", {"email": "helene"}, 422)
    assert page.find("input", attrs={"name": "email"})["value"] == "helene"
    assert aline.send(f"{one}corriger/", {"email": "clara@musee.example"}, 422)
    assert aline.post(f"{one}corriger/", {"email": "helene@musee.example"}).status_code == 303

    visitor, links = Door(app), invitation_links(app)
    assert [visitor.get(link).status_code for link in links] == [410, 410, 200]
    assert "Annuler l’invitation" in aline.open(f"{one}annuler/").words
    assert aline.post(f"{one}annuler/").status_code == 303
    assert visitor.get(links[-1]).status_code == 410
    assert aline.post(f"{one}renvoyer/").status_code == 404


def test_the_form_on_the_page_offers_the_roles_one_may_give(app: Flask, cast: Cast, here: str) -> None:
    for name in ("aline", "denis"):
        page = BeautifulSoup(Door(app, cast[name]).get(here).get_data(as_text=True), "html.parser")
        offered = [one["value"] for one in page.select("aside input[name=role]")]

        assert offered == ["manager", "editor", "contributor"]


def test_moderator_and_translator_change_nothing(app: Flask, cast: Cast, here: str) -> None:
    clara = place_of(app, cast["clara"])
    for name in ("miquel", "treva"):
        door = Door(app, cast[name])
        door.get("/espace/")
        for path in ("", f"{clara.id}/role/", f"{clara.id}/retirer/", "quitter/"):
            assert door.post(here + path, {"role": "manager"}).status_code == 403, (name, path)
