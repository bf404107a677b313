"""The demonstration shows every state of access and leaves nothing but what a museum has written."""

from flask import Flask
from sqlalchemy import func, select

from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain import access, museums
from portal.domain.access import Family, MuseumAccess, State, demonstration, family_state
from portal.domain.revisions import ContentBlock
from portal.web.kit import clock
from tests.accessible import WHEELCHAIR, publish


def test_every_state_is_shown_and_taken_back(app: Flask) -> None:
    with app.app_context(), app.test_request_context("/fr/"):
        enter(db.session(), WRITE_EVERYTHING)
        own = museums.guide().museums[0]
        publish(db.session(), own.id, WHEELCHAIR)
        blocks = db.session.scalar(select(func.count()).select_from(ContentBlock))

        assert demonstration.make(clock.now()) > 100
        assert demonstration.make(clock.now()) == 0
        kept = access.of_many(museums.guide().by_id).values()
        for family in Family:
            states = {family_state(one.access, family, clock.today()).state for one in kept}
            assert {State.YES, State.UNKNOWN} <= states, family
        assert {family_state(one.access, Family.MOTOR, clock.today()).state for one in kept} == set(State)

        demonstration.remove()
        assert list(db.session.scalars(select(MuseumAccess.museum_id))) == [own.id]
        assert db.session.scalar(select(func.count()).select_from(ContentBlock)) == blocks
