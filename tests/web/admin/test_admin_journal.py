"""Denis reads the journal: who did what, to which museum, from where; and whether it still holds."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from portal.db import db
from portal.domain import journal
from tests.cast import Cast, Door, everything

JUNE, NOVEMBER = datetime(2026, 6, 18, 8, 41, tzinfo=UTC), datetime(2026, 11, 24, 22, 59, tzinfo=UTC)


@pytest.fixture
def told(app: Flask, cast: Cast) -> Cast:
    """A journal of four lines."""
    with everything(app):
        journal.record(
            "team.role_changed",
            now=JUNE,
            actor_id=cast["aline"],
            museum_id=cast.here,
            subject=f"user:{cast['bernat']}",
            before={"role": "contributor"},
            after={"role": "editor"},
            network="192.0.2.0/24",
        )
        journal.record(
            "account.looked_as", now=NOVEMBER, actor_id=cast["denis"], subject=f"user:{cast['camille']}"
        )
        journal.record("account.sign_in_refused", now=NOVEMBER, channel="cli")
        journal.record(
            "account.disabled",
            now=NOVEMBER,
            actor_id=cast["denis"],
            on_behalf_of_id=cast["camille"],
            subject="user:987654",
            after={"reason": "=1+1"},
        )
    return cast


def lines(door: Door, query: str = "") -> list[str]:
    page = door.open(f"/admin/journal/?{query}")
    return [" ".join(row.get_text(" ").split()) for row in page.select("tbody tr")]


def test_a_line_says_who_did_what_where_before_and_after(app: Flask, told: Cast) -> None:
    denis = Door(app, told["denis"])

    [line] = lines(denis, "action=team.role_changed")

    for word in (
        "jeu. 18 juin",
        "10\u00a0h\u00a041",
        "Aline",
        "Rôle changé",
        "Bernat",
        "192.0.2.0/24",
        "Portail",
    ):
        assert " ".join(word.split()) in line, word
    page = denis.open("/admin/journal/?action=team.role_changed")
    assert (page.find("del").get_text(), page.find("ins").get_text()) == ("Contribution", "Rédaction")
    assert page.select_one(f'tbody a[href="/fr/musees/{told.here_slug}/"]')


def test_who_looked_as_somebody_is_named_with_them(app: Flask, told: Cast) -> None:
    [line] = lines(Door(app, told["denis"]), "action=account.disabled")

    assert "Denis vu comme Camille" in line
    assert "compte effacé n° 987654" in line


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 4),
        ("personne=ALINE", 1),
        ("personne=camille", 2),
        ("personne=bernat%40musee", 1),
        ("personne=personne+du+tout", 0),
        ("action=account.looked_as", 1),
        ("du=2026-06-18&au=2026-06-18", 1),
        ("du=2026-06-19", 3),
        ("au=2026-06-17", 0),
        ("du=2026-11-24&au=2026-11-24", 3),
        ("du=2026-11-25", 0),
    ],
)
def test_the_journal_is_sought_by_person_action_and_day(
    app: Flask, told: Cast, query: str, number: int
) -> None:
    denis = Door(app, told["denis"])

    assert len(lines(denis, query)) == number
    if not number:
        assert "Rien au journal" in denis.open(f"/admin/journal/?{query}").words


def test_the_journal_of_a_museum_and_of_a_number(app: Flask, told: Cast) -> None:
    denis = Door(app, told["denis"])

    assert len(lines(denis, f"musee={told.here_slug}")) == 1
    assert lines(denis, f"musee={told.elsewhere_slug}") == []
    assert len(lines(denis, f"personne={told['camille']}")) == 2


def test_what_makes_no_sense_is_left_aside(app: Flask, told: Cast) -> None:
    denis = Door(app, told["denis"])

    page = denis.open("/admin/journal/?du=hier&au=2026-13-45&musee=x&action=y&page=-1")
    for name in ("Du", "Au", "Musée", "Action", "Page"):
        assert f"laissé de côté : {name}." in page.words
    assert denis.get("/admin/journal/?page=2").status_code == 404


def test_the_files_hold_the_lines_looked_for_and_say_who_took_them(app: Flask, told: Cast) -> None:
    denis = Door(app, told["denis"])

    sheet = denis.get("/admin/journal/journal.csv?action=account.disabled").get_data().decode("utf-8-sig")
    held = json.loads(denis.get("/admin/journal/journal.json?personne=aline").get_data())

    rows = list(csv.reader(io.StringIO(sheet), delimiter=";"))
    assert len(rows) == 2
    assert rows[1][2:4] == ["Denis", "Camille"]
    assert not any(cell.startswith("=") for cell in rows[1])
    assert [line["action"] for line in held] == ["team.role_changed"]
    assert len(held[0]["digest"]) == 64
    assert len(lines(denis, "action=journal.exported")) == 2


def test_the_chain_is_checked_on_demand(app: Flask, told: Cast) -> None:
    page = Door(app, told["denis"]).open("/admin/journal/?verifier=1")

    assert "Le journal est entier : 4 lignes" in page.words.replace("\u00a0", " ")


def test_a_line_changed_behind_the_portals_back_shows(app: Flask, told: Cast) -> None:
    with tampering(app) as session:
        session.execute(text("UPDATE audit_event SET network = '203.0.113.0/24' WHERE id = 2"))

    words = Door(app, told["denis"]).open("/admin/journal/?verifier=1").words.replace("\u00a0", " ")

    assert "n’est plus ce qui a été écrit" in words
    assert "Ligne 2 : cette ligne a été changée" in words


@contextmanager
def tampering(app: Flask) -> Iterator[Any]:
    """Somebody with the owner's own access to the database, who lifts the table's guard first."""
    with everything(app) as session:
        if db.engine.dialect.name == "postgresql":
            pytest.skip("the application's role cannot lift the guard of PostgreSQL, which is the point")
        for act in ("UPDATE", "DELETE"):
            session.execute(text(f"DROP TRIGGER audit_event_{act}"))
        yield session
