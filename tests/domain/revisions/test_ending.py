"""A text that ends gives way to the one before it, whatever was written, announced or planned meanwhile."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session, scoped_session

from portal.db import content_version
from portal.domain import revisions
from portal.domain.revisions import ConflictError, EndBeforeStartError, NotPendingError, PastInstantError
from tests.domain.revisions.desk import ALINE, BERNAT, NOON, draft, key, museum, publish

Db = scoped_session[Session]
DAY = timedelta(days=1)
USUAL, SUMMER, FAIR, OTHER = ("05 63 11 11 11", "05 63 22 22 22", "05 63 33 33 33", "05 63 44 44 44")


def phone() -> str | None:
    return museum().shown_phone


def live_until(number: str, end: datetime) -> None:
    from portal.db import db  # noqa: PLC0415

    revisions.set_end(db.session(), publish(key(), phone=number), end, now=NOON)


def test_texts_within_texts_end_one_after_another(session: Db) -> None:
    publish(key(), phone=USUAL)
    planned = draft(key(), phone=SUMMER)
    revisions.schedule(session(), planned, NOON + DAY, by=ALINE, now=NOON, expire_at=NOON + 9 * DAY)
    revisions.apply_due(session(), NOON + DAY)
    fair = draft(key(), now=NOON + DAY, phone=FAIR)
    revisions.schedule(session(), fair, NOON + 2 * DAY, by=ALINE, now=NOON + DAY, expire_at=NOON + 3 * DAY)
    assert content_version(session()).next_due_at == NOON + 2 * DAY

    done = revisions.apply_due(session(), NOON + 4 * DAY)
    assert (len(done.published), len(done.ended), done.failed) == (1, 1, [])
    assert phone() == SUMMER
    assert content_version(session()).next_due_at == NOON + 9 * DAY
    assert revisions.apply_due(session(), NOON + 8 * DAY).ended == []
    assert len(revisions.apply_due(session(), NOON + 9 * DAY).ended) == 1
    assert phone() == USUAL
    assert content_version(session()).next_due_at is None


def test_years_without_a_visitor_come_to_the_same(session: Db) -> None:
    publish(key(), phone=USUAL)
    planned = draft(key(), phone=SUMMER)
    revisions.schedule(session(), planned, NOON + DAY, by=ALINE, now=NOON, expire_at=NOON + 2 * DAY)

    done = revisions.apply_due(session(), NOON + 900 * DAY)

    assert (len(done.published), len(done.ended)) == (1, 1)
    assert phone() == USUAL
    assert revisions.live(session(), key()).live_at == NOON + 2 * DAY


def test_what_waits_goes_on_waiting_and_open_forms_are_told(session: Db) -> None:
    publish(key(), phone=USUAL)
    live_until(SUMMER, NOON + DAY)
    seen = revisions.head(session(), key()).version
    draft(key(), BERNAT, phone=OTHER)
    revisions.apply_due(session(), NOON + DAY)

    head = revisions.head(session(), key())
    assert (phone(), head.pending.content["phone"]) == (USUAL, OTHER)
    assert revisions.at(session(), key(), head.version)["phone"] == OTHER
    with pytest.raises(ConflictError):
        revisions.save_draft(session(), key(), head.snapshot | {"phone": FAIR}, seen=seen, by=ALINE, now=NOON)


def test_a_correction_ends_with_its_text_and_a_change_outlives_it(session: Db) -> None:
    publish(key(), phone=USUAL)
    live_until(SUMMER, NOON + DAY)
    assert publish(key(), phone=FAIR).expire_at == NOON + DAY
    announced = {"website": "https://travaux.example"}
    revisions.amend(session(), key(), lambda text: text | announced, by=ALINE, now=NOON)
    assert (phone(), museum().shown_website) == (FAIR, announced["website"])

    revisions.apply_due(session(), NOON + DAY)

    assert (phone(), museum().shown_website) == (USUAL, announced["website"])


def test_the_first_text_of_all_gives_way_to_the_register(session: Db) -> None:
    known = phone()
    live_until(SUMMER, NOON + DAY)
    revisions.apply_due(session(), NOON + DAY)
    assert phone() == known

    gone = revisions.retire(session(), key(), by=ALINE, now=NOON + DAY)
    assert gone is None, "nothing is written there any more"


def test_what_was_taken_off_does_not_come_back_by_itself(session: Db) -> None:
    known = phone()
    publish(key(), phone=USUAL)
    live_until(SUMMER, NOON + 2 * DAY)
    gone = revisions.retire(session(), key(), by=BERNAT, now=NOON + DAY)
    assert (gone.content["phone"], gone.binned_by_id) == (SUMMER, BERNAT.actor_id)
    assert phone() == known

    revisions.put_back(session(), gone, by=ALINE, now=NOON + DAY)
    assert (phone(), list(revisions.binned(session(), gone.museum_id, NOON + DAY))) == (SUMMER, [])
    revisions.apply_due(session(), NOON + 2 * DAY)
    assert phone() == USUAL, "put back with the end it had"

    revisions.retire(session(), key(), by=ALINE, now=NOON + 3 * DAY)
    assert revisions.apply_due(session(), NOON + 99 * DAY).ended == []
    assert phone() == known


def test_ends_that_make_no_sense_are_refused(session: Db) -> None:
    live = publish(key(), phone=USUAL)
    waiting = draft(key(), phone=SUMMER)
    with pytest.raises(PastInstantError):
        revisions.set_end(session(), live, NOON, now=NOON)
    with pytest.raises(NotPendingError):
        revisions.set_end(session(), waiting, NOON + DAY, now=NOON)
    with pytest.raises(EndBeforeStartError):
        revisions.schedule(session(), waiting, NOON + DAY, by=ALINE, now=NOON, expire_at=NOON + DAY)
    revisions.schedule(session(), waiting, NOON + DAY, by=ALINE, now=NOON, expire_at=NOON + 2 * DAY)
    assert revisions.withdraw(session(), waiting, now=NOON).expire_at is None
