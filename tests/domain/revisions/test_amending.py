"""A change that cannot wait: made to what the public reads and to what waits, whoever wrote it and wherever it stands."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from portal.db import db
from portal.domain import revisions
from portal.domain.revisions import Author, PlannedError, Revision, Snapshot, State
from tests.at_once import at_once
from tests.cast import everything
from tests.domain.revisions.desk import ALINE, BERNAT, NOON, draft, key, publish

Db = scoped_session[Session]
LATER = NOON + timedelta(hours=1)
CLARA = Author(3)
DECIDER = Author(9)


def with_phone(content: Snapshot) -> Snapshot:
    return {**content, "phone": "05 63 22 12 91"}


def amended(session: Db, by: Author = ALINE, now: object = LATER) -> Revision | None:
    return revisions.amend(session(), key(), with_phone, by=by, now=now)  # type: ignore[arg-type]


def test_with_nothing_waiting_it_is_published(session: Db) -> None:
    publish(key(), street="1 rue du Musée")

    live = amended(session)

    head = revisions.head(session(), key())
    assert live is not None
    assert (live.content["phone"], live.content["street"]) == ("05 63 22 12 91", "1 rue du Musée")
    assert (head.live, head.pending) == (live, None)


def test_where_it_stands_already_nothing_is_written(session: Db) -> None:
    publish(key(), phone="05 63 22 12 91")
    waiting = draft(key(), by=BERNAT, street="2 rue neuve")
    before = revisions.head(session(), key()).version

    assert amended(session) is None
    assert revisions.head(session(), key()).version == before
    assert revisions.pending(session(), key()) is waiting


@pytest.mark.parametrize("author", [ALINE, BERNAT], ids=["one’s own", "somebody else’s"])
def test_a_draft_waits_on_with_the_change(session: Db, author: Author) -> None:
    publish(key(), street="1 rue du Musée")
    draft(key(), by=author, street="2 rue neuve")

    live = amended(session)

    pending = revisions.pending(session(), key())
    assert live is not None
    assert pending is not None
    assert live.content["street"] == "1 rue du Musée"
    assert (pending.content["street"], pending.content["phone"]) == ("2 rue neuve", "05 63 22 12 91")
    assert (pending.state, pending.actor_id) == (State.DRAFT, author.actor_id)
    assert revisions.publish(session(), pending, by=author, now=LATER).content["street"] == "2 rue neuve"


def test_what_was_submitted_refused_or_planned_still_is(session: Db) -> None:
    publish(key(), street="1 rue du Musée")
    submitted = revisions.submit(session(), draft(key(), by=CLARA, street="2 rue neuve"), now=NOON)
    first = amended(session)
    kept = revisions.pending(session(), key())
    assert kept is not None
    assert (kept.state, kept.actor_id, kept.submitted_at) == (State.SUBMITTED, CLARA.actor_id, NOON)
    assert kept.id != submitted.id

    revisions.refuse(session(), kept, "Et les salles ?", by=DECIDER, now=NOON)
    revisions.amend(session(), key(), lambda c: {**c, "postcode": "81100"}, by=ALINE, now=LATER)
    refused = revisions.pending(session(), key())
    assert refused is not None
    assert (refused.state, refused.refusal_reason, refused.decided_by_id) == (
        State.REFUSED,
        "Et les salles ?",
        9,
    )

    planned = draft(key(), by=CLARA, street="3 rue neuve")
    revisions.schedule(session(), planned, NOON + timedelta(days=2), by=DECIDER, now=NOON)
    revisions.amend(session(), key(), lambda c: {**c, "email": "a@musee.example"}, by=ALINE, now=LATER)
    waiting = revisions.pending(session(), key())
    assert first is not None
    assert waiting is not None
    assert (waiting.state, waiting.go_live_at) == (State.SCHEDULED, NOON + timedelta(days=2))
    assert (waiting.content["street"], waiting.content["email"]) == ("3 rue neuve", "a@musee.example")


def test_what_was_planned_for_an_instant_that_has_come_is_changed_and_not_undone(session: Db) -> None:
    publish(key(), street="1 rue du Musée")
    revisions.schedule(session(), draft(key(), street="2 rue neuve"), LATER, by=ALINE, now=NOON)

    live = amended(session, now=LATER + timedelta(minutes=1))

    assert live is not None
    assert (live.content["street"], live.content["phone"]) == ("2 rue neuve", "05 63 22 12 91")
    assert revisions.pending(session(), key()) is None


def test_a_change_of_what_is_live_only_leaves_the_draft_as_it_is(session: Db) -> None:
    publish(key(), street="1 rue du Musée")
    draft(key(), by=BERNAT, street="2 rue neuve")

    revisions.amend(session(), key(), with_phone, by=ALINE, now=LATER, also_waiting=False)

    pending = revisions.pending(session(), key())
    assert pending is not None
    assert (pending.content["street"], pending.content["phone"]) == ("2 rue neuve", None)


def test_clara_proposes_upon_what_waits_and_not_upon_what_is_planned(session: Db) -> None:
    publish(key(), street="1 rue du Musée")
    draft(key(), by=BERNAT, street="2 rue neuve")

    proposed = revisions.propose(session(), key(), with_phone, by=CLARA, now=LATER)

    assert proposed is not None
    assert (proposed.state, proposed.content["street"]) == (State.SUBMITTED, "2 rue neuve")
    assert revisions.propose(session(), key(), with_phone, by=CLARA, now=LATER) is proposed
    revisions.schedule(session(), proposed, LATER + timedelta(days=1), by=ALINE, now=LATER)
    with pytest.raises(PlannedError):
        revisions.propose(session(), key(), lambda c: {**c, "postcode": "81100"}, by=CLARA, now=LATER)


@pytest.mark.parametrize("has_draft", [False, True])
def test_five_changes_at_the_same_moment_are_all_made(app: Flask, has_draft: bool) -> None:
    with everything(app) as session:
        goya = key()
        publish(goya, street="1 rue du Musée")
        if has_draft:
            draft(goya, by=CLARA, postcode="81100")
        session.commit()
    fields = ["phone", "email", "website", "place", "street"]

    def change(name: str) -> Revision | None:
        return revisions.amend(
            db.session(), goya, lambda content: {**content, name: f"nouveau {name}"}, by=ALINE, now=LATER
        )

    done = at_once(app, [lambda name=name: change(name) is not None for name in fields])

    with everything(app):
        head = revisions.head(db.session(), goya)
        assert done == [True] * len(fields)
        assert head.live is not None
        for text in [head.live, *([head.pending] if head.pending else [])]:
            assert all(text.content[name] == f"nouveau {name}" for name in fields)
        assert (head.pending is not None) is has_draft
        if head.pending is not None:
            assert (head.pending.content["postcode"], head.pending.actor_id) == ("81100", CLARA.actor_id)
