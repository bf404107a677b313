"""The agenda as visitors read it: by day, by month, in a calendar, in a feed, on paper; and where a date stands, everywhere."""

import json
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from icalendar import Calendar

from portal.config import PARIS
from portal.domain import events, museums, revisions
from portal.domain.events import changing, finding, keeping
from portal.domain.events.vocabulary import Standing
from portal.domain.revisions import Author
from portal.web.kit import clock
from portal.web.kit.events import words
from tests.cast import Door, everything

NOW = datetime(2026, 10, 24, 8, tzinfo=UTC)
BY = Author(None, "test")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def autumn(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The portal on Saturday 24 October 2026, the day before clocks go back, with a concert and an exhibition."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    publish(app, 0, CONCERT)
    publish(app, 1, EXHIBITION)
    return app


CONCERT = {
    "type": "spectacle",
    "title": {"fr": "Voix et vielles", "oc": "Votz e sanfònhas"},
    "operation": "journees-du-patrimoine",
    "price": {"kind": "gratuit"},
    "occurrences": [
        {"day": "25/10/2026", "from": "1h30", "to": "2h30"},
        {"day": "1/11/2026", "from": "15h", "to": "16h"},
    ],
}
EXHIBITION = {
    "type": "exposition",
    "title": "Les couleurs du pastel",
    "run": {"first": "1/9/2026", "last": "1/11/2026", "extended_from": "30/9/2026"},
}


def publish(app: Flask, at: int, typed: dict[str, Any]) -> None:
    with everything(app) as session:
        museum = museums.guide().museums[at]
        text = events.checked(typed, NOW.date(), museum_id=museum.id)
        _event, draft = keeping.create(session(), museum.id, text, by=BY, now=NOW)
        revisions.publish(session(), draft, by=BY, now=NOW)


def stand(app: Flask, standing: Standing) -> str:
    """Say what becomes of the concert of 1 November; return its address."""
    with everything(app) as session:
        first, _second = finding.dates(events.Asked())
        event = session.get(events.Event, first.event.id)
        key = "2026-11-01T15:00"
        change = changing.stands(standing)
        keeping.amend(
            session(),
            event,
            lambda said: changing.change(said, key, events.Reach.THIS, change),
            by=BY,
            now=NOW,
        )
        return first.event.address


def test_dated_events_come_first_and_long_exhibitions_do_not_flood_them(autumn: Flask) -> None:
    visitor = Door(autumn)
    page = visitor.open("/fr/agenda/")
    days = [heading.get_text(" ", strip=True) for heading in page.find_all("h2")]
    assert days.index("Expositions en cours les premières à finir d’abord") > max(
        days.index(day) for day in days if day.startswith("Dimanche")
    )
    assert "Dernier week-end" not in page.words
    assert "Prolongée" in page.words
    assert "Se termine bientôt" in visitor.open("/fr/agenda/?type=exposition").words
    night = visitor.open("/fr/agenda/2026-10-25/")
    assert "1 h 30" in night.words.replace("\u00a0", " ")
    assert visitor.open("/fr/agenda/?date=2026-12-24").find(class_="note--i")
    table = page.find("table", class_="cal")
    assert "1 rendez-vous" in table.find("a", href=lambda href: href and "2026-10-25" in href).get_text()
    assert visitor.get("/fr/agenda/20261025/").location.endswith("/fr/agenda/2026-10-25/")
    assert visitor.get("/fr/agenda/2026-02-30/").status_code == 404
    assert visitor.get("/fr/agenda/?page=9").status_code == 404
    assert "laissé de côté" in visitor.open("/fr/agenda/?type=fete&age=mille").words
    assert "Votz e sanfònhas" in visitor.open("/oc/operations/journees-du-patrimoine/").words
    assert visitor.get("/fr/operations/autre/").status_code == 404


def test_calendars_are_read_back_whatever_the_clock_does(autumn: Flask) -> None:
    visitor = Door(autumn)
    read = Calendar.from_ical(visitor.get("/fr/agenda.ics").data)
    between = list(read.walk("VEVENT"))
    starts = {str(one["summary"]): one["dtstart"].dt for one in between}
    assert starts["Les couleurs du pastel"] == date(2026, 9, 1)
    at = sorted(
        one["dtstart"].dt.astimezone(UTC) for one in between if str(one["summary"]) == "Voix et vielles"
    )
    assert at == [datetime(2026, 10, 24, 23, 30, tzinfo=UTC), datetime(2026, 11, 1, 14, tzinfo=UTC)]
    assert at[0].astimezone(PARIS).hour == 1
    names = [str(one["uid"]) for one in read.walk("VEVENT")]
    assert len(set(names)) == 3
    stand(autumn, Standing.CANCELLED)
    again = {
        str(one["uid"]): one for one in Calendar.from_ical(visitor.get("/fr/agenda.ics").data).walk("VEVENT")
    }
    assert sorted(again) == sorted(names)
    assert {one["sequence"] for one in again.values()} == {0, 1}
    feed = ET.fromstring(visitor.get("/oc/agenda.atom").data)  # noqa: S314 - our own
    assert len(feed.findall(f"{ATOM}entry")) == 2


@pytest.mark.parametrize("standing", [one for one in Standing if one is not Standing.SCHEDULED])
def test_where_a_date_stands_is_the_same_word_on_every_surface(autumn: Flask, standing: Standing) -> None:
    address, visitor = stand(autumn, standing), Door(autumn)
    with autumn.test_request_context("/fr/"):
        word = words.standing_word(standing)
    with everything(autumn):
        slug = museums.guide().museums[0].slug
    day = "date=2026-11-01"
    surfaces = {
        "page": f"/fr/agenda/{address}/",
        "day": "/fr/agenda/2026-11-01/",
        "list": f"/fr/agenda/?{day}",
        "printed": f"/fr/agenda/programme/?{day}",
        "operation": "/fr/operations/journees-du-patrimoine/",
    }
    for name, path in surfaces.items():
        assert word in visitor.get(path).get_data(as_text=True), name
    occitan = visitor.get(f"/oc/agenda/{address}/").get_data(as_text=True)
    assert word not in occitan or standing is Standing.FULL
    calendar = Calendar.from_ical(visitor.get(f"/fr/agenda/{address}.ics?date=2026-11-01T15:00").data)
    [dated] = calendar.walk("VEVENT")
    assert str(dated["summary"]) == f"[{word}] Voix et vielles"
    assert (dated["status"] == "CANCELLED") is (standing is Standing.CANCELLED)
    told = visitor.get(f"/api/v1/events/{address.rpartition('-')[2]}").json
    assert told["dates"][1]["status"] == standing.value
    data = json.loads(visitor.open(surfaces["page"]).find("script", type="application/ld+json").string)
    assert (
        data[1]["eventStatus"].rpartition("/")[2]
        == {
            Standing.FULL: "EventScheduled",
            Standing.RESCHEDULED: "EventRescheduled",
            Standing.MOVED_ONLINE: "EventMovedOnline",
            Standing.POSTPONED: "EventPostponed",
            Standing.CANCELLED: "EventCancelled",
        }[standing]
    )
    museum = visitor.get(f"/fr/musees/{slug}/").get_data(as_text=True)
    assert "Voix et vielles" in museum
