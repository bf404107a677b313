"""Events from what is typed to what the public finds."""

from datetime import UTC, date, datetime

import pytest

from portal.db import READ_EVERYTHING, db, enter
from portal.domain import events, museums, revisions
from portal.domain.events import changing, demonstration, finding, keeping
from portal.domain.events.finding import Asked
from portal.domain.events.vocabulary import Standing
from portal.domain.revisions import Author

NOW = datetime(2026, 10, 1, 8, tzinfo=UTC)
TODAY = date(2026, 10, 1)
BY = Author(None, "test")
WORKSHOP = {
    "type": "atelier",
    "title": {"fr": "Dessine comme Ingres", "oc": "Dessenha coma Ingres"},
    "audiences": ["enfants"],
    "age_from": "7",
    "price": {"kind": "payant", "least": "5"},
    "occurrences": [
        {"day": "24/10/2026", "from": "14h", "to": "16h"},
        {"day": "25 octobre 2026", "from": "1h30", "to": "2h30"},
        {"day": "2026-10-31", "from": "23 h", "to": "1 h"},
    ],
}


def publish(session, museum_id, typed):
    text = events.checked(typed, TODAY, museum_id=museum_id)
    event, draft = keeping.create(session, museum_id, text, by=BY, now=NOW)
    revisions.publish(session, draft, by=BY, now=NOW)
    return event


def test_a_workshop_is_found_on_its_days_whatever_the_clock_does(session):
    museum = museums.guide().museums[0]
    event = publish(session(), museum.id, WORKSHOP)
    found = finding.dates(Asked(first=TODAY))
    assert [one.occurrence.start.isoformat() for one in found] == [
        "2026-10-24T14:00:00",
        "2026-10-25T01:30:00",
        "2026-10-31T23:00:00",
    ]
    assert found[0].starts_at == datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert found[2].ends_at == datetime(2026, 11, 1, 0, tzinfo=UTC)
    day = date(2026, 11, 1)
    assert [one.event.id for one in finding.dates(Asked(first=day, last=day))] == [event.id]
    assert finding.by_day(Asked(first=TODAY, last=date(2026, 10, 31)))[date(2026, 10, 25)] == 1
    assert finding.count(Asked(first=TODAY, age=8)) == 3
    assert finding.count(Asked(first=TODAY, age=6)) == 0
    assert finding.count(Asked(first=TODAY, types=("concert",))) == 0
    assert (
        finding.count(Asked(first=TODAY, departements=(museum.departement.code,), audiences=("enfants",)))
        == 3
    )


def test_one_date_is_cancelled_and_taken_back_at_once_and_calendars_hear_of_it(session):
    museum = museums.guide().museums[0]
    event = publish(session(), museum.id, WORKSHOP)
    key = finding.dates(Asked(first=TODAY))[0].occurrence.key

    def cancel(said):
        return changing.change(said, key, events.Reach.THIS, changing.stands(Standing.CANCELLED))

    keeping.amend(session(), event, cancel, by=BY, now=NOW)
    first, *others = finding.dates(Asked(first=TODAY))
    assert first.standing is Standing.CANCELLED
    assert {one.standing for one in others} == {Standing.SCHEDULED}
    assert event.sequence == 1

    def back(said):
        return changing.change(said, key, events.Reach.THIS, changing.stands(Standing.SCHEDULED))

    keeping.amend(session(), event, back, by=BY, now=NOW)
    assert finding.dates(Asked(first=TODAY))[0].standing is Standing.SCHEDULED
    assert event.sequence == 2


def test_an_exhibition_is_one_run_and_never_a_row_a_day(session):
    museum, host = museums.guide().museums[:2]
    typed = {
        "type": "exposition",
        "title": "Hors les murs",
        "run": {"first": "1er septembre 2026", "last": "10 janvier 2027"},
        "place": {"kind": "host", "museum_id": host.id},
    }
    event = publish(session(), museum.id, typed)
    assert finding.count(Asked(first=TODAY)) == 0
    assert [one.id for one in finding.runs(Asked(first=TODAY, last=TODAY))] == [event.id]
    for shower in (museum, host):
        assert finding.count_runs(Asked(first=TODAY, museums=frozenset({shower.id}))) == 1
    session().add(events.EventDecline(museum_id=host.id, event_id=event.id, declined_at=NOW))
    session().flush()
    assert finding.count_runs(Asked(first=TODAY, museums=frozenset({host.id}))) == 0
    found = finding.by_address(f"autrefois-{event.short_id}")
    assert found is not None
    assert found.address.startswith("hors-les-murs-")
    keeping.remove(session(), event, now=NOW)
    assert finding.by_address(found.address) is None
    keeping.put_back(session(), event, now=NOW)
    assert finding.by_address(found.address) is not None


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title": ""}, "title.fr"),
        ({"occurrences": [{"day": "27/06/2026", "from": "14h", "to": "12h"}]}, "occurrences.0.end"),
        ({"occurrences": [{"day": "28/03/2027", "from": "2h30"}]}, "occurrences.0.end"),
        ({"occurrences": [{"day": "31/02/2026", "from": "14h"}]}, "occurrences.0.day"),
        ({"age_from": "12", "age_to": "6"}, "age_to"),
        ({"price": {"least": "1e309"}}, "price.least"),
        ({"price": {"least": "-4"}}, "price.least"),
        ({"place": {"kind": "online"}}, "place.link"),
        ({"place": {"kind": "host", "museum_id": "999999"}}, "place.museum_id"),
        ({"run": {"first": "1/9/2026"}}, "run.last"),
        ({"rule": {"frequency": "secondly", "first": "1/9/2026", "starts": "14h"}}, "rule.frequency"),
        (
            {"rule": {"frequency": "weekly", "first": "1/9/2026", "starts": "14h", "interval": "0"}},
            "rule.interval",
        ),
    ],
)
def test_what_makes_no_sense_is_named_by_its_field(shared_app, typed, field):
    with shared_app.app_context():
        enter(db.session(), READ_EVERYTHING)
        with pytest.raises(events.EventRefusedError) as refused:
            events.checked({"title": "Un atelier", **typed}, TODAY)
    assert field in refused.value.errors


def test_the_demonstration_comes_and_goes_whole(session):
    made = demonstration.make(NOW, most=14)
    assert made == 19
    assert finding.count(Asked(first=TODAY)) > 60
    assert demonstration.make(NOW, most=14) == 0
    assert demonstration.remove() == made
    assert finding.count(Asked()) == 0
