"""What a museum writes is its own: no other reads, restores, publishes or decides about it."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from portal.db import READ_EVERYTHING, TenancyError, enter, within
from portal.domain import revisions
from portal.domain.revisions import Key, Revision
from tests.domain.revisions.desk import ALINE, GOYA, INGRES, NOON, draft, key, publish

Db = scoped_session[Session]
VERBS: dict[str, Callable[[Session, Revision], object]] = {
    "publish": lambda session, theirs: revisions.publish(session, theirs, by=ALINE, now=NOON),
    "submit": lambda session, theirs: revisions.submit(session, theirs, now=NOON),
    "refuse": lambda session, theirs: revisions.refuse(session, theirs, "Non.", by=ALINE, now=NOON),
    "withdraw": lambda session, theirs: revisions.withdraw(session, theirs, now=NOON),
    "discard": lambda session, theirs: revisions.discard_draft(session, theirs, now=NOON),
    "schedule": lambda session, theirs: revisions.schedule(
        session, theirs, NOON.replace(month=12), by=ALINE, now=NOON
    ),
}


@pytest.fixture
def two(session: Db) -> tuple[Key, Key, Revision]:
    """Our block, theirs, and a draft of theirs that somebody got hold of."""
    publish(key(INGRES), phone="05 63 11 11 11")
    theirs = draft(key(INGRES), phone="05 63 22 22 22")
    session.commit()
    session.refresh(theirs)
    return key(GOYA), key(INGRES), theirs


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_another_museum_decides_nothing(session: Db, two: tuple[Key, Key, Revision], verb: str) -> None:
    ours, _, theirs = two
    with within(session(), ours.museum_id), pytest.raises(TenancyError):
        VERBS[verb](session(), theirs)

    assert revisions.head(session(), two[1]).snapshot["phone"] == "05 63 22 22 22"


def test_another_museum_reads_nothing(session: Db, two: tuple[Key, Key, Revision]) -> None:
    ours, their_key, theirs = two
    with within(session(), ours.museum_id):
        assert revisions.find(session(), ours.museum_id, theirs.id) is None
        assert revisions.find(session(), their_key.museum_id, theirs.id) is None
        assert revisions.history(session(), their_key.museum_id, "profile") == []
        assert revisions.head(session(), their_key).snapshot["phone"] is None
        assert revisions.at(session(), their_key, 1) is None
        assert revisions.restore(session(), theirs, seen=0, by=ALINE, now=NOON) is None


def test_another_museum_writes_nothing(session: Db, two: tuple[Key, Key, Revision]) -> None:
    ours, their_key, _ = two
    before = session.scalar(select(func.count(Revision.id)))
    with within(session(), ours.museum_id), pytest.raises(TenancyError):
        draft(their_key, phone="05 63 33 33 33")

    assert session.scalar(select(func.count(Revision.id))) == before


def test_a_museum_within_its_own_scope_does_all(session: Db, two: tuple[Key, Key, Revision]) -> None:
    _, their_key, theirs = two
    with within(session(), their_key.museum_id):
        live = revisions.publish(session(), theirs, by=ALINE, now=NOON)
        first = revisions.history(session(), their_key.museum_id, "profile")[-1]
        seen = revisions.head(session(), their_key).version
        again = revisions.restore(session(), first, seen=seen, by=ALINE, now=NOON)
        planned = revisions.schedule(session(), again, NOON.replace(month=12), by=ALINE, now=NOON)
        assert revisions.withdraw(session(), planned, now=NOON).snapshot["phone"] == "05 63 11 11 11"
        assert live.number == 2


def test_who_only_reads_writes_nothing(session: Db, two: tuple[Key, Key, Revision]) -> None:
    ours, _, theirs = two
    enter(session(), READ_EVERYTHING)

    with pytest.raises(TenancyError):
        revisions.save_draft(session(), ours, {"phone": "05"}, seen=0, by=ALINE, now=NOON)
    session.rollback()
    with pytest.raises(TenancyError):
        revisions.publish(session(), theirs, by=ALINE, now=NOON)
    session.rollback()
