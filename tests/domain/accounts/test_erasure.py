"""Somebody leaves for good: afterwards no table holds their address, and the journal stays whole."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import MetaData, select

from portal.domain import journal, letters
from portal.domain.accounts import (
    Erasure,
    Invitation,
    Membership,
    MuseumRole,
    Passkey,
    Purpose,
    User,
    UserSession,
    personal_data,
    profile,
    second_factor,
    sign_in_limits,
    tokens,
)
from portal.domain.accounts.errors import LastAdminError, LastManagerError
from tests.cast import Cast, Door, everything

KEY = "a secret for tests and nothing else"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ADDRESS, NEXT, FORMER = "aline@musee.example", "nouvelle@musee.example", "ancienne@musee.example"
NAME = "Alienor Puigcerver"


@pytest.fixture
def traces(app: Flask, cast: Cast) -> Cast:
    """Aline in every place where a person leaves a trace."""
    Door(app, cast["aline"])
    with everything(app) as session:
        aline = session.get(User, cast["aline"])
        aline.name, aline.bounced_at = NAME, NOW
        second_factor.begin_totp(aline, key=KEY)
        second_factor.new_recovery_codes(aline, key=KEY)
        session.add(
            Passkey(user_id=aline.id, credential_id=b"c", public_key=b"k", name=f"Clé de {NAME}", made_at=NOW)
        )
        sign_in_limits.note_failure(ADDRESS, "203.0.113.7", key=KEY, now=NOW)
        profile.ask_new_address(aline, NEXT, now=NOW)
        tokens.make(Purpose.SIGN_IN, now=NOW, user_id=aline.id)
        profile.rename(aline, NAME, "oc", by=profile.acting(aline), now=NOW)
        waiting = Invitation(
            museum_id=cast.elsewhere,
            email=ADDRESS,
            name=NAME,
            museum_role=MuseumRole.EDITOR,
            invited_by_id=cast["camille"],
            invited_at=NOW,
            expires_at=NOW,
        )
        session.add(waiting)
        session.flush()
        tokens.make(Purpose.INVITATION, now=NOW, invitation_id=waiting.id, email=ADDRESS)
        for to, body, user_id in (
            (ADDRESS, "votre lien", aline.id),
            (FORMER, f"désormais {ADDRESS}", aline.id),
            ("camille@musee.example", f"{ADDRESS} demande un nouveau lien", cast["camille"]),
        ):
            letters.post(
                kind="test",
                to_email=to,
                to_name=NAME if user_id == aline.id else "Camille",
                language="fr",
                subject=f"Pour {to}",
                text=body,
                html=f"<p>{body}</p>",
                now=NOW,
                user_id=user_id,
            )
    return cast


def everywhere(session: Any) -> dict[str, str]:
    """Return the text of every row of every table of the database, by table."""
    connection = session.connection()
    tables = MetaData()
    tables.reflect(connection)
    return {
        name: str([tuple(row) for row in connection.execute(select(table))])
        for name, table in tables.tables.items()
    }


def test_before_leaving_the_traces_are_there(app: Flask, traces: Cast) -> None:
    with everything(app) as session:
        holding = {name for name, rows in everywhere(session).items() if ADDRESS in rows or NAME in rows}

    assert {"user", "invitation", "token", "letter", "passkey"} <= holding


def test_afterwards_a_search_of_every_table_finds_nothing(app: Flask, traces: Cast) -> None:
    with everything(app) as session:
        personal_data.erase(session.get(User, traces["aline"]), by=None, now=NOW, hand_over=True)

    with everything(app) as session:
        found = {
            name: word
            for name, rows in everywhere(session).items()
            for word in (ADDRESS, NEXT, FORMER, NAME, "Puigcerver")
            if word in rows
        }
        assert found == {}
        assert session.get(Erasure, traces["aline"]).erased_at == NOW
        assert list(journal.verify()) == []
        for table in (UserSession, Passkey, Membership):
            assert session.scalars(select(table).where(table.user_id == traces["aline"])).all() == []
        other = session.scalar(
            select(letters.Letter).where(letters.Letter.to_email == "camille@musee.example")
        )
        assert "demande un nouveau lien" in other.text


def test_their_number_stays_in_the_journal(app: Flask, traces: Cast) -> None:
    with everything(app) as session:
        personal_data.erase(session.get(User, traces["aline"]), by=None, now=NOW, hand_over=True)
        actions = {line.action for line in journal.of_person(traces["aline"])}

    assert {"account.renamed", "account.erased"} <= actions


def test_what_was_offered_is_taken_back(app: Flask, traces: Cast) -> None:
    with everything(app) as session:
        personal_data.erase(session.get(User, traces["aline"]), by=None, now=NOW, hand_over=True)

        [left] = session.scalars(select(Invitation)).all()
        assert (left.email, left.name, left.revoked_at) == (None, "", NOW)
        assert not left.is_pending


def test_everything_held_comes_out_before_and_no_secret_with_it(app: Flask, traces: Cast) -> None:
    with everything(app) as session:
        aline = session.get(User, traces["aline"])
        secret = tokens.make(Purpose.PASSWORD, now=NOW, user_id=aline.id)
        letters.post(
            kind="password_reset",
            to_email=ADDRESS,
            to_name=NAME,
            language="fr",
            subject="Mot de passe",
            text=f"http://localhost:8000/mot-de-passe/{secret}/",
            html="",
            now=NOW,
            user_id=aline.id,
        )
        held = json.dumps(personal_data.export(aline), ensure_ascii=False)

    assert all(word in held for word in (ADDRESS, NEXT, FORMER, NAME, f"Clé de {NAME}", "account.renamed"))
    assert secret not in held
    assert "camille" not in held


def test_the_last_one_responsible_and_the_last_admin_are_not_lost_unnoticed(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        with pytest.raises(LastManagerError):
            personal_data.erase(session.get(User, cast["aline"]), by=None, now=NOW)
        with pytest.raises(LastAdminError):
            personal_data.erase(session.get(User, cast["denis"]), by=None, now=NOW, hand_over=True)
        session.rollback()

    with everything(app) as session:
        assert session.get(User, cast["aline"]).email == ADDRESS
