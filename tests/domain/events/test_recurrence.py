"""The dates a rule gives, and what editing them leaves alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.domain.events import changing, recurrence, times
from portal.domain.events.changing import Reach
from portal.domain.events.rows import Event, Occurrence, Rule
from portal.domain.events.vocabulary import EventType, Frequency, SchoolDays, Standing

TODAY = date(2026, 9, 1)
WEDNESDAYS = Rule(Frequency.WEEKLY, date(2026, 9, 2), time(14), time(16), date(2026, 10, 28), weekdays=(2,))


def never(_day: date) -> bool:
    return False


def all_saints(day: date) -> bool | None:
    if day > date(2026, 12, 31):
        return None
    return date(2026, 10, 17) <= day <= date(2026, 11, 1)


def test_workshops_of_wednesdays_are_each_wednesday():
    found = recurrence.dates(WEDNESDAYS, TODAY, never)
    assert found == [date(2026, 9, 2) + timedelta(weeks=week) for week in range(9)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (replace(WEDNESDAYS, interval=2), ["09-02", "09-16", "09-30", "10-14", "10-28"]),
        (
            replace(WEDNESDAYS, frequency=Frequency.MONTHLY, nth=1, weekdays=(6,)),
            ["09-06", "10-04"],
        ),
        (replace(WEDNESDAYS, frequency=Frequency.MONTHLY, nth=-1, weekdays=(4,)), ["09-25"]),
        (replace(WEDNESDAYS, school=SchoolDays.ONLY), ["10-21", "10-28"]),
        (
            replace(WEDNESDAYS, school=SchoolDays.EXCEPT, first=date(2026, 10, 1)),
            ["10-07", "10-14"],
        ),
        (
            replace(
                WEDNESDAYS,
                first=date(2026, 10, 15),
                picked=(date(2026, 10, 17),),
                excluded=(date(2026, 10, 21),),
            ),
            ["10-17", "10-28"],
        ),
    ],
    ids=["fortnightly", "first Sunday", "last Friday", "holidays only", "school days", "picked, excluded"],
)
def test_each_recipe_gives_its_dates(rule, expected):
    assert [f"{day:%m-%d}" for day in recurrence.dates(rule, TODAY, all_saints)] == expected


def test_a_day_no_school_calendar_knows_is_not_promised():
    rule = replace(WEDNESDAYS, last=date(2027, 1, 31), school=SchoolDays.EXCEPT)
    assert max(recurrence.dates(rule, TODAY, all_saints)) <= date(2026, 12, 31)


def test_a_rule_without_an_end_is_written_out_eighteen_months_ahead():
    rule = replace(WEDNESDAYS, last=None)
    assert max(recurrence.dates(rule, TODAY, never)) == date(2028, 3, 1)


def test_half_past_two_stays_at_two_hours_of_each_other_across_the_clock_change():
    sundays = replace(WEDNESDAYS, first=date(2026, 10, 18), last=date(2026, 11, 1), weekdays=(6,))
    given_dates = recurrence.written_out(sundays, (), TODAY, never)
    instants = [times.instant(one.start) for one in given_dates]
    assert instants == [
        datetime(2026, 10, 18, 12, tzinfo=UTC),
        datetime(2026, 10, 25, 13, tzinfo=UTC),
        datetime(2026, 11, 1, 13, tzinfo=UTC),
    ]
    assert not times.exists(datetime(2027, 3, 28, 2, 30))  # noqa: DTZ001 - a local time
    assert times.instant(datetime(2026, 10, 25, 2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # noqa: DTZ001


def test_what_was_edited_by_hand_survives_the_rule():
    event = Event(EventType.WORKSHOP, None, rule=WEDNESDAYS)
    event = replace(event, occurrences=recurrence.written_out(WEDNESDAYS, (), TODAY, never))
    cancelled, moved, gone = (event.occurrences[at].key for at in (1, 2, 3))
    event = changing.change(event, cancelled, Reach.THIS, changing.stands(Standing.CANCELLED))
    event = changing.change(event, moved, Reach.THIS, changing.moved(timedelta(days=1, hours=-1)))
    event = changing.without(event, gone, Reach.THIS)
    later = replace(event.rule, starts=time(15), ends=time(17))
    written = recurrence.written_out(later, event.occurrences, TODAY, never, given_by=event.rule)
    by_key = {one.key: one for one in written}
    assert len(written) == 8
    assert gone not in by_key
    assert by_key[cancelled].standing is Standing.CANCELLED
    assert by_key[cancelled].start.hour == 14
    assert by_key[moved].start == datetime(2026, 9, 17, 13)  # noqa: DTZ001 - a local time
    assert by_key[moved].previous_start == datetime(2026, 9, 16, 14)  # noqa: DTZ001
    assert {one.start.hour for key, one in by_key.items() if key not in {cancelled, moved}} == {15}


def test_this_date_the_following_ones_or_all_and_one_click_back():
    dates = recurrence.written_out(WEDNESDAYS, (), TODAY, never)
    event = Event(EventType.WORKSHOP, None, rule=WEDNESDAYS, occurrences=dates)
    third = dates[2].key
    for reach, changed in ((Reach.THIS, 1), (Reach.FOLLOWING, 7), (Reach.ALL, 9)):
        full = changing.change(event, third, reach, changing.stands(Standing.FULL))
        assert sum(one.standing is Standing.FULL for one in full.occurrences) == changed
        assert changing.change(full, third, reach, changing.stands(Standing.SCHEDULED)) == event
        moved = changing.change(event, third, reach, changing.moved(timedelta(hours=2)))
        assert changing.change(moved, third, reach, changing.stands(Standing.SCHEDULED)) == event
    assert len(changing.without(event, third, Reach.FOLLOWING).occurrences) == 2


@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(0, 23), st.sampled_from(["", "a", "b", "c"])), max_size=30
    )
)
@settings(max_examples=60, deadline=None)
def test_every_date_has_a_key_of_its_own_and_keeps_it(typed):
    dates = recurrence.in_order(
        Occurrence(datetime(2026, 1, 1) + timedelta(days=day, hours=hour), key=key)  # noqa: DTZ001
        for day, hour, key in typed
    )
    keys = [one.key for one in dates]
    assert len(set(keys)) == len(typed)
    assert all(keys)
    assert [one.key for one in recurrence.in_order(dates)] == keys
