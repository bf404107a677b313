"""Inviting: one invitation an address, one link an invitation, one answer a link."""

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.domain.accounts import (
    Actor,
    AssociationRight,
    AssociationRole,
    Invitation,
    Membership,
    MuseumRole,
    User,
    acceptance,
    actors,
    invitation_states,
    invitations,
    personal_data,
)
from portal.domain.accounts.acceptance import Newcomer
from portal.domain.accounts.errors import (
    AddressRefusedError,
    AlreadyInvitedError,
    AlreadyMemberError,
    InvitationClosedError,
    MayNotGrantError,
    NotFoundError,
    NotTheGuestError,
)
from portal.domain.accounts.invitation_states import Link, State
from portal.domain.accounts.invitations import Sent
from portal.domain.journal import AuditEvent
from tests.at_once import at_once
from tests.cast import Cast, everything

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=8)
EDITOR = MuseumRole.EDITOR
HELENE = Newcomer("Hélène Castan", "fr")


def actor(cast: Cast, name: str) -> Actor:
    found = actors.find(cast[name], has_second_factor=True)
    assert found is not None
    return found


def invite(cast: Cast, email: str = "helene@musee.example", by: str = "aline", **kwargs: Any) -> Sent:
    given: dict[str, Any] = {"role": EDITOR, "museum_id": cast.here, "now": NOW} | kwargs
    return invitations.invite(email, "Hélène Castan", by=actor(cast, by), **given)


def link(secret: str, now: datetime = NOW) -> Link:
    return invitation_states.look(secret, now).link


def members(session: Any, museum_id: int) -> int:
    return session.scalar(select(func.count()).where(Membership.museum_id == museum_id))


def test_who_may_offer_which_role_where(cast: Cast, session: Any) -> None:
    managers = {"aline": cast.here, "camille": cast.elsewhere}
    everywhere = {"denis"}
    roles = (*MuseumRole, *AssociationRole)
    for giver, role, museum_id in product(
        ("aline", "bernat", "clara", "camille", "denis", "miquel", "treva", "paula"),
        roles,
        (cast.here, cast.elsewhere, None),
    ):
        goes_there = isinstance(role, AssociationRole) == (museum_id is None)
        is_manager = museum_id is not None and managers.get(giver) == museum_id
        expected = goes_there and (giver in everywhere or is_manager)
        try:
            invite(cast, f"{giver}-{role}-{museum_id}@musee.example", giver, role=role, museum_id=museum_id)
            allowed = True
        except MayNotGrantError:
            allowed = False

        assert allowed == expected, (giver, role, museum_id)


def test_who_may_offer_may_also_take_back_and_nobody_else(cast: Cast, session: Any) -> None:
    for giver in ("bernat", "clara", "camille", "miquel", "treva", "paula"):
        sent = invite(cast)
        for act in (invitations.send_again, invitations.revoke):
            with pytest.raises(MayNotGrantError):
                act(sent.invitation.id, by=actor(cast, giver), now=NOW)
        with pytest.raises(MayNotGrantError):
            invitations.correct(sent.invitation.id, "x@y.example", by=actor(cast, giver), now=NOW)


def test_an_invitation_of_another_museum_is_not_there(cast: Cast, session: Any) -> None:
    sent = invite(cast)

    with pytest.raises(NotFoundError):
        invitations.find(sent.invitation.id, cast.elsewhere)
    with pytest.raises(NotFoundError):
        invitations.revoke(sent.invitation.id, by=actor(cast, "denis"), now=NOW, museum_id=cast.elsewhere)


def test_inviting_again_renews_the_same_invitation_and_its_link(cast: Cast, session: Any) -> None:
    first = invite(cast)
    again = invite(cast, " HELENE@musee.example ", role=MuseumRole.CONTRIBUTOR)

    assert first.invitation.id == again.invitation.id
    assert again.is_renewal
    assert again.invitation.role is MuseumRole.CONTRIBUTOR
    assert (link(first.secret), link(again.secret)) == (Link.REPLACED, Link.OPEN)


def test_sending_again_leaves_one_link(cast: Cast, session: Any) -> None:
    sent = invite(cast)
    secrets = [sent.secret]
    for day in range(1, 4):
        now = NOW + timedelta(days=day)
        secrets.append(invitations.send_again(sent.invitation.id, by=actor(cast, "aline"), now=now).secret)

    assert [link(secret, now) for secret in secrets] == [Link.REPLACED] * 3 + [Link.OPEN]


def test_a_member_is_not_invited(cast: Cast, session: Any) -> None:
    with pytest.raises(AlreadyMemberError):
        invite(cast, "bernat@musee.example")
    with pytest.raises(AlreadyMemberError):
        invite(cast, "miquel@musee.example", "denis", role=AssociationRole.MODERATOR, museum_id=None)
    assert invite(cast, "camille@musee.example").invitation.is_pending  # another museum's may come here too
    with pytest.raises(AddressRefusedError):
        invite(cast, "pas une adresse")


def test_a_wrong_address_is_corrected(cast: Cast, session: Any) -> None:
    sent = invite(cast, "helen@musee.example")
    invite(cast, "autre@musee.example")
    invitations.letter_went(sent.invitation.id, NOW, has_bounced=True)
    session.expire_all()
    assert invitations.state(sent.invitation, NOW) is State.BOUNCED

    with pytest.raises(AlreadyInvitedError):
        invitations.correct(sent.invitation.id, "autre@musee.example", by=actor(cast, "aline"), now=NOW)
    with pytest.raises(AlreadyMemberError):
        invitations.correct(sent.invitation.id, "bernat@musee.example", by=actor(cast, "aline"), now=NOW)
    right = invitations.correct(sent.invitation.id, "helene@musee.example", by=actor(cast, "aline"), now=NOW)

    assert right.invitation.email == "helene@musee.example"
    assert invitations.state(right.invitation, NOW) is State.WAITING
    assert (link(sent.secret), link(right.secret)) == (Link.REPLACED, Link.OPEN)


def test_the_states_an_invitation_goes_through(cast: Cast, session: Any) -> None:
    def state(now: datetime = NOW) -> State:
        session.expire_all()
        return invitations.state(session.get(Invitation, sent.invitation.id), now)

    sent = invite(cast)
    assert state() is State.WAITING
    invitations.letter_went(sent.invitation.id, NOW, has_bounced=False)
    assert state() is State.SENT
    acceptance.mark_opened(sent.secret, NOW)
    assert state() is State.OPENED
    assert state(LATER) is State.EXPIRED
    acceptance.accept(sent.secret, person=None, newcomer=HELENE, now=NOW)
    assert state() is State.ACCEPTED
    assert link(sent.secret) is Link.ACCEPTED


def test_opening_is_remembered_once(cast: Cast, session: Any) -> None:
    sent = invite(cast)
    acceptance.mark_opened(sent.secret, NOW)
    acceptance.mark_opened(sent.secret, NOW + timedelta(hours=1))
    session.expire_all()

    assert sent.invitation.opened_at == NOW


def test_helene_comes_in_without_a_password(cast: Cast, session: Any) -> None:
    sent = invite(cast)

    accepted = acceptance.accept(sent.secret, person=None, newcomer=HELENE, now=NOW)

    assert accepted.is_new
    assert (accepted.user.email, accepted.user.name) == ("helene@musee.example", "Hélène Castan")
    assert accepted.user.password_digest is None
    assert actors.find(accepted.user.id).memberships == {cast.here: EDITOR}
    assert (sent.invitation.email, sent.invitation.name) == (None, "")  # the account holds them now


def test_an_existing_account_comes_in_by_being_signed_in_and_no_other_way(cast: Cast, session: Any) -> None:
    sent = invite(cast, "camille@musee.example")

    for person in (None, actor(cast, "bernat"), actor(cast, "denis")):
        with pytest.raises(NotTheGuestError):
            acceptance.accept(sent.secret, person=person, newcomer=HELENE, now=NOW)
    assert link(sent.secret) is Link.OPEN
    accepted = acceptance.accept(sent.secret, person=actor(cast, "camille"), newcomer=None, now=NOW)

    assert not accepted.is_new
    assert actors.find(cast["camille"]).memberships == {
        cast.here: EDITOR,
        cast.elsewhere: MuseumRole.MANAGER,
    }


def test_somebody_signed_in_does_not_take_a_stranger_s_place(cast: Cast, session: Any) -> None:
    sent = invite(cast)

    with pytest.raises(NotTheGuestError):
        acceptance.accept(sent.secret, person=actor(cast, "bernat"), newcomer=None, now=NOW)


def test_the_association_invites_its_own(cast: Cast, session: Any) -> None:
    sent = invite(cast, by="denis", role=AssociationRole.TRANSLATOR, museum_id=None)

    accepted = acceptance.accept(sent.secret, person=None, newcomer=HELENE, now=NOW)

    held = select(AssociationRight.role).where(AssociationRight.user_id == accepted.user.id)
    assert session.scalars(held).all() == [AssociationRole.TRANSLATOR]


def test_an_invitation_raises_nobody_who_has_come_in_meanwhile(cast: Cast, session: Any) -> None:
    sent = invite(cast, "camille@musee.example", role=MuseumRole.MANAGER)
    session.add(
        Membership(user_id=cast["camille"], museum_id=cast.here, role=MuseumRole.CONTRIBUTOR, since=NOW)
    )
    session.flush()

    acceptance.accept(sent.secret, person=actor(cast, "camille"), newcomer=None, now=NOW)

    assert actors.find(cast["camille"]).memberships[cast.here] is MuseumRole.CONTRIBUTOR
    assert link(sent.secret) is Link.ACCEPTED


def test_a_link_answers_once(cast: Cast, session: Any) -> None:
    sent = invite(cast)
    acceptance.accept(sent.secret, person=None, newcomer=HELENE, now=NOW)

    with pytest.raises(InvitationClosedError):
        acceptance.accept(sent.secret, person=None, newcomer=HELENE, now=NOW)
    with pytest.raises(InvitationClosedError):
        acceptance.refuse(sent.secret, now=NOW)
    with pytest.raises(NotFoundError):
        acceptance.accept("x" * 43, person=None, newcomer=HELENE, now=NOW)


def test_a_guest_says_no_and_is_forgotten(cast: Cast, session: Any) -> None:
    sent = invite(cast)

    acceptance.refuse(sent.secret, now=NOW)

    assert invitations.state(sent.invitation, NOW) is State.REFUSED
    assert sent.invitation.email is None
    assert link(sent.secret) is Link.REFUSED
    assert invite(cast).invitation.id != sent.invitation.id  # and may be asked another time


def test_what_is_taken_back_opens_nothing(cast: Cast, session: Any) -> None:
    sent = invite(cast)

    invitations.revoke(sent.invitation.id, by=actor(cast, "aline"), now=NOW)

    assert link(sent.secret) is Link.REVOKED
    assert (sent.invitation.email, sent.invitation.name) == (None, "")
    with pytest.raises(InvitationClosedError):
        acceptance.accept(sent.secret, person=None, newcomer=HELENE, now=NOW)
    with pytest.raises(NotFoundError):
        invitations.send_again(sent.invitation.id, by=actor(cast, "aline"), now=NOW)


def test_an_old_link_asks_for_a_new_one_once_in_a_while(cast: Cast, session: Any) -> None:
    sent = invite(cast)

    with pytest.raises(InvitationClosedError):
        acceptance.ask_renewal(sent.secret, now=NOW)  # it still works
    with pytest.raises(InvitationClosedError):
        acceptance.accept(sent.secret, person=None, newcomer=HELENE, now=LATER)
    assert acceptance.ask_renewal(sent.secret, now=LATER) is not None
    assert acceptance.ask_renewal(sent.secret, now=LATER + timedelta(hours=1)) is None
    assert acceptance.ask_renewal(sent.secret, now=LATER + timedelta(hours=13)) is not None
    with pytest.raises(NotFoundError):
        acceptance.ask_renewal("x" * 43, now=LATER)


def test_a_wish_for_a_new_link_goes_to_who_invited_while_they_still_may(cast: Cast, session: Any) -> None:
    sent = invite(cast)
    assert acceptance.answers_to(sent.invitation) == cast["aline"]

    session.get(User, cast["aline"]).disabled_at = NOW
    session.flush()
    assert acceptance.answers_to(sent.invitation) is None

    session.get(User, cast["aline"]).disabled_at = None
    place = session.scalar(select(Membership).where(Membership.user_id == cast["aline"]))
    place.role = EDITOR
    session.flush()
    assert acceptance.answers_to(sent.invitation) is None


def test_twenty_people_pressing_accept_at_once_are_one_member(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        secret = invite(cast).secret
        before = members(session, cast.here)

    outcomes = at_once(
        app, [lambda: acceptance.accept(secret, person=None, newcomer=HELENE, now=NOW).user.id] * 20
    )

    with everything(app) as session:
        assert members(session, cast.here) == before + 1
        assert session.scalar(select(func.count()).where(User.email == "helene@musee.example")) == 1
    assert sum(isinstance(outcome, int) for outcome in outcomes) == 1
    assert all(isinstance(outcome, int | InvitationClosedError) for outcome in outcomes), outcomes


def test_accepting_and_refusing_at_once_is_one_answer(app: Flask, cast: Cast) -> None:
    with everything(app):
        secret = invite(cast).secret

    outcomes = at_once(
        app,
        [
            lambda: acceptance.accept(secret, person=None, newcomer=HELENE, now=NOW).user.id,
            lambda: acceptance.refuse(secret, now=NOW),
        ],
    )

    assert sum(isinstance(outcome, InvitationClosedError) for outcome in outcomes) == 1


def test_the_same_address_invited_ten_times_at_once_is_one_invitation(app: Flask, cast: Cast) -> None:
    secrets = at_once(app, [lambda: invite(cast).secret] * 10)

    with everything(app) as session:
        assert session.scalar(select(func.count()).where(Invitation.museum_id == cast.here)) == 1
        assert sorted(link(secret).value for secret in secrets) == ["open", *["replaced"] * 9]


def test_two_invitations_to_one_new_address_accepted_at_once_are_one_account(app: Flask, cast: Cast) -> None:
    with everything(app):
        here = invite(cast).secret
        there = invite(cast, by="camille", museum_id=cast.elsewhere).secret

    outcomes = at_once(
        app,
        [
            lambda: acceptance.accept(here, person=None, newcomer=HELENE, now=NOW).user.id,
            lambda: acceptance.accept(there, person=None, newcomer=HELENE, now=NOW).user.id,
        ],
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NotTheGuestError", "int"]


def test_who_is_erased_is_offered_nothing_any_more(cast: Cast, session: Any) -> None:
    sent = invite(cast, "camille@musee.example")
    user = session.get(User, cast["camille"])

    personal_data.erase(user, by=None, now=NOW, hand_over=True)
    session.expire_all()

    assert (sent.invitation.email, sent.invitation.name) == (None, "")
    assert invitations.state(sent.invitation, NOW) is State.REVOKED
    assert link(sent.secret) is Link.UNKNOWN  # the secret sent to the address is erased with it


def test_the_journal_tells_it_by_numbers(cast: Cast, session: Any) -> None:
    sent = invite(cast)
    accepted = acceptance.accept(sent.secret, person=None, newcomer=HELENE, now=NOW)

    lines = session.execute(
        select(AuditEvent.action, AuditEvent.actor_id, AuditEvent.museum_id).order_by(AuditEvent.id)
    ).all()
    assert ("invitation.made", cast["aline"], cast.here) in lines
    assert ("invitation.accepted", accepted.user.id, cast.here) in lines
