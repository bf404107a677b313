"""A museum's team: who may give what, what ends a session, and who answers for the museum when somebody goes."""

from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.db import db
from portal.domain.accounts import (
    Actor,
    Membership,
    MuseumRole,
    User,
    UserSession,
    actors,
    administration,
    personal_data,
    team,
)
from portal.domain.accounts.errors import (
    AlreadyMemberError,
    LastManagerError,
    MayNotGrantError,
    NotFoundError,
)
from portal.domain.journal import AuditEvent
from tests.at_once import at_once
from tests.cast import SINCE, Cast, Door, everything

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
MANAGER, EDITOR, CONTRIBUTOR = MuseumRole.MANAGER, MuseumRole.EDITOR, MuseumRole.CONTRIBUTOR
GIVERS = ("aline", "bernat", "clara", "camille", "denis", "miquel", "treva", "paula")
MAY_GIVE = {"aline", "denis"}
"""Who may give any role in the museum here: its manager, and the association's admin (the contract)."""


def actor(cast: Cast, name: str) -> Actor:
    found = actors.find(cast[name], has_second_factor=True)
    assert found is not None
    return found


def place(cast: Cast, name: str) -> team.Member:
    found = team.membership_of(cast.here, cast[name])
    assert found is not None
    return found


def join(session: Any, cast: Cast, name: str, role: MuseumRole) -> int:
    """Bring somebody new into the team here."""
    user = User(email=f"{name}@musee.example", name=name.capitalize(), created_at=SINCE)
    session.add(user)
    session.flush()
    session.add(Membership(user_id=user.id, museum_id=cast.here, role=role, since=SINCE))
    session.flush()
    cast.people[name] = user.id
    return user.id


def roles(session: Any, cast: Cast) -> dict[int, MuseumRole]:
    rows = select(Membership.user_id, Membership.role).where(Membership.museum_id == cast.here)
    return dict(session.execute(rows).all())


def told(session: Any) -> list[str]:
    return list(session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)))


def test_who_may_give_which_role_to_whom(cast: Cast, session: Any) -> None:
    target = join(session, cast, "maria", CONTRIBUTOR)
    for giver, held, given in product(GIVERS, MuseumRole, MuseumRole):
        member = session.scalar(select(Membership).where(Membership.user_id == target))
        member.role = held
        session.flush()
        try:
            team.change_role(place(cast, "maria"), given, by=actor(cast, giver), now=NOW)
            allowed = True
        except MayNotGrantError:
            allowed = False

        assert allowed == (giver in MAY_GIVE), (giver, held, given)
        assert roles(session, cast)[target] is (given if allowed else held), (giver, held, given)


def test_who_may_take_whom_out_of_the_team(cast: Cast, session: Any) -> None:
    for giver, held in product(GIVERS, MuseumRole):
        join(session, cast, f"{giver}-{held}", held)
        try:
            team.remove(place(cast, f"{giver}-{held}"), by=actor(cast, giver), now=NOW)
            allowed = True
        except MayNotGrantError:
            allowed = False

        assert allowed == (giver in MAY_GIVE), (giver, held)


def test_who_may_bring_somebody_in(cast: Cast, session: Any) -> None:
    for giver, given in product(GIVERS, MuseumRole):
        user = User(email=f"{giver}-{given}@musee.example", name="Maria", created_at=SINCE)
        session.add(user)
        session.flush()
        try:
            team.add(user, cast.here, given, by=actor(cast, giver), now=NOW)
            allowed = True
        except MayNotGrantError:
            allowed = False

        assert allowed == (giver in MAY_GIVE), (giver, given)
    with pytest.raises(AlreadyMemberError):
        team.add(session.get(User, cast["bernat"]), cast.here, EDITOR, by=actor(cast, "aline"), now=NOW)


@pytest.mark.parametrize("name", ["bernat", "clara"])
def test_nobody_raises_their_own_role(cast: Cast, session: Any, name: str) -> None:
    with pytest.raises(MayNotGrantError):
        team.change_role(place(cast, name), MANAGER, by=actor(cast, name), now=NOW)


def test_an_admin_in_a_team_does_not_raise_their_own_role_there(cast: Cast, session: Any) -> None:
    session.add(Membership(user_id=cast["denis"], museum_id=cast.here, role=CONTRIBUTOR, since=SINCE))
    session.flush()

    with pytest.raises(MayNotGrantError):
        team.change_role(place(cast, "denis"), EDITOR, by=actor(cast, "denis"), now=NOW)


def test_a_right_lost_a_moment_ago_gives_nothing_any_more(cast: Cast, session: Any) -> None:
    join(session, cast, "maria", MANAGER)
    aline = actor(cast, "aline")  # as the gate found her when the request began
    team.change_role(place(cast, "aline"), EDITOR, by=actor(cast, "maria"), now=NOW)

    with pytest.raises(MayNotGrantError):
        team.remove(place(cast, "bernat"), by=aline, now=NOW)


def test_losing_a_role_ends_the_persons_sessions_and_gaining_one_does_not(app: Flask, cast: Cast) -> None:
    bernat = Door(app, cast["bernat"])
    clara = Door(app, cast["clara"])
    with everything(app):
        team.change_role(place(cast, "bernat"), CONTRIBUTOR, by=actor(cast, "aline"), now=NOW)
        team.change_role(place(cast, "clara"), EDITOR, by=actor(cast, "aline"), now=NOW)

    assert bernat.get("/espace/").status_code == 303
    assert clara.get(f"/espace/{cast.here_slug}/").status_code == 200


def test_who_is_taken_out_is_out_everywhere(app: Flask, cast: Cast) -> None:
    bernat = Door(app, cast["bernat"])
    with everything(app) as session:
        team.remove(place(cast, "bernat"), by=actor(cast, "aline"), now=NOW)

        assert cast["bernat"] not in roles(session, cast)
        assert session.scalars(select(UserSession).where(UserSession.user_id == cast["bernat"])).all() == []
    assert bernat.get("/espace/").status_code == 303


def test_the_last_manager_does_not_leave_unnoticed(cast: Cast, session: Any) -> None:
    with pytest.raises(LastManagerError):
        team.leave(place(cast, "aline"), by=actor(cast, "aline"), now=NOW)

    assert roles(session, cast)[cast["aline"]] is MANAGER


def test_the_last_manager_names_a_successor(cast: Cast, session: Any) -> None:
    is_handed_over = team.leave(
        place(cast, "aline"), by=actor(cast, "aline"), now=NOW, successor=place(cast, "clara")
    )

    assert not is_handed_over
    assert roles(session, cast) == {cast["bernat"]: EDITOR, cast["clara"]: MANAGER}
    assert told(session) == ["team.successor_named", "team.member_left"]


def test_the_last_manager_hands_the_museum_over(cast: Cast, session: Any) -> None:
    assert team.leave(place(cast, "aline"), by=actor(cast, "aline"), now=NOW, hand_over=True)

    assert team.managers(cast.here) == set()
    assert told(session) == ["team.member_left", "museum.handed_to_association"]


def test_somebody_of_another_museum_takes_nobodys_suite(cast: Cast, session: Any) -> None:
    stranger = team.membership_of(cast.elsewhere, cast["camille"])

    with pytest.raises(NotFoundError):
        team.leave(place(cast, "aline"), by=actor(cast, "aline"), now=NOW, successor=stranger)


def test_a_closed_account_takes_nobodys_suite_and_answers_for_nothing(cast: Cast, session: Any) -> None:
    join(session, cast, "maria", MANAGER)
    session.get(User, cast["maria"]).disabled_at = NOW
    session.flush()

    assert team.is_last_manager(cast.here, cast["aline"])
    with pytest.raises(LastManagerError):
        team.leave(place(cast, "aline"), by=actor(cast, "aline"), now=NOW)
    with pytest.raises(NotFoundError):
        team.leave(place(cast, "aline"), by=actor(cast, "aline"), now=NOW, successor=place(cast, "maria"))


def test_a_museum_loses_its_last_manager_by_nobodys_act_unnoticed(cast: Cast, session: Any) -> None:
    denis, user = actor(cast, "denis"), session.get(User, cast["aline"])

    with pytest.raises(LastManagerError):
        team.change_role(place(cast, "aline"), EDITOR, by=denis, now=NOW)
    with pytest.raises(LastManagerError):
        team.change_role(place(cast, "aline"), EDITOR, by=actor(cast, "aline"), now=NOW)
    with pytest.raises(LastManagerError):
        team.remove(place(cast, "aline"), by=denis, now=NOW)
    with pytest.raises(LastManagerError):
        administration.disable(user, by=denis, now=NOW, reason="départ")
    with pytest.raises(LastManagerError):
        personal_data.erase(user, by=denis, now=NOW)
    assert roles(session, cast)[cast["aline"]] is MANAGER


def test_an_admin_takes_a_museum_over_knowingly(cast: Cast, session: Any) -> None:
    assert team.change_role(place(cast, "aline"), EDITOR, by=actor(cast, "denis"), now=NOW, hand_over=True)

    assert told(session) == ["team.role_changed", "museum.handed_to_association"]


def test_a_museum_kept_by_the_association_loses_people_without_a_word(cast: Cast, session: Any) -> None:
    team.leave(place(cast, "aline"), by=actor(cast, "aline"), now=NOW, hand_over=True)

    assert not team.remove(place(cast, "bernat"), by=actor(cast, "denis"), now=NOW)


def test_two_managers_leaving_at_once_do_not_leave_the_museum_alone(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        join(session, cast, "maria", MANAGER)

    def leave(name: str) -> Any:
        return lambda: team.leave(place(cast, name), by=actor(cast, name), now=NOW)

    outcomes = at_once(app, [leave("aline"), leave("maria")])

    with everything(app):
        assert len(team.managers(cast.here)) == 1
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["LastManagerError", "bool"]


def test_two_managers_taking_each_other_out_leave_one(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        join(session, cast, "maria", MANAGER)

    def take_out(one: str, other: str) -> Any:
        return lambda: team.remove(place(cast, other), by=actor(cast, one), now=NOW)

    at_once(app, [take_out("aline", "maria"), take_out("maria", "aline")])

    with everything(app):
        assert len(team.managers(cast.here)) == 1


def test_one_leaves_while_the_other_is_disabled(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        join(session, cast, "maria", MANAGER)

    def disable() -> None:
        maria = db.session.get(User, cast["maria"])
        assert maria is not None
        administration.disable(maria, by=actor(cast, "denis"), now=NOW, reason="départ")

    outcomes = at_once(
        app, [disable, lambda: team.leave(place(cast, "aline"), by=actor(cast, "aline"), now=NOW)]
    )

    with everything(app):
        assert len(team.managers(cast.here)) == 1
    assert sum(isinstance(outcome, LastManagerError) for outcome in outcomes) == 1
