"""The ways a session ends, each at its very next request and for a copy of its cookie too."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.accounts import Membership, User, administration, personal_data, profile, rights, team
from portal.domain.accounts import sessions as rows
from portal.domain.accounts.roles import AssociationRole
from portal.web.kit.sessions import COOKIE
from tests.cast import Cast, Door, everything
from tests.web.auth.conftest import DIGEST

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def admin(session: Any, cast: Cast) -> Any:
    return profile.acting(session.get(User, cast["denis"]))


def signs_out(door: Door, _session: Any, _cast: Cast) -> None:
    door.post("/deconnexion")


def changes_password(_door: Door, session: Any, cast: Cast) -> None:
    user = session.get(User, cast["aline"])
    profile.set_password(user, DIGEST, by=profile.acting(user), now=NOW)


def changes_address(_door: Door, session: Any, cast: Cast) -> None:
    user = session.get(User, cast["aline"])
    secret = profile.ask_new_address(user, "nouvelle@musee.example", now=NOW)
    profile.confirm_address(secret, NOW)


def is_disabled(_door: Door, session: Any, cast: Cast) -> None:
    administration.disable(
        session.get(User, cast["aline"]), by=None, now=NOW, reason="départ", hand_over=True
    )


def loses_her_role(_door: Door, session: Any, cast: Cast) -> None:
    place = session.scalar(select(Membership).where(Membership.user_id == cast["aline"]))
    team.leave(place, by=profile.acting(session.get(User, cast["aline"])), now=NOW, hand_over=True)


def is_ended_by_an_admin(_door: Door, session: Any, cast: Cast) -> None:
    administration.end_sessions(session.get(User, cast["aline"]), by=admin(session, cast), now=NOW)


def is_erased(_door: Door, session: Any, cast: Cast) -> None:
    personal_data.erase(session.get(User, cast["aline"]), by=None, now=NOW, hand_over=True)


def ends_all_from_elsewhere(_door: Door, _session: Any, cast: Cast) -> None:
    rows.end_all(cast["aline"])


@pytest.mark.parametrize(
    "ending",
    [
        signs_out,
        changes_password,
        changes_address,
        is_disabled,
        loses_her_role,
        is_ended_by_an_admin,
        is_erased,
        ends_all_from_elsewhere,
    ],
    ids=lambda ending: ending.__name__,
)
def test_a_session_ends_at_the_next_request(
    app: Flask, keyed: Cast, aline: Door, ending: Callable[[Door, Any, Cast], None]
) -> None:
    copy = Door(app)
    copy.client.set_cookie(COOKIE, aline.client.get_cookie(COOKIE).value)
    assert copy.get("/compte/").status_code == 200

    if ending is signs_out:
        ending(aline, None, keyed)
    else:
        with everything(app) as session:
            ending(aline, session, keyed)

    for door in (aline, copy):
        assert door.get("/compte/").location.startswith("/connexion")


def test_losing_a_right_of_the_association_ends_the_session(app: Flask, keyed: Cast) -> None:
    miquel = Door(app, keyed["miquel"])

    with everything(app) as session:
        by = rights_of_denis(keyed)
        rights.take(session.get(User, keyed["miquel"]), AssociationRole.MODERATOR, by=by, now=NOW)

    assert miquel.get("/espace/").location.startswith("/connexion")


def rights_of_denis(cast: Cast) -> Any:
    from portal.domain.accounts import actors  # noqa: PLC0415 - reads in the scope of the caller

    return actors.find(cast["denis"])


def test_an_ended_session_is_not_made_again_by_a_request_under_way(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])

    def end_meanwhile(*_values: object, **_named: object) -> str:
        with everything(app):
            rows.end_all(keyed["aline"])
        return "vu"

    app.view_functions["account.overview.show"] = end_meanwhile
    aline.get("/compte/")

    assert aline.get("/espace/").location.startswith("/connexion")
