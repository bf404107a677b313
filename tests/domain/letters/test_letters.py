"""A letter's fate: due, claimed by one sender, tried again, and known at last."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from portal.domain import letters
from portal.domain.letters import Letter, Outcome, State

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LATER, GONE = Outcome("451 busy"), Outcome("550 unknown", is_final=True)


def write(session: Any, **given: Any) -> Letter:
    letter = letters.post(
        **{
            "kind": "sign_in_link",
            "to_email": "aline@musee.example",
            "to_name": "Aline",
            "language": "fr",
            "subject": "Un lien",
            "text": "Bonjour",
            "html": "<p>Bonjour</p>",
            "now": NOW,
            **given,
        }
    )
    session.flush()
    return letter


def test_a_letter_waits_until_it_is_due(session: Any) -> None:
    letter = write(session)

    assert letter.state is State.WAITING
    assert letters.claim_next(NOW - timedelta(seconds=1)) is None
    assert letters.claim_next(NOW) == letter.id


def test_a_claimed_letter_is_left_to_its_sender_until_that_one_is_dead(session: Any) -> None:
    letter = write(session)
    letters.claim_next(NOW)

    assert letters.claim_next(NOW + timedelta(minutes=9)) is None
    assert letters.claim_next(NOW + timedelta(minutes=11)) == letter.id


def test_a_letter_is_tried_again_less_and_less_often_then_given_up(session: Any) -> None:
    letter, at, waits = write(session), NOW, []
    while letter.due_at is not None:
        assert letters.claim_next(letter.due_at) == letter.id
        at = letter.due_at
        letters.conclude(letter.id, LATER, at)
        session.flush()
        if letter.due_at is not None:
            waits.append(letter.due_at - at)

    assert waits == [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720)]
    assert letter.state is State.FAILED
    assert letter.attempts == 6
    assert letter.trouble == "451 busy"


def test_a_letter_that_arrives_at_last_keeps_no_trouble(session: Any) -> None:
    letter = write(session)
    letters.conclude(letter.id, LATER, NOW)
    letters.conclude(letter.id, Outcome(), NOW)

    assert letter.state is State.SENT
    assert letter.trouble is None


def test_a_refused_address_is_not_tried_again(session: Any) -> None:
    letter = write(session)
    letters.conclude(letter.id, GONE, NOW)
    session.flush()

    assert letter.state is State.BOUNCED
    assert letters.claim_next(NOW + timedelta(days=1)) is None


@pytest.mark.parametrize("late", [LATER, GONE])
def test_a_slow_sender_does_not_undo_what_a_quicker_one_did(session: Any, late: Outcome) -> None:
    letter = write(session)
    letters.conclude(letter.id, Outcome(), NOW)
    letters.conclude(letter.id, late, NOW + timedelta(minutes=1))

    assert letter.state is State.SENT
    assert letter.due_at is None


def test_somebody_erased_while_their_letter_leaves_gets_no_other(session: Any) -> None:
    letter = write(session, user_id=7)
    letters.claim_next(NOW)
    letters.forget_person(7, None)
    letters.conclude(letter.id, LATER, NOW)
    session.flush()

    assert (letter.to_email, letter.text, letter.due_at) == (None, "", None)
    assert letters.claim_next(NOW + timedelta(days=1)) is None


def test_erasing_empties_what_was_written_to_the_address_too(session: Any) -> None:
    mine, other = (
        write(session, to_email="aline@musee.example"),
        write(session, to_email="denis@musee.example"),
    )

    letters.forget_person(7, "aline@musee.example")
    session.expire_all()

    assert (mine.to_email, mine.to_name, mine.subject, mine.text, mine.html) == (None, "", "", "", "")
    assert other.text == "Bonjour"


def test_letters_are_forgotten_after_ninety_days_unless_they_wait(session: Any) -> None:
    sent, waiting = write(session), write(session)
    letters.conclude(sent.id, Outcome(), NOW)
    session.flush()
    kept = [sent.id, waiting.id]

    letters.forget_sent(NOW + timedelta(days=89))
    assert [letter.id for letter in reversed(letters.page(None, "", offset=0, limit=9))] == kept
    letters.forget_sent(NOW + timedelta(days=91))
    assert [letter.id for letter in letters.page(None, "", offset=0, limit=9)] == [waiting.id]


def test_a_letter_sent_again_begins_anew(session: Any) -> None:
    letter = write(session)
    letters.record_bounce(letter, "x" * 400, NOW)
    assert letter.trouble == "x" * 300

    letters.send_again(letter, NOW + timedelta(hours=1))

    assert (letter.state, letter.attempts, letter.trouble) == (State.WAITING, 0, None)


def test_every_letter_is_in_one_state(session: Any) -> None:
    for outcome in (Outcome(), GONE, LATER):
        letters.conclude(write(session).id, outcome, NOW)
    failed = write(session)
    failed.attempts = 5
    letters.conclude(failed.id, LATER, NOW)
    session.flush()

    assert letters.counts() == dict.fromkeys(State, 1)


def test_a_name_or_a_subject_cannot_hold_a_line_of_its_own(session: Any) -> None:
    letter = write(session, to_name="Aline\r\nBcc: x@y.example", subject="Un\nlien\x00")

    assert (letter.to_name, letter.subject) == ("Aline Bcc: x@y.example", "Un lien")
