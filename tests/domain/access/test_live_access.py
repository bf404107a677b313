"""What is published is found at once, an outage expires by itself, and a search tells what is known from what may be."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from portal.db import READ_EVERYTHING, TenancyError, db, enter, of_museum
from portal.domain import access, museums
from portal.domain.access import Family
from tests.accessible import NOON, TODAY, WHEELCHAIR, answers, outage, practical, publish, told

LIFT_OUT = outage("lift", "2026-10-05", "2026-10-09")


@pytest.fixture
def pair(session: Session) -> tuple[int, int]:
    """Return the numbers of two museums."""
    first, second = museums.guide().museums[:2]
    return first.id, second.id


def found(first, last=None, *families):
    return access.reachable(families or {Family.MOTOR}, date(2026, 10, first), date(2026, 10, last or first))


def test_an_outage_takes_a_museum_out_of_what_is_known_on_its_days_alone(session, pair):
    publish(session, pair[0], WHEELCHAIR, LIFT_OUT)
    publish(session, pair[1], answers(entrance="no"))
    session.commit()

    for day in (4, 10):
        assert pair[0] in found(day).known
    for first, last in ((5, 5), (9, 9), (1, 5), (8, 20), (4, 10)):
        assert pair[0] in found(first, last).possible, (first, last)
        assert pair[0] not in found(first, last).known
    assert pair[1] not in found(4).known | found(4).possible
    nobody_said = museums.guide().museums[2].id
    assert nobody_said in found(4).possible


def test_families_are_alternatives_and_limits_are_for_the_visitor_to_judge(session, pair):
    publish(session, pair[0], answers(sign_visits="yes", entrance=told("yes", "Par la cour."), rooms="yes"))
    session.commit()

    assert pair[0] in found(1, 1, Family.MOTOR).possible
    assert pair[0] in found(1, 1, Family.HEARING).known
    assert pair[0] in found(1, 1, Family.MOTOR, Family.HEARING).known


def test_shelter_is_known_or_may_be(session, pair):
    publish(session, pair[0], comfort=practical(indoor_percent="80"))
    publish(session, pair[1], comfort=practical(indoor_percent="20"))
    session.commit()

    sheltering = access.sheltering()
    assert pair[0] in sheltering.known
    assert pair[1] not in sheltering.known | sheltering.possible
    assert len(sheltering.possible) == len(museums.guide().by_id) - 2


def test_saying_that_it_is_right_changes_the_date_alone(session, pair):
    publish(session, pair[0], WHEELCHAIR)
    later = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)

    access.confirm(session, pair[0], by_id=7, now=later)
    access.confirm(
        session, pair[0], by_id=7, now=later, kind="practical"
    )  # never written: nothing to confirm
    session.commit()
    kept = access.of(pair[0])
    assert (kept.access_confirmed_at, kept.access_confirmed_by_id) == (later, 7)
    assert kept.practical_confirmed_at is None
    publish(session, pair[0], None, LIFT_OUT, now=later + timedelta(days=9))
    session.commit()
    assert access.of(pair[0]).access_confirmed_at == later  # an outage confirms nothing


def test_what_is_repaired_is_repaired_today_and_asked_about_no_more(session, pair):
    day = date(2026, 10, 7)
    block = {"outages": [LIFT_OUT, outage("toilets", "2026-10-07", "2026-10-20", id_="b2")]}

    mended = access.mending("b2", day)(access.mending("a1", day)(block))["outages"]
    assert [(one["id"], one["to"], one["settled"]) for one in mended] == [("a1", "2026-10-06", True)]
    ended = access.snapshots.access_of(None, {"outages": [LIFT_OUT]})
    assert [one.id for one in access.ended(ended, date(2026, 10, 10))] == ["a1"]
    assert access.ended(ended, day) == []
    asked = access.prolonging("a1", date(2026, 11, 1), date(2026, 10, 10))({"outages": [LIFT_OUT]})
    assert asked["outages"][0]["to"] == "2026-11-01"
    assert access.mending("zz", day)({"outages": [LIFT_OUT]}) == {"outages": [LIFT_OUT]}


def test_advice_names_what_harms_first(session, pair):
    known = access.snapshots.access_of(
        answers(entrance="yes", door_cm="70", marks={"moteur": {"to": "2026-09-30"}}),
        {"outages": [LIFT_OUT, outage("rooms", "2026-09-01", "2026-09-30", id_="b2")]},
    )
    told_ = [(one.kind.value, one.path) for one in access.advice(known, TODAY)]

    assert told_[:4] == [
        ("outage_ended", "outages.b2"),
        ("mark_expired", "marks.moteur"),
        ("door_narrow", "door_cm"),
        ("lift_missing", "facts.lift"),
    ]
    assert ("family_unknown", "families.mental") in told_
    assert ("family_unknown", "families.moteur") not in told_


def test_a_museum_s_scope_sees_no_other_museum_s_access(session, pair):
    here, there = pair
    publish(session, there, WHEELCHAIR)
    publish(session, here, comfort=practical(cafe="yes"))
    session.commit()
    enter(session(), of_museum(here))

    assert not access.of(here).practical.is_empty
    with pytest.raises(TenancyError):
        access.of(there)


def test_questions_cost_the_same_however_many_museums(session, pair):
    for entry in museums.guide().museums[:20]:
        publish(session, entry.id, WHEELCHAIR, LIFT_OUT, comfort=practical(indoor_percent="80"), now=NOON)
    session.commit()
    enter(session(), READ_EVERYTHING)
    ids = list(museums.guide().by_id)

    with statements() as first:
        access.of_many(ids)
        found(1)
        access.sheltering()
    with statements() as again:
        access.of_many(ids[:1])
        found(1)
    assert sum("museum_access" in one for one in first) == 1
    assert sum("museum_access" in one for one in again) == 0


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect the statements that reach the database."""
    said: list[str] = []

    def keep(_connection, _cursor, statement, *_more):
        said.append(statement)

    event.listen(db.engine, "before_cursor_execute", keep)
    yield said
    event.remove(db.engine, "before_cursor_execute", keep)
