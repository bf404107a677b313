"""The demonstration shows every state of hours, says on every page that it is invented, and leaves nothing."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import func, select

from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain import hours, museums
from portal.domain.hours import MuseumHours, OpeningDay
from portal.domain.revisions import ContentBlock
from portal.web.kit import clock
from tests.opening import publish, whole

SAID = "Démonstration"


def rows(app: Flask) -> tuple[int, ...]:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        return tuple(
            db.session.scalar(select(func.count()).select_from(table))
            for table in (MuseumHours, OpeningDay, ContentBlock)
        )


def test_every_state_is_shown_and_every_page_says_that_it_is_invented(app: Flask) -> None:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        own = museums.guide().museums[0]
        publish(db.session(), own.id, whole())
        db.session.commit()
    assert app.test_cli_runner().invoke(args=["seed", "demo"]).exit_code == 0

    with app.app_context(), app.test_request_context("/fr/"):
        enter(db.session(), WRITE_EVERYTHING)
        states = hours.states(clock.today(), clock.today() + timedelta(days=6))
        assert len(states.open) > 50
        assert len(states.unconfirmed) > 10
        assert len(hours.of(own.id).schedule.rows.periods) == 2, "what a museum has written stays"
    client = app.test_client()
    for address in ("/fr/", "/oc/musees/", "/fr/nulle-part/", "/connexion"):
        page = client.get(address).text
        assert SAID in page or "Demostracion" in page, address
        assert 'content="noindex"' in page, address

    assert app.test_cli_runner().invoke(args=["seed", "remove-demo"]).exit_code == 0
    with_hours, days, _ = rows(app)
    assert (with_hours, days > 0) == (1, True)
    assert SAID not in client.get("/fr/").text
