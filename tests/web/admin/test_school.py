"""The school calendar: kept by the association, and the museums' days follow it before anybody reads them."""

from datetime import date

from flask import Flask
from sqlalchemy import select

from portal.domain import hours
from portal.domain.hours import OpeningDay, SchoolHolidayRow, snapshots
from portal.domain.hours.rows import Period, Rows, Slot, Week
from portal.domain.hours.school import SchoolBreak
from portal.domain.journal import AuditEvent
from tests.cast import Cast, everything
from tests.web.dashboard.seasons import at_desk, form_of, stop_the_clock, write

ROOM = "/admin/calendrier-scolaire/"
HOLIDAYS = Rows(
    periods=(
        Period(None, Week(((Slot(600, 720),),) * 7), frozenset({SchoolBreak.WINTER, SchoolBreak.ALL_SAINTS})),
    )
)


def test_denis_adds_corrects_and_takes_out_and_the_days_follow(app: Flask, cast: Cast) -> None:
    stop_the_clock(app)
    write(app, hours.key(cast.here), snapshots.hours_snapshot(HOLIDAYS), cast["aline"], publishes=True)
    denis = at_desk(app, cast["denis"])
    page = denis.open(ROOM)
    assert "Hiver 2027" in page.words
    winter = next(a["href"] for a in page.main.find_all("a") if "Hiver 2027" in a.get_text())

    form = form_of(denis, winter)
    assert (form["first"], form["last"]) == ("2027-02-06", "2027-02-21")
    answer = denis.post(winter, form | {"first": "13 février 2027", "last": "2027-02-28"})
    assert "Les horaires de 1 musée sont recalculés" in denis.open(answer.headers["Location"]).words
    assert [state(app, cast, day) for day in (date(2027, 2, 7), date(2027, 2, 27))] == ["unconfirmed", "open"]

    denis.post(f"{winter}retirer/")
    assert state(app, cast, date(2027, 2, 27)) == "unconfirmed"
    new = form_of(denis, ROOM) | {"kind": "winter", "first": "2027-02-06", "last": "2027-02-21"}
    assert [denis.post(ROOM, new).status_code for _ in range(2)] == [303, 303]
    assert state(app, cast, date(2027, 2, 7)) == "open"
    with everything(app) as session:
        told = session.scalars(select(AuditEvent).where(AuditEvent.action == "school.changed"))
        assert [(bool(line.before), bool(line.after)) for line in told] == [
            (False, True),
            (True, False),
            (False, True),
        ]


def state(app: Flask, cast: Cast, day: date) -> str:
    """Return what the table of days says, which was worked out again with the calendar."""
    with everything(app) as session:
        row = session.get(OpeningDay, (cast.here, day))
        assert row is not None
        assert row.state is hours.of(cast.here).schedule.on(day).state
        return row.state.value


def test_what_makes_no_sense_gets_a_sentence_and_what_runs_out_an_alarm(app: Flask, cast: Cast) -> None:
    stop_the_clock(app)
    denis = at_desk(app, cast["denis"])
    wrong = [
        ({"first": "2028-10-30", "last": "2028-10-20"}, "vient avant le premier"),
        ({"first": "2028-10-20", "last": "2028-12-20"}, "21 jours au plus"),
        ({"first": "2027-10-30", "last": "2027-11-10"}, "Ces jours sont déjà en vacances"),
        ({"first": "2027-11-20", "last": "2027-11-30"}, "déjà inscrites cette année-là"),
        ({"first": "2206-10-20", "last": "2206-10-30"}, "n’existe pas"),
        ({"first": "2046-10-20", "last": "2046-10-30"}, "plus de quatre ans"),
        ({"first": "", "last": "jamais"}, "Choisissez le premier jour."),
        ({"kind": "pentecote", "first": "2028-10-20", "last": "2028-10-30"}, ""),
    ]
    for typed, said in wrong:
        page = denis.send(ROOM, form_of(denis, ROOM) | {"kind": "all_saints"} | typed, 422)
        assert said in page.find(id="a-corriger").get_text(), typed
        assert page.find(id="first")["value"] == typed["first"]

    assert "s’arrête bientôt" not in denis.open("/admin/").words
    with everything(app) as session:
        for row in session.scalars(select(SchoolHolidayRow).where(SchoolHolidayRow.first > date(2027, 1, 1))):
            session.delete(row)
    assert "Le calendrier scolaire s’arrête bientôt" in denis.open("/admin/").words
    assert "Connu jusqu’au 3 janvier 2027 seulement" in denis.open(ROOM).words

    for who, status in (("miquel", 403), ("paula", 403), ("aline", 403)):
        assert at_desk(app, cast[who]).get(ROOM).status_code == status
    assert denis.get(f"{ROOM}999/").status_code == 404
