"""A museum's events, from the form to the agenda: written, dated, cancelled for a day, copied, removed, disputed."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from bs4 import BeautifulSoup
from flask import Flask
from icalendar import Calendar

from portal.db import READ_EVERYTHING, db, enter
from portal.domain import events, revisions
from portal.domain.events import Dated, finding, keeping
from portal.domain.revisions import Author, Policy, State
from portal.web.kit import clock
from tests import opening
from tests.cast import SINCE, Cast, Door, everything

WORKSHOP = {
    "title.fr": "Dessine comme Ingres",
    "title.oc": "Dessenha coma Ingres",
    "type": "atelier",
    "when": "rule",
    "rule.frequency": "weekly",
    "rule.weekdays": ["2"],
    "rule.first": "2 juin 2027",
    "rule.last": "30 juin 2027",
    "rule.starts": "14 h",
    "rule.ends": "16 h",
    "rule.excluded": "16/06/2027",
    "audiences": ["enfants"],
    "age_from": "7",
    "price.least": "5",
}


def room(cast: Cast, rest: str = "") -> str:
    return f"/espace/{cast.here_slug}/evenements/{rest}"


def sent(door: Door, path: str, form: str = "evenement") -> dict[str, Any]:
    """What the browser would send back of a form untouched."""
    page = BeautifulSoup(door.get(path).get_data(as_text=True), "html.parser")
    typed: dict[str, Any] = {}
    place = page.find(id=form) or page.find("main").find("form", attrs={"method": "post"})
    for control in place.find_all(["input", "select", "textarea"]):
        name, kind = control.get("name"), control.get("type")
        if not name or (kind in {"radio", "checkbox"} and not control.has_attr("checked")):
            continue
        if control.name == "select":
            typed[name] = (control.find("option", selected=True) or control.find("option"))["value"]
        elif control.name == "textarea":
            typed[name] = control.get_text()
        elif kind == "checkbox":
            typed.setdefault(name, []).append(control["value"])
        else:
            typed[name] = control.get("value", "")
    return typed


def make(door: Door, cast: Cast, typed: dict[str, Any], act: str = "publish") -> int:
    answer = door.post(room(cast, "nouveau/"), sent(door, room(cast, "nouveau/")) | typed | {"action": act})
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return int(re.search(r"/evenements/(\d+)/", answer.location)[1])


def shown(app: Flask) -> list[Dated]:
    with app.app_context():
        enter(db.session(), READ_EVERYTHING)
        return finding.dates(events.Asked())


def days(app: Flask) -> list[str]:
    return [f"{one.occurrence.start:%d %H:%M} {one.standing.value}" for one in shown(app)]


def test_wednesdays_but_one_are_published_and_one_is_cancelled_for_everybody(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    seen = aline.send(
        room(cast, "nouveau/"), sent(aline, room(cast, "nouveau/")) | WORKSHOP | {"do": "see"}, 200
    )
    assert "4 dates" in seen.words
    number = make(aline, cast, WORKSHOP)
    assert days(app) == [f"{day} 14:00 scheduled" for day in ("02", "09", "23", "30")]
    aline.open(room(cast))
    aline.open(room(cast, f"{number}/"))

    path = room(cast, f"{number}/dates/2027-06-09/")
    refused = aline.send(path, {"standing": "cancelled", "version": "1"}, 422)
    assert "Dites pour quelles dates" in refused.text
    typed = sent(aline, path) | {
        "standing": "cancelled",
        "message_fr": "L’animatrice est malade.",
        "reach": "this",
    }
    assert aline.post(path, typed).status_code == 303
    assert days(app)[1] == "09 14:00 cancelled"

    event = shown(app)[0].event
    visitor = Door(app)
    page = visitor.open(f"/fr/agenda/{event.address}/")
    assert "Annulé" in page.text
    assert "L’animatrice est malade." in page.text
    for address in (
        "/fr/agenda/2027-06-09/",
        f"/fr/musees/{cast.here_slug}/?date=2027-06-09",
        "/fr/agenda/programme/?date=2027-06-09",
    ):
        text = visitor.get(address).get_data(as_text=True)
        assert ("Annulé" in text) is ("musees" not in address)
    calendar = Calendar.from_ical(visitor.get(f"/fr/agenda/{event.address}.ics").data)
    cancelled = [one for one in calendar.walk("VEVENT") if one["status"] == "CANCELLED"]
    assert [str(one["summary"]) for one in cancelled] == ["[Annulé] Dessine comme Ingres"]
    assert cancelled[0]["sequence"] == 1
    assert (
        visitor.get(f"/api/v1/events/{event.address.rpartition('-')[2]}").json["dates"][1]["status"]
        == "cancelled"
    )
    assert '"https://schema.org/EventCancelled"' in visitor.get(f"/fr/agenda/{event.address}/").get_data(
        as_text=True
    )

    assert aline.post(room(cast, f"{number}/retablir/")).status_code == 303
    assert days(app)[1] == "09 14:00 scheduled"


def test_a_date_moves_and_survives_a_new_hour_for_the_series(app: Flask, cast: Cast) -> None:
    bernat = Door(app, cast["bernat"])
    number = make(bernat, cast, WORKSHOP)
    path = room(cast, f"{number}/dates/2027-06-23/")
    typed = sent(bernat, path) | {
        "standing": "scheduled",
        "day": "24 juin 2027",
        "starts": "10 h",
        "ends": "11 h",
    }
    assert bernat.post(path, typed | {"reach": "this"}).status_code == 303
    assert days(app)[2] == "24 10:00 rescheduled"
    edit = room(cast, f"{number}/")
    series = sent(bernat, edit) | {"rule.starts": "15 h", "rule.ends": "17 h", "action": "publish"}
    assert bernat.post(edit, series).status_code == 303
    assert days(app) == [
        "02 15:00 scheduled",
        "09 15:00 scheduled",
        "24 10:00 rescheduled",
        "30 15:00 scheduled",
    ]
    page = Door(app).open(f"/oc/agenda/{shown(app)[0].event.address}/")
    assert "Dessenha coma Ingres" in page.text


def test_clara_proposes_and_another_museum_finds_nothing(app: Flask, cast: Cast) -> None:
    clara, camille = Door(app, cast["clara"]), Door(app, cast["camille"])
    number = make(clara, cast, WORKSHOP)
    assert shown(app) == []
    assert camille.get(room(cast, f"{number}/")).status_code == 404
    theirs = f"/espace/{cast.elsewhere_slug}/evenements/"
    for rest in ("", "copier/", "dates/2027-06-02/"):
        assert camille.get(f"{theirs}{number}/{rest}").status_code == 404
    for rest in ("retirer/", "remettre/", "abandonner/", "retablir/", "copier/"):
        assert camille.post(f"{theirs}{number}/{rest}").status_code == 404
    aline = Door(app, cast["aline"])
    edit = room(cast, f"{number}/")
    assert (
        aline.post(edit, sent(aline, edit) | {"action": "publish", "title.fr": "Dessine !"}).status_code
        == 303
    )
    assert len(shown(app)) == 4
    copy = room(cast, f"{number}/copier/")
    assert aline.post(copy, sent(aline, copy) | {"musee": cast.elsewhere_slug}).status_code == 404
    made = aline.post(copy, sent(aline, copy))
    assert "Sans date" in aline.get(room(cast)).get_data(as_text=True)
    assert made.location != edit
    assert clara.post(room(cast, f"{number}/retirer/")).status_code == 403
    assert aline.post(room(cast, f"{number}/retirer/")).status_code == 303
    assert shown(app) == []
    assert aline.post(room(cast, f"{number}/remettre/")).status_code == 303
    assert len(shown(app)) == 4


def test_an_event_read_first_waits_and_its_cancellation_does_not(app: Flask, cast: Cast) -> None:
    by = Author(None, "association", is_association=True)
    with everything(app):
        revisions.set_policy(db.session(), cast.here, events.KIND, Policy.BEFORE, by=by, now=SINCE)
    aline, miquel = Door(app, cast["aline"]), Door(app, cast["miquel"])
    number = make(aline, cast, WORKSHOP | {"rule.last": ""})
    assert shown(app) == []
    assert "L’association a ce texte" in aline.open(room(cast, f"{number}/")).get_text()
    [link] = miquel.open("/admin/moderation/?sorte=event").select("td.main a")
    assert "Dessine comme Ingres" in miquel.open(link["href"]).h1.get_text()
    seen = sent(miquel, link["href"])["seen"]
    assert miquel.post(link["href"], {"seen": seen, "all": "accept"}).status_code == 303
    assert days(app)[0] == "02 14:00 scheduled"

    date = room(cast, f"{number}/dates/2027-06-09/")
    later = sent(aline, date) | {"starts": "15 h", "ends": "17 h", "reach": "this"}
    assert aline.post(date, later).status_code == 303
    assert days(app)[1] == "09 14:00 scheduled"
    off = sent(aline, date) | {"standing": "cancelled", "reach": "this"}
    assert aline.post(date, off).status_code == 303
    assert days(app)[1] == "09 14:00 cancelled"
    assert aline.post(room(cast, f"{number}/retablir/")).status_code == 303
    assert days(app)[1] == "09 14:00 cancelled"
    with everything(app):
        unread = {each.state for each in revisions.to_read(db.session())}
        assert unread == {State.SUBMITTED, State.LIVE}
        night = datetime(2027, 9, 1, 3, tzinfo=UTC)
        more = keeping.prolong(db.session(), night.date(), by=Author(None, "job"), now=night)
        assert more == 1  # dates that nobody wrote, on a text that is still to be looked at
        assert {each.state for each in revisions.to_read(db.session())} == unread


def test_what_is_wrong_is_said_by_its_field_and_the_rest_is_kept(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    wrong = {
        "title.fr": "Atelier",
        "when": "dates",
        "occurrences.0.day": "27/06/2027",
        "occurrences.0.from": "14 h",
        "occurrences.0.to": "12 h",
        "price.least": "1e309",
        "text.fr": "<script>alert(1)</script> une belle journée",
        "action": "publish",
    }
    page = aline.send(room(cast, "nouveau/"), wrong, 422)
    assert "La fin précède le début." in page.text
    assert "Écrivez un prix en chiffres" in page.text
    assert "une belle journée" in page.text
    assert shown(app) == []


def test_two_people_write_one_event_and_both_are_told(app: Flask, cast: Cast) -> None:
    aline, bernat = Door(app, cast["aline"]), Door(app, cast["bernat"])
    number = make(aline, cast, WORKSHOP)
    edit = room(cast, f"{number}/")
    hers, his = sent(aline, edit), sent(bernat, edit)
    assert aline.post(edit, hers | {"title.fr": "Son titre", "action": "publish"}).status_code == 303
    both = bernat.send(edit, his | {"title.fr": "Mon titre", "action": "publish"}, 409)
    assert "Son" in both.text
    assert "Mon" in both.text


def test_a_phrase_becomes_dates_to_confirm_and_what_was_not_read_is_said(app: Flask, cast: Cast) -> None:
    aline, path = Door(app, cast["aline"]), room(cast, "nouveau/")
    typed = sent(aline, path) | {
        "title.fr": "Concert",
        "phrase": "les mardis 1er et 8 juin 2027 à 20h, buvette",
    }
    page = aline.send(path, typed | {"do": "read"}, 200)
    assert "buvette" in page.words
    assert page.find(id="occurrences.1.day")["value"] == "8 juin 2027"
    read = {
        control["name"]: control.get("value", "")
        for control in page.find(id="evenement").find_all("input", attrs={"name": re.compile("^occurrences")})
        if control.get("type") != "checkbox"
    }
    make(aline, cast, {"title.fr": "Concert", **read})
    assert days(app) == ["01 20:00 scheduled", "08 20:00 scheduled"]


def test_a_workshop_on_a_closed_day_is_the_first_thing_to_do(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    with app.app_context():
        today = clock.today()
    monday = today + timedelta(days=7 - today.weekday())
    with everything(app) as session:
        opening.publish(session(), cast.here, opening.whole(opening.season("01-01", "12-31")))
    row = {"occurrences.0.day": f"{monday:%d/%m/%Y}", "occurrences.0.from": "14 h"}
    number = make(aline, cast, {"title.fr": "Atelier du lundi", **row})
    page = aline.open(f"/espace/{cast.here_slug}/")
    assert "Atelier du lundi" in page.words
    assert page.find("a", href=re.compile(f"/evenements/{number}/dates/"))
    assert "fermé ce jour-là" in aline.open(room(cast, f"{number}/")).words
