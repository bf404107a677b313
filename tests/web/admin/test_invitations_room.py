"""The association invites: one person with the letter read again, 132 from a file, and the board that says what came."""

import csv
import io
import time
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import func, select

from portal.domain import museums
from portal.domain.accounts import (
    AssociationRight,
    AssociationRole,
    Invitation,
    MuseumRole,
    acceptance,
    invitations,
)
from portal.domain.letters import Letter
from portal.web.kit import clock
from tests.cast import Cast, Door, everything
from tests.letters import invitation_links, letters

ROOM = "/admin/invitations/"
GOOD = {"name": "Maïté Bonnet", "email": "m.bonnet@musee.example", "role": "manager", "language": "fr"}


@pytest.fixture
def denis(app: Flask, cast: Cast) -> Door:
    return Door(app, cast["denis"])


def key_of(page: Any) -> str:
    return page.find("input", attrs={"name": "once"})["value"]


def form(denis: Door, place: str, **changes: str) -> dict[str, str]:
    page = denis.open(f"{ROOM}inviter/?musee={place}")
    return {"house": place, "once": key_of(page), "etape": "envoyer", **GOOD, **changes}


def count(app: Flask, model: Any = Invitation) -> int:
    with everything(app) as session:
        return session.scalar(select(func.count()).select_from(model))


def museum_lines(app: Flask) -> list[list[str]]:
    with everything(app):
        entries = museums.guide().museums
        return [[entry.slug, f"direction-{entry.id}@musee.example", "Dominique Martin"] for entry in entries]


def a_file(rows: list[list[str]], encoding: str = "utf-8-sig") -> tuple[io.BytesIO, str]:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["Musée", "Courriel", "Nom"])
    writer.writerows(rows)
    return io.BytesIO(text.getvalue().encode(encoding)), "musées.csv"


def upload(denis: Door, rows: list[list[str]], status: int = 200) -> Any:
    denis.get(f"{ROOM}liste/")
    answer = denis.post(f"{ROOM}liste/", {"file": a_file(rows)}, content_type="multipart/form-data")
    assert answer.status_code == status
    return BeautifulSoup(answer.get_data(as_text=True), "html.parser")


def confirmation(page: Any) -> dict[str, str]:
    fields = page.select_one("main form").find_all("input", attrs={"name": True})
    return {field["name"]: field["value"] for field in fields}


def test_only_the_association_s_admins_come_in(app: Flask, cast: Cast) -> None:
    paths = ("", "inviter/", "liste/", "renvoyer/", "invitations.csv")
    for name in ("aline", "bernat", "camille", "miquel", "treva", "paula"):
        door = Door(app, cast[name])
        assert {door.get(ROOM + path).status_code for path in paths} == {403}, name
    assert Door(app).get(ROOM).status_code == 303


def test_every_page_of_the_room_is_a_good_page(app: Flask, cast: Cast, denis: Door) -> None:
    denis.post(f"{ROOM}inviter/", form(denis, cast.here_slug))
    with everything(app) as session:
        number = session.scalar(select(Invitation.id))

    for path in ("", "?etat=pas-invite&page=2", "inviter/", "liste/", "renvoyer/"):
        denis.open(ROOM + path)
    for path in ("corriger/", "revoquer/"):
        assert "Maïté Bonnet" in denis.open(f"{ROOM}{number}/{path}").h1.get_text()


def test_denis_reads_the_letter_again_and_sends_it(app: Flask, cast: Cast, denis: Door) -> None:
    typed = form(denis, cast.here_slug)

    page = denis.send(f"{ROOM}inviter/", typed | {"etape": "relire"}, 200)
    assert "Denis vous invite" in page.select_one(".mail").get_text()
    assert page.find("input", attrs={"name": "name"})["value"] == "Maïté Bonnet"
    assert count(app) == 0
    assert letters(app) == []
    answer = denis.post(f"{ROOM}inviter/", typed | {"once": key_of(page)})

    assert (answer.status_code, answer.location) == (303, ROOM)
    assert [letter.to_email for letter in letters(app, "invitation")] == ["m.bonnet@musee.example"]


def test_the_letter_is_shown_in_the_language_of_its_reader(app: Flask, cast: Cast, denis: Door) -> None:
    page = denis.send(f"{ROOM}inviter/", form(denis, cast.here_slug, etape="relire", language="oc"), 200)

    assert page.select_one(".mail")["lang"] == "oc"


def test_the_same_form_sent_twice_is_one_letter(app: Flask, cast: Cast, denis: Door) -> None:
    typed = form(denis, cast.here_slug)

    for _time in range(2):
        assert denis.post(f"{ROOM}inviter/", typed).status_code == 303

    assert len(letters(app, "invitation")) == 1


def test_the_association_invites_its_own(app: Flask, cast: Cast, denis: Door) -> None:
    answer = denis.post(f"{ROOM}inviter/", form(denis, "association", role="translator"))

    assert answer.status_code == 303
    with everything(app) as session:
        one = session.scalar(select(Invitation))
        assert (one.museum_id, one.association_role) == (None, AssociationRole.TRANSLATOR)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("house", ""),
        ("house", "musee-de-nulle-part"),
        ("house", "1"),
        ("house", "association"),  # with a museum's role
        ("role", "admin"),  # with a museum
        ("role", ""),
        ("role", "roi"),
        ("name", ""),
        ("name", "x" * 121),
        ("name", "<script>alert(1)</script>"),
        ("name", "Maïté\0"),
        ("name", "🎨"),
        ("email", ""),
        ("email", "m.bonnet"),
        ("email", "x" * 260),
        ("email", "m\0@musee.example"),
        ("email", "aline@musee.example"),  # who works there already
        ("language", "en"),
        ("language", ""),
    ],
)
def test_what_is_wrong_comes_back_with_what_was_typed(
    app: Flask, cast: Cast, denis: Door, field: str, value: str
) -> None:
    page = denis.send(f"{ROOM}inviter/", form(denis, cast.here_slug, **{field: value}), 422)

    for name in {"name", "email"} - {field}:
        assert page.find("input", attrs={"name": name})["value"] == GOOD[name]
    assert count(app) == 0
    assert letters(app) == []


def test_the_board_says_where_each_museum_stands(app: Flask, cast: Cast, denis: Door) -> None:
    with everything(app):
        total = len(museums.guide().museums)
    denis.post(f"{ROOM}inviter/", form(denis, cast.elsewhere_slug))
    denis.post(f"{ROOM}inviter/", form(denis, cast.elsewhere_slug, email="revenue@musee.example"))
    denis.post(f"{ROOM}inviter/", form(denis, cast.elsewhere_slug, email="non@musee.example"))
    with everything(app) as session:
        numbers = session.scalars(select(Invitation.id).order_by(Invitation.id)).all()
        invitations.letter_went(numbers[0], clock.now(), has_bounced=False)
        invitations.letter_went(numbers[1], clock.now(), has_bounced=True)
    secret = invitation_links(app)[2].split("/")[2]
    with everything(app):
        acceptance.refuse(secret, now=clock.now())

    page = denis.open(ROOM)
    kpis = {
        link.get_text(" ", strip=True).split(" ", 1)[1]: link.b.get_text() for link in page.select(".kpis a")
    }

    assert kpis == {
        "Pas invité": str(total - 2),
        "Sans réponse": "1",
        "Adresse refusée": "1",
        "Refusée": "1",
        "Compte actif": "8",  # the cast: four at the two museums, four of the association
    }


def test_the_board_is_searched_by_state_museum_and_departement(app: Flask, cast: Cast, denis: Door) -> None:
    with everything(app):
        entry = museums.guide().by_id[cast.here]
        code, town = entry.departement.code, entry.town.name.fr
        in_departement = sum(one.departement.code == code for one in museums.guide().museums)

    def lines(query: str) -> list[str]:
        return [row.get_text(" ", strip=True) for row in denis.open(f"{ROOM}?{query}").select("tbody tr")]

    assert all(town in line for line in lines(f"q={town}"))
    assert any("Aline" in line for line in lines("q=aline"))
    assert len(lines("q=aline&etat=pas-invite")) == 0
    assert len(lines(f"departement={code}&etat=pas-invite")) in {in_departement - 1, in_departement - 2}
    assert "n’a pas été compris" in denis.open(f"{ROOM}?etat=perdu").words
    assert denis.get(f"{ROOM}?page=999").status_code == 404
    assert denis.get(f"{ROOM}?q=%00&departement=%00").status_code == 200


def test_a_filter_s_invitations_are_sent_again_once(app: Flask, cast: Cast, denis: Door) -> None:
    denis.post(f"{ROOM}inviter/", form(denis, cast.here_slug))
    denis.post(f"{ROOM}inviter/", form(denis, cast.elsewhere_slug, email="autre@musee.example"))
    denis.post(f"{ROOM}inviter/", form(denis, cast.here_slug, email="revenue@musee.example"))
    with everything(app) as session:
        bounced = session.scalar(select(Invitation.id).where(Invitation.email == "revenue@musee.example"))
        invitations.letter_went(bounced, clock.now(), has_bounced=True)
    query = f"?q={cast.here_slug}"

    page = denis.open(f"{ROOM}renvoyer/{query}")
    assert "Renvoyer 1 invitation" in page.h1.get_text()
    fields = {"once": key_of(page)}
    for _time in range(2):
        assert denis.post(f"{ROOM}renvoyer/{query}", fields).status_code == 303

    again = [letter.to_email for letter in letters(app, "invitation")[3:]]
    assert again == ["m.bonnet@musee.example"]


def test_one_invitation_is_corrected_and_taken_back(app: Flask, cast: Cast, denis: Door) -> None:
    denis.post(f"{ROOM}inviter/", form(denis, cast.here_slug))
    with everything(app) as session:
        one = f"{ROOM}{session.scalar(select(Invitation.id))}/"

    assert denis.post(f"{one}renvoyer/").status_code == 303
    denis.send(f"{one}corriger/", {"email": "sans arobase"}, 422)
    denis.send(f"{one}corriger/", {"email": "bernat@musee.example"}, 422)
    assert denis.post(f"{one}corriger/", {"email": "maite@musee.example"}).status_code == 303
    assert denis.post(f"{one}revoquer/").status_code == 303

    assert [Door(app).get(link).status_code for link in invitation_links(app)] == [410] * 3
    for act in ("renvoyer/", "corriger/", "revoquer/"):
        assert denis.post(one + act, {"email": "x@y.example"}).status_code == 404, act
        assert denis.post(f"{ROOM}{2**63}/{act}").status_code == 404, act


def test_132_lines_with_four_bad_ones_invite_128(app: Flask, cast: Cast, denis: Door) -> None:
    rows = museum_lines(app)
    assert len(rows) == 132
    rows[10][0], rows[20][1], rows[30][1] = "musee-inconnu", "sans arobase", ""
    rows[40] = list(rows[39])

    page = upload(denis, rows)
    assert "128 personnes peuvent être invitées" in page.h1.get_text()
    assert [row.th.get_text() for row in page.select("tbody tr")] == ["12", "22", "32", "42"]
    assert "UTF-8" in page.main.get_text()
    assert count(app) == 0
    began = time.perf_counter()
    answer = denis.post(f"{ROOM}liste/envoyer/", confirmation(page))
    took = time.perf_counter() - began

    assert answer.status_code == 303
    assert (count(app), count(app, Letter)) == (128, 128)
    words = denis.open(ROOM).words
    assert "128 invitations partent" in words
    assert "4 lignes sont laissées de côté" in words
    assert took < 2, took


def test_a_list_confirmed_twice_sends_once(app: Flask, cast: Cast, denis: Door) -> None:
    fields = confirmation(upload(denis, museum_lines(app)[:3]))

    for _time in range(2):
        assert denis.post(f"{ROOM}liste/envoyer/", fields).status_code == 303

    assert count(app, Letter) == 3


def test_a_list_of_bad_lines_offers_nothing_to_confirm(app: Flask, cast: Cast, denis: Door) -> None:
    page = upload(denis, [["musee-inconnu", "a@b.example", ""]], 422)

    assert page.select("main form") == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "vide"),
        (b"%PDF-1.7", "CSV"),
        (b"nom;courriel\nx;y", "nommer les colonnes"),
        (b"musee;courriel\n" + b"x;y\n" * 2001, "2 000 lignes"),
        (b'musee;courriel\n"x;y\n', "guillemet"),
    ],
)
def test_what_is_no_list_is_told_so(app: Flask, cast: Cast, denis: Door, data: bytes, sentence: str) -> None:
    denis.get(f"{ROOM}liste/")
    sent = {"file": (io.BytesIO(data), "liste.csv")}
    answer = denis.post(f"{ROOM}liste/", sent, content_type="multipart/form-data")

    assert answer.status_code == 422
    assert sentence in answer.get_data(as_text=True).replace("\u00a0", " ").replace("\u202f", " ")


def test_a_file_above_the_limit_is_told_so(app: Flask, cast: Cast, denis: Door) -> None:
    denis.get(f"{ROOM}liste/")
    head = '--b\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n' + denis.token
    head += '\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n'
    body = head.encode() + b"x" * (1024 * 1024 + 1) + b"\r\n--b--\r\n"

    answer = denis.client.post(f"{ROOM}liste/", data=body, content_type="multipart/form-data; boundary=b")

    assert answer.status_code == 422
    assert "trop grand" in answer.get_data(as_text=True)


def test_no_file_at_all_is_asked_for(app: Flask, cast: Cast, denis: Door) -> None:
    denis.get(f"{ROOM}liste/")

    denis.send(f"{ROOM}liste/", {}, 422)
    denis.send(f"{ROOM}liste/", {"file": "du texte"}, 422)


def test_the_lines_sealed_for_one_admin_serve_nobody_else_and_cannot_be_written(
    app: Flask, cast: Cast, denis: Door
) -> None:
    fields = confirmation(upload(denis, museum_lines(app)[:3]))
    with everything(app) as session:
        session.add(AssociationRight(user_id=cast["miquel"], role=AssociationRole.ADMIN, since=clock.now()))
    miquel = Door(app, cast["miquel"])
    miquel.get(ROOM)

    fields.pop("csrf_token")
    miquel.send(f"{ROOM}liste/envoyer/", fields, 422)
    for sealed in ("", "x", "e30.x.y", fields["reprise_list"][:-3]):
        denis.send(f"{ROOM}liste/envoyer/", fields | {"reprise_list": sealed}, 422)
    assert count(app) == 0


def test_the_board_goes_out_as_a_sheet_without_formulas(app: Flask, cast: Cast, denis: Door) -> None:
    upload_fields = confirmation(upload(denis, [[cast.here_slug, "a@b.example", '=HYPERLINK("http://x")']]))
    denis.post(f"{ROOM}liste/envoyer/", upload_fields)

    answer = denis.get(f"{ROOM}invitations.csv?q=a@b.example")

    assert answer.mimetype == "text/csv"
    rows = list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 2
    assert rows[1][4] == '\'=HYPERLINK("http://x")'
    assert MuseumRole.MANAGER.value not in rows[1]  # in words, not in code
    assert "Responsable" in rows[1]
