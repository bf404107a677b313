"""Opening an invitation on a telephone: new, known, somebody else, too late, already answered."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from portal.domain.accounts import (
    AssociationRole,
    Invitation,
    Membership,
    MuseumRole,
    Token,
    User,
    UserSession,
    actors,
    invitations,
)
from portal.web.kit import clock
from tests.cast import Cast, Door, everything
from tests.letters import letters

GOOD = {"name": "Hélène Castan", "language": "fr", "way": "link", "password": ""}
PHRASE = "le tournesol penche au vent d’autan"


def invite(
    app: Flask,
    cast: Cast,
    email: str = "helene@musee.example",
    role: MuseumRole | AssociationRole = MuseumRole.EDITOR,
    by: str = "aline",
) -> str:
    """Invite somebody; return the path of the link."""
    museum_id = cast.here if isinstance(role, MuseumRole) else None
    with everything(app):
        person = actors.find(cast[by], has_second_factor=True)
        assert person is not None
        sent = invitations.invite(
            email, "Hélène Castan", role, museum_id=museum_id, by=person, now=clock.now()
        )
        return f"/invitation/{sent.secret}/"


def grow_old(app: Flask, days: int = 8) -> None:
    """Let the days pass over every invitation and its link."""
    past = timedelta(days=days)
    with everything(app) as session:
        for one in session.scalars(select(Invitation)):
            one.expires_at -= past
        for token in session.scalars(select(Token)):
            token.expires_at -= past
            token.made_at -= past


def roles_here(app: Flask, cast: Cast, email: str) -> list[MuseumRole]:
    with everything(app) as session:
        statement = select(Membership.role).join(User, User.id == Membership.user_id)
        return list(session.scalars(statement.where(User.email == email, Membership.museum_id == cast.here)))


def test_the_page_says_who_invites_where_as_what_until_when(app: Flask, cast: Cast) -> None:
    page = Door(app).open(invite(app, cast))

    assert "Aline vous invite" in page.words
    assert "Rédaction" in page.words
    assert "L’invitation vaut jusqu’au" in page.words
    assert page.find("input", attrs={"name": "name"})["value"] == "Hélène Castan"
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_helene_comes_in_with_a_link_each_time(app: Flask, cast: Cast) -> None:
    link, helene = invite(app, cast), Door(app)
    helene.open(link)

    answer = helene.post(link, GOOD)

    assert (answer.status_code, answer.location) == (303, f"/espace/{cast.here_slug}/")
    assert "Bienvenue" in helene.open(f"/espace/{cast.here_slug}/").text
    assert roles_here(app, cast, "helene@musee.example") == [MuseumRole.EDITOR]
    with everything(app) as session:
        assert (
            session.scalar(select(User.password_digest).where(User.email == "helene@musee.example")) is None
        )


def test_helene_chooses_a_password_and_signs_in_with_it(app: Flask, cast: Cast) -> None:
    link, helene = invite(app, cast), Door(app)
    helene.open(link)
    assert helene.post(link, GOOD | {"way": "password", "password": PHRASE}).status_code == 303

    again = Door(app)
    again.open("/connexion")
    answer = again.post("/connexion", {"email": "helene@musee.example", "password": PHRASE})

    assert answer.status_code == 303
    assert again.get(f"/espace/{cast.here_slug}/").status_code == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 121),
        ("name", "<script>alert(1)</script>"),
        ("name", "Hélène\0"),
        ("name", "🎨"),
        ("language", "en"),
        ("language", ""),
        ("way", "porte"),
        ("way", ""),
        ("way", "password"),  # and none is written
        ("password", "court"),
        ("password", "motdepasse12"),
        ("password", "Hélène Castan"),
        ("password", "x" * 129),
    ],
)
def test_what_is_wrong_comes_back_and_the_link_still_works(
    app: Flask, cast: Cast, field: str, value: str
) -> None:
    link, helene = invite(app, cast), Door(app)
    helene.open(link)
    form = GOOD | {"way": "password" if field == "password" else "link"} | {field: value}

    page = helene.send(link, form, 422)

    kept = page.find("input", attrs={"name": "name"})["value"]
    assert kept == (value.replace("\0", "") if field == "name" else GOOD["name"])
    assert not page.find("input", attrs={"name": "password"}).get("value")
    assert roles_here(app, cast, "helene@musee.example") == []
    assert helene.post(link, GOOD).status_code == 303


def test_no_field_of_the_form_gives_another_role_or_museum(app: Flask, cast: Cast) -> None:
    link, helene = invite(app, cast), Door(app)
    helene.open(link)
    stolen = {
        "role": "manager",
        "museum_role": "manager",
        "association_role": "admin",
        "museum_id": str(cast.elsewhere),
        "email": "autre@musee.example",
        "user_id": str(cast["aline"]),
    }

    helene.post(link, GOOD | stolen)

    with everything(app) as session:
        user = session.scalar(select(User).where(User.email == "helene@musee.example"))
        held = actors.find(user.id)
    assert held.memberships == {cast.here: MuseumRole.EDITOR}
    assert held.rights == frozenset()


def test_an_account_signs_in_first_and_comes_back(app: Flask, cast: Cast) -> None:
    link, visitor = invite(app, cast, "camille@musee.example"), Door(app)
    page = visitor.open(link)
    assert page.select_one("a.btn")["href"] == f"/connexion?next={link}"
    assert visitor.post(link, GOOD).status_code == 409

    camille = Door(app, cast["camille"])
    camille.open(link)
    answer = camille.post(link)

    assert (answer.status_code, answer.location) == (303, f"/espace/{cast.here_slug}/")
    assert roles_here(app, cast, "camille@musee.example") == [MuseumRole.EDITOR]


@pytest.mark.parametrize("guest", ["camille@musee.example", "helene@musee.example"])
def test_somebody_else_is_told_and_shown_the_way(app: Flask, cast: Cast, guest: str) -> None:
    link, bernat = invite(app, cast, guest), Door(app, cast["bernat"])

    page = bernat.open(link)
    assert "Bernat" in page.words
    assert "pour une autre adresse" in page.words
    assert bernat.post(link, GOOD).status_code == 409
    answer = bernat.post(f"{link}changer-de-compte/")

    assert (answer.status_code, answer.location) == (303, link)
    assert bernat.get("/espace/").status_code == 303
    assert "Bernat" not in bernat.open(link).words
    assert roles_here(app, cast, guest) == []


def test_opening_does_not_accept(app: Flask, cast: Cast) -> None:
    link = invite(app, cast)
    for _time in range(3):
        Door(app).open(link)

    assert roles_here(app, cast, "helene@musee.example") == []
    with everything(app) as session:
        assert session.scalar(select(Invitation.opened_at)) is not None


def test_refusing_is_asked_twice_and_forgets_the_address(app: Flask, cast: Cast) -> None:
    link, helene = invite(app, cast), Door(app)
    page = helene.open(link)
    assert page.select_one("details.refuse form")["action"] == f"{link}refuser/"

    assert "L’invitation est refusée" in helene.send(f"{link}refuser/", {}, 200).words

    assert "a été refusée" in helene.open(link, 410).words
    with everything(app) as session:
        assert session.scalar(select(Invitation.email)) is None


def test_too_late_asks_who_invited_for_a_new_one(app: Flask, cast: Cast) -> None:
    link, helene = invite(app, cast), Door(app)
    grow_old(app)

    page = helene.open(link, 410)
    assert page.form["action"] == f"{link}redemander/"
    assert helene.post(link, GOOD).status_code == 410
    for _time in range(3):
        assert "C’est demandé" in helene.send(f"{link}redemander/", {}, 200).words

    [letter] = letters(app, "invitation_renewal_asked")
    assert letter.to_email == "aline@musee.example"


def test_the_association_hears_of_it_where_who_invited_is_gone(app: Flask, cast: Cast) -> None:
    link, helene = invite(app, cast), Door(app)
    grow_old(app)
    with everything(app) as session:
        session.execute(update(Membership).where(Membership.user_id == cast["aline"]).values(role="editor"))

    helene.open(link, 410)
    helene.post(f"{link}redemander/")

    [letter] = letters(app, "invitation_renewal_asked")
    assert letter.to_email == "denis@musee.example"


def test_every_dead_link_has_its_kind_sentence(app: Flask, cast: Cast) -> None:
    def taken_back(path: str) -> None:
        with everything(app) as session:
            person = actors.find(cast["aline"])
            assert person is not None
            invitations.revoke(session.scalar(select(Invitation.id)), by=person, now=clock.now())

    link, helene = invite(app, cast), Door(app)
    invite(app, cast)
    assert "Une lettre plus récente" in helene.open(link, 410).words
    taken_back(link)
    page = helene.open(link, 410)
    assert "a été retirée" in page.words
    assert "Aline" not in page.words
    fresh = invite(app, cast)
    helene.open(fresh)
    helene.post(fresh, GOOD)
    assert "déjà acceptée" in Door(app).open(fresh, 410).words


def test_unknown_links_all_say_the_same(app: Flask, cast: Cast) -> None:
    link = invite(app, cast)
    said = {
        Door(app).open(path, 404).words
        for path in ("/invitation/x/", f"{link[:-2]}/", f"/invitation/{'é' * 43}/", "/invitation/%00/")
    }

    assert len(said) == 1
    for act in ("", "refuser/", "redemander/"):
        door = Door(app)
        door.open("/invitation/x/", 404)
        door.get("/connexion")
        assert door.post(f"/invitation/x/{act}").status_code == 404, act


def test_nothing_is_accepted_without_the_form_s_token(app: Flask, cast: Cast) -> None:
    link = invite(app, cast)
    answer = app.test_client().post(link, data=GOOD)

    assert answer.status_code == 400
    assert roles_here(app, cast, "helene@musee.example") == []


def test_the_association_s_guest_lands_in_the_administration(app: Flask, cast: Cast) -> None:
    link, helene = invite(app, cast, role=AssociationRole.TRANSLATOR, by="denis"), Door(app)
    assert "travailler pour l’association" in helene.open(link).words

    answer = helene.post(link, GOOD)

    assert (answer.status_code, answer.location) == (303, "/admin/")
    assert helene.get("/admin/").status_code == 200


def test_a_guest_of_the_association_s_administration_gives_a_second_factor_first(
    app: Flask, cast: Cast
) -> None:
    link, helene = invite(app, cast, role=AssociationRole.ADMIN, by="denis"), Door(app)
    helene.open(link)
    helene.post(link, GOOD)

    answer: Any = helene.get("/admin/")

    assert answer.status_code == 303
    assert answer.location.startswith("/compte/")


def test_the_new_session_is_one_and_the_link_is_dead(app: Flask, cast: Cast) -> None:
    link, helene = invite(app, cast), Door(app)
    helene.open(link)
    helene.post(link, GOOD)
    helene.get(f"/espace/{cast.here_slug}/")  # her new session has tokens of its own

    assert helene.post(link, GOOD).status_code == 410
    with everything(app) as session:
        user_id = session.scalar(select(User.id).where(User.email == "helene@musee.example"))
        assert session.scalar(select(func.count()).where(UserSession.user_id == user_id)) == 1
