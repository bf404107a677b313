"""The follow-up: how far the hours of each museum are known, and who has not answered."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from portal.domain import hours
from portal.domain.hours import Schedule, State, school
from portal.domain.hours.coverage import Known, coverage
from portal.domain.hours.rows import Rows
from portal.domain.hours.snapshots import rows_of
from tests.cast import Cast, Door, everything
from tests.opening import CLOSED, SUMMER, publish, season, whole

TODAY = date(2026, 6, 18)


def months(block: dict, exceptions: dict | None = None) -> list[Known]:
    return [month.known for month in coverage(Schedule(rows_of(block, exceptions)), TODAY).months]


def test_a_month_is_whole_only_where_every_day_is_known() -> None:
    decided = {"bastille_day": CLOSED, "assumption": CLOSED, "all_saints": CLOSED}
    found = months(whole(season("2026-06-01", "2026-09-15"), SUMMER, holidays=decided))

    assert found[:6] == [Known.WHOLE] * 5 + [
        Known.PARTLY
    ]  # 1 November is decided, the rest of the month is not
    assert found[6] is Known.NOTHING
    assert found[10:] == [Known.WHOLE, Known.HOLIDAY]  # April, then May and what nobody has decided


def test_an_undecided_holiday_and_a_long_closure_have_signs_of_their_own() -> None:
    found = months(whole(season("01-01", "12-31")))
    assert found[1] is Known.HOLIDAY
    works = {"exceptions": [], "closures": [{"from": "2026-09-01", "to": None, "reason": "works"}]}
    assert months(whole(season("01-01", "12-31")), works)[3:] == [Known.CLOSURE] * 9


def test_a_museum_that_never_entered_anything_knows_nothing_and_is_asked_nothing() -> None:
    found = coverage(Schedule(Rows(), school.SchoolCalendar()), TODAY)

    assert {month.known for month in found.months} == {Known.NOTHING}
    assert found.undecided == ()
    assert found.days_left(TODAY) == -1


@pytest.fixture
def furnished(app: Flask, cast: Cast) -> Iterator[Cast]:
    with everything(app) as session:
        publish(session, cast.here, whole(season("2026-01-01", "2099-12-31") | {"to": "2028-12-31"}))
    return cast


def test_the_board_puts_what_harms_visitors_on_top_and_counts_those_who_have_not_answered(
    app: Flask, furnished: Cast
) -> None:
    admin = Door(app, furnished["denis"])
    page = admin.open("/admin/suivi/").text
    assert "Jusqu’où sait-on" in page

    holiday = admin.get("/admin/suivi/?voir=jour-ferie").text
    assert holiday.count('scope="row"') == 1, "only the museum that has hours is asked"
    assert admin.get("/admin/suivi/?page=999").status_code == 404
    table = admin.get("/admin/suivi/suivi.csv?voir=jour-ferie").text
    assert "2027-01-01" in table or "2026-12-25" in table


def test_a_season_that_is_over_is_not_said_to_be_known_until_yesterday(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        publish(session, cast.here, whole(season("2024-01-01", "2024-12-31")))
    table = Door(app, cast["denis"]).get("/admin/suivi/?voir=sous-60-jours").text

    assert table.count("plus connus aujourd’hui") == 1


def test_a_partner_reads_it_and_a_museum_does_not(app: Flask, furnished: Cast) -> None:
    assert Door(app, furnished["paula"]).get("/admin/suivi/").status_code == 200
    assert Door(app, furnished["aline"]).get("/admin/suivi/").status_code in {403, 404}


def test_the_cell_is_the_engine_s_answer(app: Flask, furnished: Cast) -> None:
    with everything(app):
        schedule = hours.of(furnished.here).schedule
        for month in coverage(schedule, TODAY).months:
            last = date(month.first.year + month.first.month // 12, month.first.month % 12 + 1, 1)
            states = {a.state for a in schedule.days(max(TODAY, month.first), last) if a.date < last}
            assert (State.UNCONFIRMED in states) == (month.known not in {Known.WHOLE, Known.CLOSURE})
