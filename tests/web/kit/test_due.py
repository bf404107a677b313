"""What a museum planned appears at its instant, to the first visitor, without anybody doing anything."""

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import event

from portal.config import PARIS
from portal.db import WRITE_EVERYTHING, content_version, db, enter
from portal.domain import revisions
from tests.domain.revisions.desk import ALINE, GOYA, NOON, draft, key, texts

TOUSSAINT = datetime(2026, 11, 1, 0, 0, tzinfo=PARIS)
PAGE = f"/fr/musees/{GOYA}/"


def at(app: Flask, instant: datetime) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], qa_now=instant)


def planned(app: Flask, instant: datetime = TOUSSAINT) -> None:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        waiting = draft(key(), usage_name=texts("Goya d’hiver"), presentation=texts("Fermé l’hiver."))
        revisions.schedule(db.session(), waiting, instant, by=ALINE, now=NOON)
        db.session.commit()


def page(app: Flask, path: str = PAGE) -> str:
    return app.test_client().get(path).get_data(as_text=True)


def test_the_first_request_past_the_instant_shows_it(app: Flask) -> None:
    planned(app)
    at(app, TOUSSAINT - timedelta(seconds=1))
    assert "Fermé l’hiver." not in page(app)

    at(app, TOUSSAINT)
    assert "Fermé l’hiver." in page(app)
    assert "Goya d’hiver" in page(app, "/fr/musees/")
    assert app.test_client().get(f"/api/v1/museums/{GOYA}").json["name"]["fr"] == "Goya d’hiver"


def test_it_is_applied_once(app: Flask) -> None:
    planned(app)
    at(app, TOUSSAINT)
    page(app)
    with app.app_context():
        number = content_version(db.session()).number
    page(app)

    with app.app_context():
        assert content_version(db.session()) == content_version(db.session())
        assert (content_version(db.session()).number, content_version(db.session()).next_due_at) == (
            number,
            None,
        )


def test_a_failure_is_logged_and_breaks_no_page(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("no room left")

    planned(app)
    at(app, TOUSSAINT)
    monkeypatch.setattr(revisions, "apply_due", fail)
    with caplog.at_level(logging.ERROR):
        assert app.test_client().get(PAGE).status_code == 200
        assert app.test_client().get(PAGE).status_code == 200

    assert (
        len(
            [record for record in caplog.records if "no room left" in str(record.exc_text or record.exc_info)]
        )
        == 1
    )


@pytest.mark.parametrize("path", ["/fr/", PAGE, "/fr/musees/", "/api/v1/museums"])
def test_asking_costs_no_statement_that_pages_did_not_make(app: Flask, path: str) -> None:
    asked: list[str] = []
    at(app, NOON.astimezone(UTC))
    page(app, path)
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", lambda _c, _k, statement, *_rest: asked.append(statement))
    page(app, path)

    assert len([statement for statement in asked if "content_version" in statement]) == 1
