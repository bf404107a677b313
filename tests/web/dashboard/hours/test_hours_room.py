"""The screen of hours, from the form to the public page: published, kept, proposed, refused, changed by its buttons."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import delete, select

from portal.domain import hours
from portal.domain.accounts import UserSession
from portal.domain.hours import MuseumHours, State
from portal.domain.journal import AuditEvent
from portal.domain.revisions import Revision
from tests.cast import Cast, Door, everything
from tests.web.dashboard.hours.screen import SUMMER, WINTER, both_seasons, fields, room, sent, week, write

CHRISTMAS = date(2026, 12, 25)


def answers(app: Flask, cast: Cast, *days: date) -> list[str]:
    with everything(app):
        schedule = hours.of(cast.here).schedule
        return [schedule.on(day).state.value for day in days]


def kept(app: Flask) -> list[str]:
    with everything(app) as session:
        return [
            f"{one.kind} {one.state.value}" for one in session.scalars(select(Revision).order_by(Revision.id))
        ]


def test_aline_writes_a_year_and_the_public_reads_it_at_once(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    answer = both_seasons(aline, cast)
    write(aline, cast, holidays__christmas__decision="closed", lines="27/11/2026 : 10h-22h, nocturne")
    days = date(2026, 7, 14), date(2026, 7, 15), date(2026, 11, 24), date(2026, 11, 30), CHRISTMAS

    assert answer.status_code == 303
    assert answers(app, cast, *days) == ["unconfirmed", "open", "open", "closed", "closed"]
    assert "Horaires d’hiver" in app.test_client().get(f"/fr/musees/{cast.here_slug}/").get_data(as_text=True)
    with everything(app) as session:
        row = session.get_one(MuseumHours, cast.here)
        assert row.confirmed_by_id == cast["aline"]
        noted = [line.after["block"] for line in session.scalars(select(AuditEvent)) if line.after]
        assert noted == ["hours", "hours", "exceptions"]


def test_a_draft_changes_nothing_and_is_published_or_given_up_later(app: Flask, cast: Cast) -> None:
    bernat, aline = Door(app, cast["bernat"]), Door(app, cast["aline"])
    both_seasons(aline, cast)
    write(bernat, cast, "draft", periods__0__week__0="9h-12h")
    monday = date(2027, 7, 12)

    assert answers(app, cast, monday) == ["closed"]
    assert "Un brouillon attend" in aline.open(room(cast)).words
    write(aline, cast)
    assert answers(app, cast, monday) == ["open"]
    write(bernat, cast, "draft", periods__0__week__0="")
    bernat.post(f"{room(cast)}abandonner/")
    assert aline.open(room(cast)).find(id="periods.0.week.0")["value"] == "9\u00a0h\u00a0– 12\u00a0h"


def test_clara_proposes_aline_sends_back_then_publishes(app: Flask, cast: Cast) -> None:
    clara, aline = Door(app, cast["clara"]), Door(app, cast["aline"])

    both_seasons(clara, cast)
    silent = aline.send(f"{room(cast)}refuser/", {"refusal-reason": ""}, 422)
    aline.post(f"{room(cast)}refuser/", {"refusal-reason": "Et le lundi de Pâques ?"})
    seen = clara.open(room(cast))
    write(clara, cast, "submit", holidays__easter_monday__decision="usual")
    write(aline, cast)

    assert "Écrivez en une phrase" in silent.get_text()
    assert "Et le lundi de Pâques ?" in seen.words
    assert clara.post(f"{room(cast)}refuser/", {"refusal-reason": "Non."}).status_code == 403
    assert answers(app, cast, date(2027, 7, 15)) == ["open"]


def test_others_do_not_come_in(app: Flask, cast: Cast) -> None:
    camille, treva, nobody = Door(app, cast["camille"]), Door(app, cast["treva"]), Door(app)

    assert camille.get(room(cast)).status_code == 404
    assert camille.post(f"{room(cast)}apercu/").status_code == 404
    assert treva.get(room(cast)).status_code == 403
    assert nobody.get(room(cast)).status_code == 303


def test_what_is_wrong_is_told_by_its_field_and_nothing_typed_is_lost(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    wrong = {"periods.0.week.2": "25:00", "periods.0.to": "31 février", "text": "ouvert tous les jours"}
    wrong |= {"closures.0.from": "4 janvier 2027", "closures.0.words": "Le\x00 toit."}

    typed = fields(aline, room(cast)) | SUMMER | wrong | {"action": "publish"}
    page = aline.send(room(cast), typed, 422)
    again = sent(page)
    linked = {link["href"] for link in page.select("#a-corriger a")}

    assert linked == {"#periods.0.week.2", "#periods.0.to", "#text", "#closures.0.words"}
    assert all(page.find(id=place[1:])["aria-invalid"] == "true" for place in linked)
    assert (again["periods.0.week.2"], again["periods.0.to"]) == ("25:00", "31 février")
    assert (again["closures.0.words"], again["text"]) == ("Le toit.", "ouvert tous les jours")
    assert kept(app) == []


def test_buttons_change_the_form_and_keep_nothing(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    typed = fields(aline, room(cast)) | SUMMER

    def press(asked: str, more: dict[str, Any]) -> BeautifulSoup:
        return aline.send(room(cast), more | {"do": asked}, 200)

    copied = press("copy periods.0", typed)
    assert copied.find(autofocus=True)["id"] == "periods.1.name"
    assert sent(copied)["periods.1.week.3"] == "10h-18h"
    lined = press("add periods.0.monthly", sent(copied))
    assert lined.find(autofocus=True)["id"] == "periods.0.monthly.0.nth"
    dated = press("add exceptions", sent(lined))
    assert dated.find(autofocus=True)["id"] == "exceptions.0.from"
    bare = press("remove exceptions.0", sent(dated))
    assert bare.find(autofocus=True)["id"] == "exceptions.add"
    served = press("add services.cafe.periods", sent(bare))
    assert sent(served)["services.cafe.mode"] == "own"
    pasted = press("lines", sent(served) | {"lines": "24/12/2026 : fermé\nun jour : fermé"})
    assert "1 date ajoutée." in pasted.words
    assert sent(pasted)["lines"] == "un jour : fermé"
    opened = press("open exceptions.0", sent(pasted))
    assert opened.find(autofocus=True)["id"] == "exceptions.0.from"
    assert kept(app) == []


def test_the_two_weeks_are_shown_from_what_is_typed(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    typed = fields(aline, room(cast)) | WINTER | {"exceptions.0.from": "26 novembre 2026"}
    typed |= {"periods.1.week.4": "midi"}

    piece = BeautifulSoup(aline.post(f"{room(cast)}apercu/", typed).get_data(as_text=True), "html.parser")
    lines = [" ".join(row.get_text(" ").split()) for row in piece.find_all("tr")]
    whole = aline.send(room(cast), typed | {"do": "preview"}, 200)

    assert lines[:4] == ["mar. 24 14 h – 17 h", "mer. 25 14 h – 17 h", "jeu. 26 fermé", "ven. 27 à corriger"]
    assert "ex" in piece.find_all("tr")[2]["class"]
    assert "1 champ n’est pas encore lisible" in piece.get_text()
    assert whole.find(id="apercu").find_all("tr")[2].get_text().strip().endswith("fermé")
    assert kept(app) == []


@pytest.mark.parametrize(
    "hostile",
    [
        {f"champ{at}": "x" for at in range(2_000)},
        {f"exceptions.{at}.from": "1er mai 2027" for at in range(2_000)},
        {f"periods.{at}.from": "1er mai" for at in range(300)},
        {"periods.0.week.1": "10h-12h / " * 4_000},
        {"periods.0.from": "1er avril 2026", "periods.0.to": "1er avril 2326"},
        {"lines": "24/12/2026 : fermé\n" * 500},
        {"version": "x" * 50, "exceptions_version": "-7", "periods.0.name": "\x00x"},
        {"do": "copy periods.999999999999"},
        {"zzz.1.x": "\x00", "periods.77.name": "\x00Été", "closures.x.from": "\x00"},
        {"holidays.christmas": "x", "services": "x", "holidays.christmas.decision.x": "x"},
    ],
)
def test_nothing_that_can_be_sent_breaks_the_screen(app: Flask, cast: Cast, hostile: dict[str, str]) -> None:
    aline = Door(app, cast["aline"])
    typed = fields(aline, room(cast)) | hostile

    answer = aline.post(room(cast), {"action": "publish"} | typed)
    shown = aline.post(f"{room(cast)}apercu/", typed)

    assert answer.status_code in {200, 303, 409, 422}
    assert shown.status_code == 200
    assert "periods.0" not in str(kept(app))


def test_a_full_year_is_a_light_page_and_changes_nothing_when_sent_back(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    ends = [("1er janvier", "29 février"), ("1er mars", "30 avril"), ("1er mai", "30 juin")]
    ends += [("1er juillet", "31 août"), ("1er septembre", "31 octobre"), ("1er novembre", "31 décembre")]
    typed = fields(aline, room(cast))
    for at, (first, last) in enumerate(ends):
        typed |= {f"periods.{at}.from": first, f"periods.{at}.to": last, f"periods.{at}.name": f"Saison {at}"}
        typed |= week(f"periods.{at}", "10h-12h / 14h-18h") | {f"periods.{at}.last_admission": "30 min"}
    typed["lines"] = "\n".join(f"{1 + at % 28}/{1 + at // 28}/2027 : fermé, inventaire" for at in range(40))
    assert aline.post(room(cast), typed | {"action": "publish"}).status_code == 303

    page = aline.get(room(cast))
    before = kept(app)
    aline.post(
        room(cast), sent(BeautifulSoup(page.get_data(as_text=True), "html.parser")) | {"action": "publish"}
    )

    assert len(page.get_data()) < 100_000
    assert kept(app) == before
    assert State.OPEN.value in answers(app, cast, date(2027, 8, 4))


def test_a_session_that_ends_mid_way_gives_everything_back(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    typed = fields(aline, room(cast)) | SUMMER | {"action": "publish"}
    with everything(app) as session:
        session.execute(delete(UserSession))

    page = aline.send(room(cast), typed, 400)

    assert "Votre session s’est terminée" in page.words
    assert page.find("input", attrs={"name": "reprise"})["value"]
    assert "10h-18h" in page.get_text()
    assert kept(app) == []


def test_a_browser_that_forgot_its_cookie_gets_everything_back_too(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    typed = fields(aline, room(cast)) | SUMMER | {"action": "publish"}
    aline.client.delete_cookie("session")

    page = aline.send(room(cast), typed, 400)

    assert "Votre session s’est terminée" in page.words
    assert "10h-18h" in page.get_text()
    assert kept(app) == []
    stranger = Door(app).client.post(room(cast), data=SUMMER)
    assert stranger.status_code == 303, "nobody who never wrote here is told anything"
