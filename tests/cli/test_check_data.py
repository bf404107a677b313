"""The editors' checks over every museum: advice is told, a contradiction is an exit status."""

from flask import Flask
from sqlalchemy import update

from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain import museums
from portal.domain.hours import MuseumHours, OpeningDay, State
from tests.opening import SUMMER, publish, season, whole


def test_advice_is_told_and_a_contradiction_ends_badly(app: Flask) -> None:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        museum = museums.guide().museums[0]
        publish(db.session(), museum.id, whole(SUMMER))
        db.session.commit()
    told = app.test_cli_runner().invoke(args=["check-data"])
    assert told.exit_code == 0
    assert f"{museum.slug} · periods" in told.output
    assert "0 contradictions" in app.test_cli_runner().invoke(args=["check-data", "--quiet"]).output

    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        crossing = whole(SUMMER, season("10-01", "12-31"))
        db.session.execute(update(MuseumHours).values(hours=crossing))
        db.session.execute(update(OpeningDay).values(state=State.OPEN))
        db.session.commit()
    told = app.test_cli_runner().invoke(args=["check-data"])
    assert told.exit_code == 1
    assert "periods.1.from" in told.output
    assert "n’est pas ce que disent les horaires" in told.output
