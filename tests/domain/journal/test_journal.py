"""The journal holds: what was written can be proved, and nobody can write it again."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from portal.db import WRITE_EVERYTHING, db, enter, writing
from portal.domain import journal
from portal.domain.journal import Break, Wanted
from tests.cast import everything

NOW = datetime(2026, 11, 24, 9, 30, 12, 345678, tzinfo=UTC)
TRIGGERS = ("audit_event_UPDATE", "audit_event_DELETE")


@pytest.fixture
def written(app: Flask) -> Flask:
    """A journal of five lines."""
    with everything(app):
        for number in range(1, 6):
            journal.record(
                "team.role_changed",
                now=NOW + timedelta(minutes=number),
                actor_id=number,
                museum_id=1,
                subject=f"user:{number}",
                before={"role": "éditeur", "rank": [1, 2.5, None]},
                after=None if number == 3 else {"role": "manager"},
                network="192.0.2.0/24",
            )
    return app


def owner(app: Flask) -> Engine:
    return create_engine(app.extensions["settings"].migration_database_url)


def forge(app: Flask, *statements: str) -> None:
    """Write over the journal as its owner could, who first takes the triggers away."""
    engine = owner(app)
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            for trigger in TRIGGERS:
                connection.execute(text(f"DROP TRIGGER {trigger}"))
        else:
            connection.execute(text("ALTER TABLE audit_event DISABLE TRIGGER USER"))
            connection.execute(text("SELECT set_config('portal.scope', 'write', true)"))
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def breaks(app: Flask) -> list[Break]:
    with everything(app):
        return journal.verify()


def test_a_journal_as_it_was_written_is_whole(written: Flask) -> None:
    assert breaks(written) == []


def test_an_empty_journal_is_whole(app: Flask) -> None:
    assert breaks(app) == []


@pytest.mark.parametrize(
    "change",
    [
        "action = 'team.left'",
        "actor_id = 9",
        "on_behalf_of_id = 9",
        "museum_id = NULL",
        "subject = 'user:9'",
        """after = '{"role": "editor"}'""",
        "before = NULL",
        "network = NULL",
        "channel = 'cli'",
        "at = '2026-11-23 09:30:00+00:00'",
    ],
)
def test_a_changed_line_shows_whichever_field_it_is(written: Flask, change: str) -> None:
    if db_is_sqlite(written) and change.startswith("at"):
        change = "at = '2026-11-23 09:30:00.000000'"
    forge(written, f"UPDATE audit_event SET {change} WHERE id = 2")  # noqa: S608 - a forger's own

    assert breaks(written) == [Break(2, "altered")]


def test_a_line_changed_with_its_digest_unlinks_the_next(written: Flask) -> None:
    forge(written, f"UPDATE audit_event SET digest = '{'a' * 64}' WHERE id = 2")  # noqa: S608 - a forger's own

    assert breaks(written) == [Break(2, "altered"), Break(3, "unlinked")]


def test_a_line_taken_from_the_middle_shows(written: Flask) -> None:
    forge(written, "DELETE FROM audit_event WHERE id = 3")

    assert Break(3, "missing") in breaks(written)


def test_lines_taken_from_the_end_show(written: Flask) -> None:
    forge(written, "DELETE FROM audit_event WHERE id >= 4")

    assert breaks(written) == [Break(5, "cut")]


def test_a_line_added_behind_the_end_shows(written: Flask) -> None:
    columns = "at, action, actor_id, channel, previous_digest, digest"
    forge(
        written,
        f"INSERT INTO audit_event (id, {columns}) SELECT 6, {columns} FROM audit_event WHERE id = 5",  # noqa: S608 - a forger's own
    )

    assert breaks(written) == [Break(6, "cut")]


def test_two_lines_that_changed_places_show(written: Flask) -> None:
    forge(
        written,
        "UPDATE audit_event SET id = 99 WHERE id = 2",
        "UPDATE audit_event SET id = 2 WHERE id = 3",
        "UPDATE audit_event SET id = 3 WHERE id = 99",
    )

    found = breaks(written)

    assert Break(2, "altered") in found
    assert Break(3, "altered") in found


def test_an_emptied_journal_shows(written: Flask) -> None:
    forge(written, "DELETE FROM audit_event")

    assert breaks(written) == [Break(5, "cut")]


@pytest.mark.parametrize(
    "act", ["UPDATE audit_event SET action = 'x'", "DELETE FROM audit_event", "TRUNCATE audit_event"]
)
def test_the_database_itself_refuses_to_write_again(written: Flask, act: str) -> None:
    if db_is_sqlite(written) and act.startswith("TRUNCATE"):
        pytest.skip("SQLite has no TRUNCATE")
    engine = owner(written)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(act))
    engine.dispose()

    assert breaks(written) == []


def test_twenty_writers_at_once_never_fork_the_chain(app: Flask) -> None:
    def write(number: int) -> None:
        with app.app_context(), writing():
            enter(db.session(), WRITE_EVERYTHING)
            journal.record("account.signed_in", now=NOW, actor_id=number)
            db.session.commit()

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(write, range(1, 21)))

    with everything(app):
        found = list(journal.lines(Wanted()))
        assert journal.verify() == []
        assert [line.id for line in found] == list(range(20, 0, -1))
        assert {line.actor_id for line in found} == set(range(1, 21))


def test_what_is_undone_leaves_no_hole(app: Flask) -> None:
    with suppress(ZeroDivisionError), everything(app):
        journal.record("account.signed_in", now=NOW)
        raise ZeroDivisionError
    with everything(app) as session:
        session.rollback()
        journal.record("account.signed_in", now=NOW)

    with everything(app):
        assert journal.length() == 1
        assert journal.verify() == []


@pytest.mark.parametrize(
    "told",
    [
        {"email": "aline@musee.example"},
        {"people": [{"written": "à aline@musee.example."}]},
        ["aline@musee.example"],
        "Aline <aline@musee.example>",
    ],
)
@pytest.mark.parametrize("side", ["before", "after"])
def test_no_address_stays_in_the_journal(session: Any, told: Any, side: str) -> None:
    with pytest.raises(ValueError, match="by number"):
        journal.record("account.renamed", now=NOW, **{side: told})


@pytest.mark.parametrize(
    "told",
    [
        {"password": "x"},
        {"new_password": "x"},
        {"recovery_codes": ["x"]},
        {"kept": {"deep": [{"api-token": "x"}]}},
        {"Secret": None},
    ],
)
def test_no_secret_stays_in_the_journal_however_deep(session: Any, told: Any) -> None:
    with pytest.raises(ValueError, match="no secret"):
        journal.record("account.renamed", now=NOW, after=told)


def test_a_postcode_is_no_secret(session: Any) -> None:
    assert journal.record("museum.changed", now=NOW, after={"postcode": "81000"}).after == {
        "postcode": "81000"
    }


def test_lines_are_found_by_person_museum_action_and_time(written: Flask) -> None:
    with everything(written):
        journal.record("account.signed_in", now=NOW, actor_id=1)

        def found(**wanted: Any) -> list[int]:
            return [line.id for line in journal.lines(Wanted(**wanted))]

        assert found(people=(1,)) == [6, 1]
        assert found(museums=(1,)) == [5, 4, 3, 2, 1]
        assert found(actions=("account.signed_in",)) == [6]
        third = NOW.replace(microsecond=0) + timedelta(minutes=3)
        assert found(since=third, until=third + timedelta(minutes=2)) == [4, 3]
        assert found(people=()) == []
        assert journal.count(Wanted(people=(1,))) == 2


def db_is_sqlite(app: Flask) -> bool:
    return str(app.config["SQLALCHEMY_DATABASE_URI"]).startswith("sqlite")
