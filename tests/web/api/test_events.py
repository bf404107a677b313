"""Events for programs: as the document says, whatever is asked, and in step with the agenda."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from portal.domain import events, museums, revisions
from portal.domain.events import keeping
from portal.domain.revisions import Author
from tests.cast import everything
from tests.web.api.test_client import Operation, followed, identities, operations  # noqa: F401 - a fixture

NOW = datetime(2026, 10, 1, 8, tzinfo=UTC)
BY = Author(None, "test")
WRITTEN = (
    {
        "type": "atelier",
        "title": {"fr": "Fabrique ton cartouche", "oc": "Fabrica ton cartoish"},
        "age_from": "6",
        "audiences": ["enfants"],
        "price": {"least": "5"},
        "speeches": ["fr", "oc"],
        "access": ["moteur"],
        "operation": "journees-du-patrimoine",
        "occurrences": [
            {"day": "24/10/2026", "from": "14h", "to": "16h"},
            {"day": "25/10/2026", "from": "14h", "to": "16h", "standing": "cancelled"},
        ],
    },
    {"type": "exposition", "title": "Les couleurs", "run": {"first": "1/9/2026", "last": "10/1/2027"}},
    {"type": "conference", "title": "En ligne", "place": {"kind": "online", "link": "https://visio.example"}},
)


@pytest.fixture
def client(app) -> Iterator[FlaskClient]:
    with everything(app) as session:
        for museum, typed in zip(museums.guide().museums, WRITTEN, strict=False):
            text = events.checked(typed, NOW.date(), museum_id=museum.id)
            _event, draft = keeping.create(session(), museum.id, text, by=BY, now=NOW)
            revisions.publish(session(), draft, by=BY, now=NOW)
    return app.test_client()


def test_events_are_given_as_the_document_says(client: FlaskClient, operations: dict[str, Operation]) -> None:  # noqa: F811
    many, one = operations["listEvents"], operations["getEvent"]
    for given in many.questions():
        response = client.get(many.address(given))
        many.check(response)
        assert response.status_code in {200, 422}, (given, response.text)
    whole = identities(followed(client, many, ()))
    assert len(whole) == 3
    assert identities(followed(client, many, (("per_page", "1"),))) == whole
    for given in one.questions():
        body = one.check(client.get(one.address(given)))
        assert body["id"] in body["slug"]
    asked = {
        "type=atelier": 1,
        "age=8": 1,
        "age=3": 0,
        "langue=oc&acces=moteur": 1,
        "prix=gratuit": 0,
        "date=2026-10-25": 2,
        "date=2026-11-25": 1,
        "type=atelier&type=exposition": 2,
        "operation=journees-du-patrimoine": 1,
    }
    assert {query: client.get(f"/api/v1/events?{query}").json["total"] for query in asked} == asked
    assert client.get("/api/v1/events?type=fete").status_code == 422
    assert client.get("/api/v1/events/bcdfghj").status_code == 404
    assert client.get("/api/v1/search?q=cartouche").json["items"][0]["kind"] == "event"
