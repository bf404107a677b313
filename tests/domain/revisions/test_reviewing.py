"""What the association reads first does not appear unread, whatever the door; what it decides, it decides once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, scoped_session

from portal.db import TenancyError, within
from portal.domain import hours, revisions
from portal.domain.museums import profile
from portal.domain.revisions import (
    Author,
    ChangedError,
    NotPendingError,
    Policy,
    Review,
    ReviewedFirstError,
    Revision,
    State,
    UrgentKindError,
)
from tests.domain.revisions.desk import ALINE, BERNAT, GOYA, INGRES, NOON, draft, key, publish, texts

Db = scoped_session[Session]
MIQUEL = Author(6, "association", is_association=True)
CLARA = Author(3)
LATER = NOON + timedelta(hours=1)
MONDAY = NOON + timedelta(days=4)


def rule(session: Db, policy: Policy, slug: str = GOYA) -> None:
    revisions.set_policy(session(), key(slug).museum_id, profile.KIND, policy, by=MIQUEL, now=NOON)


def phone(session: Db) -> str | None:
    live = revisions.live(session(), key())
    return live.content["phone"] if live else None


def submitted(session: Db, by: Author = ALINE, **changes: object) -> Revision:
    return revisions.submit(session(), draft(key(), by, **changes), now=NOON, to_association=True)


DOORS: dict[str, Callable[[Db], object]] = {
    "a form": lambda session: revisions.publish(session(), draft(key(), phone="05"), by=ALINE, now=LATER),
    "a form, with what a colleague proposed": lambda session: revisions.publish(
        session(),
        revisions.submit(session(), draft(key(), CLARA, phone="05"), now=NOON),
        by=ALINE,
        now=LATER,
    ),
    "a short act": lambda session: revisions.amend(
        session(), key(), lambda content: {**content, "phone": "05"}, by=ALINE, now=LATER
    ),
    "an old text": lambda session: revisions.publish(
        session(),
        revisions.restore(
            session(),
            revisions.history(session(), key().museum_id, profile.KIND)[-1],
            seen=revisions.head(session(), key()).version,
            by=ALINE,
            now=NOON,
        ),
        by=ALINE,
        now=LATER,
    ),
    "a command": lambda session: revisions.publish(
        session(), draft(key(), Author(None, "cli"), phone="05"), by=Author(None, "cli"), now=LATER
    ),
    "off the page": lambda session: revisions.retire(session(), key(), by=ALINE, now=LATER),
    "an end": lambda session: revisions.set_end(
        session(), revisions.live(session(), key()), MONDAY, now=LATER, by=ALINE
    ),
    "out of the bin": lambda session: revisions.put_back(
        session(),
        revisions.history(session(), key().museum_id, profile.KIND)[-1],
        by=ALINE,
        now=LATER,
    ),
    "a planned text": lambda session: revisions.publish(
        session(),
        revisions.schedule(session(), draft(key(), phone="05"), MONDAY, by=ALINE, now=NOON),
        by=ALINE,
        now=LATER,
    ),
}


def test_no_door_makes_a_text_live_that_is_to_be_read_first(session: Db) -> None:
    publish(key(), phone="01")
    publish(key(), phone="02")
    rule(session, Policy.BEFORE)
    for name, go_through in DOORS.items():
        attempt = session.begin_nested()
        with pytest.raises(ReviewedFirstError):
            go_through(session)
        assert phone(session) == "02", name
        attempt.rollback()


def test_a_planned_text_waits_to_be_read_and_appears_at_its_instant_if_it_was(session: Db) -> None:
    publish(key(), phone="02")
    unread = revisions.schedule(session(), draft(key(), phone="05"), MONDAY, by=ALINE, now=NOON)
    rule(session, Policy.BEFORE)
    session.refresh(unread)
    assert unread.review is Review.WAITING
    rule(session, Policy.TRUSTED)
    session.refresh(unread)
    assert unread.review is Review.NONE
    rule(session, Policy.BEFORE)

    done = revisions.apply_due(session(), MONDAY)

    held = revisions.pending(session(), key())
    assert (done.published, done.held, done.failed) == ([], [held.id], [])
    assert (held.state, held.review, held.submitted_at) == (State.SUBMITTED, Review.WAITING, MONDAY)
    assert phone(session) == "02"
    revisions.accept(session(), held, seen=held.number, by=MIQUEL, now=MONDAY)
    assert phone(session) == "05"

    read = revisions.schedule(
        session(), draft(key(), phone="06"), MONDAY + timedelta(days=1), by=ALINE, now=MONDAY
    )
    assert read.review is Review.WAITING
    revisions.accept(session(), read, seen=read.number, by=MIQUEL, now=MONDAY)
    assert (phone(session), read.state) == ("05", State.SCHEDULED)
    revisions.apply_due(session(), MONDAY + timedelta(days=1))
    assert (phone(session), revisions.live(session(), key()).review) == ("06", Review.DONE)


def test_a_text_that_ends_gives_way_whatever_the_rule_since_the_public_has_read_what_comes_back(
    session: Db,
) -> None:
    publish(key(), phone="01")
    live = publish(key(), phone="02")
    revisions.set_end(session(), live, MONDAY, now=NOON, by=ALINE)
    rule(session, Policy.BEFORE)

    done = revisions.apply_due(session(), MONDAY)

    assert (done.ended, done.failed, phone(session)) == ([live.id], [], "01")
    assert revisions.to_read(session()) == []


def test_what_was_planned_and_read_is_read_again_once_the_museum_has_changed_it(session: Db) -> None:
    planned = revisions.schedule(session(), draft(key(), MIQUEL, phone="05"), MONDAY, by=MIQUEL, now=NOON)
    assert planned.review is Review.DONE
    revisions.amend(session(), key(), lambda c: {**c, "street": "2 rue neuve"}, by=ALINE, now=LATER)
    rule(session, Policy.BEFORE)

    assert revisions.apply_due(session(), MONDAY).published == []


def test_what_was_submitted_before_the_rule_still_waits_for_whom_it_waited_for(session: Db) -> None:
    publish(key(), phone="02")
    proposal = revisions.submit(session(), draft(key(), CLARA, phone="05"), now=NOON)
    rule(session, Policy.BEFORE)
    assert (proposal.state, proposal.review) == (State.SUBMITTED, Review.NONE)
    [listed] = revisions.to_read(session())
    assert (listed.id, listed.is_its_museums) == (proposal.id, True)

    passed_on = revisions.submit(session(), proposal, now=LATER, to_association=True)

    assert (passed_on.id, passed_on.review, passed_on.actor_id) == (proposal.id, Review.WAITING, 3)
    assert revisions.submit(session(), proposal, now=MONDAY, to_association=True).submitted_at == LATER
    rule(session, Policy.TRUSTED)
    assert revisions.publish(session(), proposal, by=ALINE, now=MONDAY).review is Review.NONE


def test_a_part_is_accepted_and_the_rest_stays_with_its_author(session: Db) -> None:
    publish(key(), phone="02", usage_name=texts("Goya"))
    rule(session, Policy.BEFORE)
    proposal = submitted(session, phone="05", street="2 rue neuve", usage_name=texts("Goya et alii", "Gòia"))
    revisions.decisions_taken(session())

    live = revisions.accept_part(
        session(), proposal, ["phone", "usage_name.oc"], seen=proposal.number, by=MIQUEL, now=LATER
    )

    assert live is not None
    assert (live.content["phone"], live.content["street"]) == ("05", None)
    assert live.content["usage_name"] == texts("Goya", "Gòia")
    assert (live.actor_id, live.decided_by_id, live.review) == (1, 6, Review.DONE)
    rest = revisions.pending(session(), key())
    assert (rest.state, rest.review, rest.submitted_at) == (State.SUBMITTED, Review.WAITING, NOON)
    assert (rest.actor_id, rest.content["street"]) == (1, "2 rue neuve")
    [told] = revisions.decisions_taken(session())
    assert (told.outcome.value, told.revision_id, told.rest_id) == ("part", live.id, rest.id)

    revisions.accept_part(
        session(),
        rest,
        ["street"],
        seen=rest.number,
        by=MIQUEL,
        now=LATER,
        reason="Quel arrêté ?",
        refused=["usage_name.fr"],
    )
    back = revisions.pending(session(), key())
    assert revisions.live(session(), key()).content["street"] == "2 rue neuve"
    assert (back.state, back.refusal_reason, back.refused_fields) == (
        State.REFUSED,
        "Quel arrêté ?",
        ["usage_name.fr"],
    )


def test_of_two_moderators_the_second_is_told_and_a_text_written_again_is_not_what_was_read(
    session: Db,
) -> None:
    rule(session, Policy.BEFORE)
    proposal = submitted(session, phone="05")
    seen = proposal.number
    revisions.withdraw(session(), proposal, now=NOON)
    again = revisions.submit(session(), draft(key(), phone="06"), now=NOON, to_association=True)
    assert again.id == proposal.id
    with pytest.raises(ChangedError):
        revisions.accept(session(), proposal, seen=seen, by=MIQUEL, now=LATER)
    revisions.send_back(session(), again, "Non.", seen=again.number, by=MIQUEL, now=LATER)
    for late in (revisions.accept, lambda *args, **more: revisions.accept_part(*args, ["phone"], **more)):
        with pytest.raises(NotPendingError):
            late(session(), again, seen=again.number, by=MIQUEL, now=LATER)


def test_what_is_published_under_after_is_looked_at_or_taken_back_to_what_was_read(session: Db) -> None:
    publish(key(), phone="02")
    rule(session, Policy.AFTER)
    publish(key(), BERNAT, phone="05")
    second = publish(key(), ALINE, street="2 rue neuve")
    [listed] = revisions.to_read(session())
    assert (listed.id, listed.is_public) == (second.id, True)
    assert revisions.last_read(session(), second).content["phone"] == "02"

    revisions.revert(session(), second, "Ce numéro est celui de la mairie.", by=MIQUEL, now=LATER)

    assert phone(session) == "02"
    back = revisions.pending(session(), key())
    assert (back.state, back.actor_id, back.content["phone"]) == (State.REFUSED, 1, "05")
    assert revisions.to_read(session()) == []
    with pytest.raises(NotPendingError):
        revisions.revert(session(), second, "Encore.", by=MIQUEL, now=LATER)

    third = publish(key(), ALINE, phone="07")
    revisions.look(session(), third)
    assert (third.review, revisions.to_read(session()), phone(session)) == (Review.DONE, [], "07")
    publish(key(), ALINE, phone="08")
    publish(key(), MIQUEL, phone="09")
    assert revisions.to_read(session()) == []


def test_a_museum_decides_nothing_of_its_rule_and_a_closing_never_waits(session: Db) -> None:
    goya = key().museum_id
    with within(session(), goya), pytest.raises(TenancyError):
        revisions.set_policy(session(), goya, profile.KIND, Policy.TRUSTED, by=ALINE, now=NOON)
    with pytest.raises(UrgentKindError):
        revisions.set_policy(session(), goya, hours.EXCEPTIONS.kind, Policy.BEFORE, by=MIQUEL, now=NOON)
    rule(session, Policy.BEFORE, INGRES)

    assert publish(key(), phone="05").state is State.LIVE
    ingres = key(INGRES).museum_id
    with within(session(), goya):
        assert revisions.policies_of(session(), ingres) == {}
    assert revisions.all_policies(session()) == {ingres: {profile.KIND: Policy.BEFORE}}
