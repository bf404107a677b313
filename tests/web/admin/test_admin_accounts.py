"""Denis looks after the accounts: what he may do, what he is refused, and what the journal keeps of it."""

import csv
import io
import json
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.domain.accounts import (
    AssociationRight,
    AssociationRole,
    Membership,
    MuseumRole,
    User,
    UserSession,
    administration,
    personal_data,
)
from portal.domain.accounts.errors import LastAdminError
from portal.domain.journal import AuditEvent
from portal.domain.letters import Letter
from tests.cast import SINCE, Cast, Door, everything

WHY = {"reason": "Départ à la retraite"}


@pytest.fixture
def denis(app: Flask, cast: Cast) -> Door:
    return Door(app, cast["denis"])


def read(app: Flask, model: Any, id_: Any) -> Any:
    with everything(app) as session:
        found = session.get(model, id_)
        if found is not None:
            session.refresh(found)
            session.expunge(found)
        return found


def journal(app: Flask, action: str) -> list[AuditEvent]:
    with everything(app) as session:
        lines = session.scalars(select(AuditEvent).where(AuditEvent.action == action)).all()
        session.expunge_all()
        return list(lines)


def letters(app: Flask) -> list[Letter]:
    with everything(app) as session:
        found = session.scalars(select(Letter).order_by(Letter.id)).all()
        session.expunge_all()
        return list(found)


def sessions_of(app: Flask, user_id: int) -> int:
    with everything(app) as session:
        return len(session.scalars(select(UserSession).where(UserSession.user_id == user_id)).all())


def at(cast: Cast, name: str, act: str = "") -> str:
    return f"/admin/comptes/{cast[name]}/{act}"


def test_denis_finds_aline_by_her_museum_without_its_accents(app: Flask, cast: Cast, denis: Door) -> None:
    page = denis.open("/admin/comptes/?q=ALINE")

    assert page.h1.get_text() == "1 compte"
    assert "aline@musee.example" in page.words
    assert "Responsable" in page.words


def test_the_filters_narrow_the_list(app: Flask, cast: Cast, denis: Door) -> None:
    counted = {
        "?role=association": 4,
        "?role=manager": 2,
        f"?musee={cast.here_slug}": 3,
        f"?musee={cast.here_slug}&role=editor": 1,
        "?visite=jamais": 0,
        "?etat=suspendu": 0,
        "": 8,
    }
    for query, number in counted.items():
        heading = denis.open(f"/admin/comptes/{query}").h1.get_text()
        assert heading.split()[0] == str(number), query
    assert "Aucun compte ne répond" in denis.open("/admin/comptes/?visite=jamais").words


def test_a_value_that_makes_no_sense_is_left_aside_with_a_sentence(
    app: Flask, cast: Cast, denis: Door
) -> None:
    page = denis.open("/admin/comptes/?etat=bizarre&role=roi&page=zero&musee=%00&tri=x")

    assert page.h1.get_text() == "8 comptes"
    for name in ("État", "Rôle", "Page", "Tri"):
        assert f"laissé de côté : {name}." in page.words
    assert denis.get("/admin/comptes/?page=2").status_code == 404
    for odd in ("99999999999999999999", "2147483648", "-1", "0", "987654"):
        assert denis.get(f"/admin/comptes/{odd}/").status_code == 404, odd


def test_the_spreadsheet_holds_the_same_accounts_and_no_formula(app: Flask, cast: Cast, denis: Door) -> None:
    with everything(app) as session:
        session.get(User, cast["aline"]).name = "=HYPERLINK(1)"

    answer = denis.get(f"/admin/comptes/comptes.csv?musee={cast.here_slug}")

    rows = list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 4
    assert [row[0] for row in rows[1:]] == ["Bernat", "Clara", "'=HYPERLINK(1)"]
    [line] = journal(app, "accounts.exported")
    assert (line.actor_id, line.after) == (cast["denis"], {"rows": 3})


def test_denis_suspends_bernat_who_is_out_at_once(app: Flask, cast: Cast, denis: Door) -> None:
    bernat = Door(app, cast["bernat"])

    answer = denis.post(at(cast, "bernat", "suspendre/"), WHY)

    assert answer.status_code == 303
    assert bernat.get(f"/espace/{cast.here_slug}/").status_code == 303
    [line] = journal(app, "account.disabled")
    assert (line.actor_id, line.subject) == (cast["denis"], f"user:{cast['bernat']}")
    assert line.after == {"reason": WHY["reason"]}
    assert "Suspendu le" in denis.open(at(cast, "bernat")).words

    denis.post(at(cast, "bernat", "retablir/"))
    assert read(app, User, cast["bernat"]).disabled_at is None
    assert len(journal(app, "account.enabled")) == 1


@pytest.mark.parametrize("reason", ["", "   ", "Bernat a quitté le musée", "bernat@musee.example"])
def test_a_reason_that_says_nothing_or_names_somebody_is_given_back(
    app: Flask, cast: Cast, denis: Door, reason: str
) -> None:
    page = denis.send(at(cast, "bernat", "suspendre/"), {"reason": reason}, 422)

    assert page.find("textarea", attrs={"name": "reason"}).get_text().strip() == reason.strip()
    assert page.find(class_="err")
    assert read(app, User, cast["bernat"]).disabled_at is None
    assert journal(app, "account.disabled") == []


def test_the_last_manager_is_suspended_only_by_handing_the_museum_over(
    app: Flask, cast: Cast, denis: Door
) -> None:
    page = denis.open(at(cast, "aline", "suspendre/"))
    assert "n’aurait plus personne de responsable" in page.words

    denis.send(at(cast, "aline", "suspendre/"), WHY, 422)
    assert read(app, User, cast["aline"]).disabled_at is None

    assert denis.post(at(cast, "aline", "suspendre/"), WHY | {"hand_over": "y"}).status_code == 303
    [line] = journal(app, "museum.handed_to_association")
    assert line.museum_id == cast.here


def test_nothing_is_done_without_the_token_of_the_form(app: Flask, cast: Cast, denis: Door) -> None:
    denis.token = "forged"

    for act in ("suspendre/", "effacer/", "association/", "musees/", "adresse/", "donnees.json", "voir/"):
        answer = denis.post(at(cast, "bernat", act), WHY | {"name": "Bernat"})
        denis.token = "forged"
        assert answer.status_code == 400, act

    assert read(app, User, cast["bernat"]).name == "Bernat"


def test_denis_does_nothing_of_this_to_himself(app: Flask, cast: Cast, denis: Door) -> None:
    for act in ("suspendre/", "double-verification/", "voir/", "effacer/"):
        assert denis.get(at(cast, "denis", act)).status_code == 404, act
        assert denis.post(at(cast, "denis", act), WHY | {"name": "Denis"}).status_code == 404, act
    moved = denis.post(at(cast, "denis", "adresse/"), {"email": "un.autre@musee.example", **WHY})
    assert (moved.status_code, moved.location) == (303, "/compte/")
    assert read(app, User, cast["denis"]).email == "denis@musee.example"


def test_denis_sends_a_link_that_he_never_sees(app: Flask, cast: Cast, denis: Door) -> None:
    answer = denis.post(at(cast, "bernat", "lien/"))

    [letter] = letters(app)
    assert (letter.kind, letter.to_email) == ("sign_in_link", "bernat@musee.example")
    secret = next(word for word in letter.text.split("/") if len(word.strip()) >= 40).strip()
    secret = secret.split()[0]
    assert secret not in answer.get_data(as_text=True)
    assert secret not in str(denis.open(at(cast, "bernat")))
    assert secret not in str(journal(app, "account.link_sent")[0].after)


def test_denis_ends_every_session_of_bernat(app: Flask, cast: Cast, denis: Door) -> None:
    bernat, elsewhere = Door(app, cast["bernat"]), Door(app, cast["bernat"])

    denis.post(at(cast, "bernat", "deconnecter/"))

    assert sessions_of(app, cast["bernat"]) == 0
    assert [door.get("/espace/").status_code for door in (bernat, elsewhere)] == [303, 303]
    assert denis.get("/admin/").status_code == 200


def test_a_second_factor_is_reset_with_a_reason_and_a_letter(app: Flask, cast: Cast, denis: Door) -> None:
    with everything(app) as session:
        session.execute(
            update(User)
            .where(User.id == cast["bernat"])
            .values(totp_secret="boxed", totp_confirmed_at=SINCE, totp_last_step=4)
        )
    Door(app, cast["bernat"])

    denis.send(at(cast, "bernat", "double-verification/"), {}, 422)
    assert read(app, User, cast["bernat"]).has_totp
    denis.post(at(cast, "bernat", "double-verification/"), {"reason": "Téléphone perdu, vue de vive voix"})

    bernat = read(app, User, cast["bernat"])
    assert (bernat.totp_secret, bernat.totp_confirmed_at) == (None, None)
    assert [letter.kind for letter in letters(app)] == ["second_factor_reset"]
    assert sessions_of(app, cast["bernat"]) == 0
    assert len(journal(app, "account.second_factor_reset")) == 1


def test_denis_opens_a_museum_to_bernat_and_changes_his_role(app: Flask, cast: Cast, denis: Door) -> None:
    new = {"museum": cast.elsewhere_slug, "role": "contributor"}
    denis.post(at(cast, "bernat", "musees/"), new)
    denis.send(at(cast, "bernat", "musees/"), new, 422)
    denis.send(at(cast, "bernat", "musees/"), new | {"role": "king"}, 422)
    denis.send(at(cast, "bernat", "musees/"), new | {"museum": "nulle-part"}, 422)

    assert Door(app, cast["bernat"]).get(f"/espace/{cast.elsewhere_slug}/").status_code == 200
    denis.post(at(cast, "bernat", f"musees/{cast.elsewhere_slug}/"), {"role": "manager"})
    denis.post(at(cast, "bernat", f"musees/{cast.here_slug}/"), {"role": "aucun"})

    with everything(app) as session:
        held = session.execute(
            select(Membership.museum_id, Membership.role).where(Membership.user_id == cast["bernat"])
        ).all()
    assert held == [(cast.elsewhere, MuseumRole.MANAGER)]
    assert [
        len(journal(app, f"team.{act}")) for act in ("member_added", "role_changed", "member_removed")
    ] == [
        1,
        1,
        1,
    ]


def test_a_museum_keeps_its_last_manager_or_is_handed_over(app: Flask, cast: Cast, denis: Door) -> None:
    place = at(cast, "aline", f"musees/{cast.here_slug}/")

    for role in ("editor", "aucun"):
        page = denis.send(place, {"role": role}, 422)
        assert "dernière personne responsable" in page.words
    assert denis.post(place, {"role": "editor", "hand_over": "y"}).status_code == 303


def test_another_museum_in_the_address_is_not_there(app: Flask, cast: Cast, denis: Door) -> None:
    assert denis.get(at(cast, "aline", f"musees/{cast.elsewhere_slug}/")).status_code == 404
    assert denis.get(at(cast, "aline", "musees/nulle-part/")).status_code == 404


def test_admins_name_admins_and_one_always_stays(app: Flask, cast: Cast, denis: Door) -> None:
    page = denis.send(at(cast, "denis", "association/"), {"rights": ["moderator"]}, 422)
    assert "seule personne qui administre" in page.words
    with everything(app) as session:
        held = session.scalars(
            select(AssociationRight.role).where(AssociationRight.user_id == cast["denis"])
        ).all()
    assert held == [AssociationRole.ADMIN]

    denis.post(at(cast, "bernat", "association/"), {"rights": ["admin", "translator"]})
    assert denis.post(at(cast, "denis", "association/"), {"rights": []}).status_code == 303
    assert denis.get("/admin/").status_code == 303
    assert len(journal(app, "rights.given")) == 2
    [taken] = journal(app, "rights.taken")
    assert (taken.subject, taken.before) == (f"user:{cast['denis']}", {"role": "admin"})


def test_the_last_admin_is_neither_suspended_nor_erased(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        last = session.get(User, cast["denis"])
        with pytest.raises(LastAdminError):  # from the command line too, where nobody is behind the act
            administration.disable(last, by=None, now=SINCE, reason="Essai")
        with pytest.raises(LastAdminError):
            personal_data.erase(last, by=None, now=SINCE)
        session.add(AssociationRight(user_id=cast["miquel"], role=AssociationRole.ADMIN, since=SINCE))

    assert Door(app, cast["miquel"]).post(at(cast, "denis", "suspendre/"), WHY).status_code == 303


def test_an_address_that_answers_takes_the_place_of_the_one_that_does_not(
    app: Flask, cast: Cast, denis: Door
) -> None:
    with everything(app) as session:
        session.get(User, cast["bernat"]).bounced_at = SINCE
    assert "Courrier revenu" in denis.open("/admin/comptes/?etat=courrier-revenu").words
    place = at(cast, "bernat", "adresse/")

    denis.send(place, {"email": "pas une adresse", **WHY}, 422)
    page = denis.send(place, {"email": "aline@musee.example", **WHY}, 422)
    assert "Un autre compte a déjà cette adresse" in page.words
    denis.post(place, {"email": " Bernat.Nou@Musee.example ", "reason": "Dit au téléphone"})

    bernat = read(app, User, cast["bernat"])
    assert (bernat.email, bernat.bounced_at) == ("bernat.nou@musee.example", None)
    assert [(letter.kind, letter.to_email) for letter in letters(app)] == [
        ("address_changed", "bernat@musee.example")
    ]
    [line] = journal(app, "account.address_corrected")
    assert "@" not in json.dumps([line.before, line.after])


def test_an_address_written_again_is_held_good(app: Flask, cast: Cast, denis: Door) -> None:
    with everything(app) as session:
        session.get(User, cast["bernat"]).bounced_at = SINCE + timedelta(days=3)

    denis.post(at(cast, "bernat", "adresse/"), {"email": "bernat@musee.example", "reason": "Boîte vidée"})

    assert read(app, User, cast["bernat"]).bounced_at is None
    assert len(journal(app, "account.bounce_cleared")) == 1
    assert letters(app) == []


def test_a_person_takes_away_everything_held_about_them(app: Flask, cast: Cast, denis: Door) -> None:
    answer = denis.post(at(cast, "bernat", "donnees.json"))

    held = json.loads(answer.get_data())
    assert held["account"]["email"] == "bernat@musee.example"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(journal(app, "account.exported")) == 1


def test_a_person_is_erased_once_their_name_is_written(app: Flask, cast: Cast, denis: Door) -> None:
    place = at(cast, "bernat", "effacer/")

    page = denis.send(place, {"name": "Bernard"}, 422)
    assert page.find("input", attrs={"name": "name"})["value"] == "Bernard"
    assert denis.post(place, {"name": "Bernat"}).status_code == 303

    bernat = read(app, User, cast["bernat"])
    assert (bernat.email, bernat.name) == (None, "")
    assert "Compte effacé" in denis.open(at(cast, "bernat")).h1.get_text()
    assert "Compte effacé" in denis.open("/admin/comptes/?etat=efface").words
    for act in ("suspendre/", "lien/", "effacer/", "musees/", "association/", "adresse/"):
        assert denis.get(at(cast, "bernat", act)).status_code == 404, act


def test_erasing_the_last_manager_hands_the_museum_over_on_purpose(
    app: Flask, cast: Cast, denis: Door
) -> None:
    place = at(cast, "aline", "effacer/")

    denis.send(place, {"name": "Aline"}, 422)
    assert read(app, User, cast["aline"]).erased_at is None
    assert denis.post(place, {"name": "Aline", "hand_over": "y"}).status_code == 303
    assert len(journal(app, "museum.handed_to_association")) == 1


def test_a_moderator_does_nothing_of_all_this(app: Flask, cast: Cast) -> None:
    for name in ("miquel", "treva", "paula", "aline"):
        door = Door(app, cast[name])
        for act in ("suspendre/", "lien/", "effacer/", "association/", "musees/", "adresse/", "donnees.json"):
            assert door.post(at(cast, "bernat", act), WHY | {"name": "Bernat"}).status_code == 403, (
                name,
                act,
            )
    assert read(app, User, cast["bernat"]).may_sign_in
