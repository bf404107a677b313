"""What is published is what every question answers, and no more of it than a museum may see."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from portal.db import TenancyError, db, enter, of_museum
from portal.domain import admission, museums
from portal.domain.admission import Cost, MuseumPrices, Rows
from portal.domain.admission.rows import FIRST_SUNDAY
from tests.opening import CLOSED, USUAL, whole
from tests.opening import publish as publish_hours
from tests.pricing import FULL, NOON, UNDER_12, publish

ALL_SAINTS, THE_SUNDAY_AFTER = date(2026, 11, 1), date(2026, 11, 8)


@pytest.fixture
def four(session: Session) -> list[int]:
    """Return the numbers of four museums."""
    return [entry.id for entry in museums.guide().museums[:4]]


def test_a_family_on_all_saints_day(session, four):
    open_free, closed_free, under_12, unsaid = four
    usual, closed = (whole(holidays={"all_saints": decided}) for decided in (USUAL, CLOSED))
    publish_hours(session, open_free, usual)
    publish_hours(session, closed_free, closed)
    publish_hours(session, under_12, usual)
    first_sundays = Rows(lines=(FULL,), free_days=(FIRST_SUNDAY,))
    publish(session, open_free, first_sundays)
    publish(session, closed_free, first_sundays)
    publish(session, under_12, Rows(lines=(FULL, UNDER_12)))
    session.commit()

    of_eight = admission.free_museums(ALL_SAINTS, ALL_SAINTS, 8)
    of_fourteen = admission.free_museums(ALL_SAINTS, ALL_SAINTS, 14)
    everybody = admission.free_museums(ALL_SAINTS, ALL_SAINTS)
    week_after = admission.free_museums(THE_SUNDAY_AFTER, THE_SUNDAY_AFTER, 8)

    assert of_eight.free == {open_free, under_12}
    assert of_fourteen.free == everybody.free == {open_free}
    assert week_after.free == {under_12}
    assert admission.verdict_of(open_free, THE_SUNDAY_AFTER, 8).amount == 600
    assert unsaid in of_eight.unknown
    assert closed_free not in of_eight.free | of_eight.unknown
    assert len(of_eight.free | of_eight.unknown) == 131  # all but the closed one
    assert admission.free_museums(date(2026, 10, 31), THE_SUNDAY_AFTER, 8).free == {open_free, under_12}


def test_prices_of_a_museum_that_does_not_say_its_hours_are_not_known_to_be_free_that_day(session, four):
    publish(session, four[0], Rows(lines=(FULL,), free_days=(FIRST_SUNDAY,)))
    session.commit()

    assert admission.verdict_of(four[0], ALL_SAINTS, 8).cost is Cost.UNKNOWN
    assert admission.verdict_of(four[0], THE_SUNDAY_AFTER, 8).cost is Cost.PAYS


def test_saying_that_prices_are_right_changes_the_date_alone(session, four):
    publish(session, four[0], Rows(lines=(FULL,)))
    session.commit()
    later = datetime(2026, 11, 2, 8, tzinfo=UTC)
    assert admission.of(four[0]).confirmed_at == NOON

    assert admission.confirm(session, four[0], by_id=7, now=later)
    session.commit()
    kept = admission.of(four[0])
    assert (kept.confirmed_at, kept.confirmed_by_id, kept.rows.lines) == (later, 7, (FULL,))
    assert not admission.confirm(session, four[1], by_id=7, now=later)


def test_a_museum_s_scope_sees_no_other_museum_s_prices(session, four):
    here, there = four[:2]
    publish(session, there, Rows(lines=(FULL,)))
    session.commit()
    enter(db.session(), of_museum(here))

    assert admission.of(here).is_empty
    with pytest.raises(TenancyError):
        admission.of(there)
    assert session.get(MuseumPrices, there) is None
