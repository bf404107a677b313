"""The demonstration's accounts: one a role, in development only, and nothing left of them afterwards."""

from dataclasses import replace
from datetime import UTC, datetime

import pyotp
from flask import Flask
from sqlalchemy import select

from portal import production_refusal
from portal.domain.accounts import AssociationRight, Membership, User, demonstration
from tests.cast import Door, everything


def production(app: Flask) -> Flask:
    app.extensions["settings"] = replace(app.extensions["settings"], env="production")
    return app


def test_the_demonstration_opens_every_door_once_and_is_made_once(app: Flask) -> None:
    runner = app.test_cli_runner()

    first, second = (runner.invoke(args=["seed", "demo"]) for _ in range(2))

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.output.startswith("8 comptes")
    assert second.output.startswith("0 comptes")
    with everything(app) as session:
        assert len(session.scalars(select(Membership)).all()) == 4
        assert len(session.scalars(select(AssociationRight)).all()) == 4


def test_its_admin_signs_in_with_the_printed_password_and_key(app: Flask) -> None:
    with everything(app):
        demonstration.make(datetime(2026, 11, 24, tzinfo=UTC), key=str(app.config["SECRET_KEY"]))
    door = Door(app)
    door.get("/connexion")
    admin = demonstration.address_of(demonstration.PEOPLE[4])

    sent = door.post("/connexion", {"email": admin, "password": demonstration.PASSWORD})
    door.get(sent.location)
    inside = door.post(sent.location, {"code": pyotp.TOTP(demonstration.TOTP_SECRET).now()})

    assert inside.location == "/admin/"
    assert door.get("/admin/").status_code == 200


def test_production_makes_none_and_does_not_start_with_them(app: Flask) -> None:
    assert production_refusal(production(app)) is None
    refused = app.test_cli_runner().invoke(args=["seed", "demo"])
    with everything(app):
        demonstration.make(datetime(2026, 11, 24, tzinfo=UTC), key="k" * 40)

    assert refused.exit_code == 2
    assert "remove-demo" in (production_refusal(app) or "")


def test_removed_nothing_names_them_and_production_starts(app: Flask) -> None:
    with everything(app):
        demonstration.make(datetime(2026, 11, 24, tzinfo=UTC), key="k" * 40)

    removed = app.test_cli_runner().invoke(args=["seed", "remove-demo"])

    assert removed.exit_code == 0
    assert production_refusal(production(app)) is None
    with everything(app) as session:
        assert session.scalars(select(User.email).where(User.email.is_not(None))).all() == []
        assert session.scalars(select(Membership)).all() == []
