"""A museum writes by block: drafts beside what the public reads, every text kept."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from portal.db import Translated, content_version, db
from portal.domain import museums, revisions, search
from portal.domain.museums import MuseumProfile, profile
from portal.domain.revisions import ConflictError, NotPendingError, PlannedError, Revision, State
from tests.domain.revisions.desk import (
    ALINE,
    BERNAT,
    DENIS,
    NOON,
    draft,
    key,
    museum,
    publish,
    texts,
    written,
)

Db = scoped_session[Session]


def states(of: revisions.Key) -> list[tuple[int, State]]:
    return [(each.number, each.state) for each in revisions.history(db.session(), of.museum_id, of.kind)]


def test_nothing_written_is_version_nought(session: Db) -> None:
    found = revisions.head(session(), key())

    assert (found.version, found.live, found.pending) == (0, None, None)
    assert found.snapshot["presentation"] == texts(None)


def test_a_draft_stays_unseen(session: Db) -> None:
    draft(key(), presentation=texts("Goya, en entier."))
    session.commit()

    assert museum().presentation is None
    assert revisions.pending(session(), key()).snapshot["presentation"] == texts("Goya, en entier.")


def test_publishing_writes_the_page_the_search_and_the_version(session: Db) -> None:
    before = content_version(session()).number
    publish(key(), usage_name=texts("Le grand Goya", "Lo grand Goya"), postcode="81999", place="Évêché")
    session.commit()

    assert content_version(session()).number > before
    assert museum().name == Translated("Le grand Goya", "Lo grand Goya")
    assert (museum().shown_place, museum().shown_postcode) == ("Évêché", "81999")
    assert museum().updated_at == NOON
    assert museums.guide().by_identity[museum().museofile_id].name.fr == "Le grand Goya"
    assert search.museum_ids("81999") == search.museum_ids("grand Goya") == (museum().id,)


def test_what_stood_before_the_first_revision_becomes_the_first(session: Db) -> None:
    session.add(MuseumProfile(museum_id=museum().id, phone="05 63 00 00 00"))
    session.flush()
    publish(key(), phone="05 63 11 11 11")

    first = revisions.history(session(), museum().id, "profile")[-1]
    assert (first.number, first.state, first.actor_id, first.channel) == (1, State.ARCHIVED, None, "register")
    assert first.snapshot["phone"] == "05 63 00 00 00"
    assert revisions.live(session(), key()).base_number == 1


def test_live_and_pending_stand_side_by_side(session: Db) -> None:
    publish(key(), phone="05 63 11 11 11")
    draft(key(), BERNAT, phone="05 63 22 22 22")

    found = revisions.head(session(), key())
    assert (found.live.snapshot["phone"], found.pending.snapshot["phone"]) == (
        "05 63 11 11 11",
        "05 63 22 22 22",
    )
    assert museum().shown_phone == "05 63 11 11 11"


def test_an_author_writes_over_their_own_draft_only(session: Db) -> None:
    draft(key(), phone="05 63 11 11 11")
    draft(key(), phone="05 63 22 22 22")
    draft(key(), BERNAT, phone="05 63 33 33 33")

    assert states(key()) == [(3, State.DRAFT), (2, State.ARCHIVED)]


def test_an_unchanged_text_makes_no_revision(session: Db) -> None:
    published = publish(key(), phone="05 63 11 11 11")
    stamp = content_version(session()).number
    again = publish(key(), BERNAT)

    assert again.id == published.id
    assert content_version(session()).number == stamp
    assert states(key()) == [(1, State.LIVE)]


def test_an_empty_form_of_an_empty_block_makes_no_revision(session: Db) -> None:
    of = key()

    assert revisions.save_draft(session(), of, written(of), seen=0, by=ALINE, now=NOON) is None
    assert session.scalar(select(func.count(Revision.id))) == 0


def test_a_draft_written_back_to_what_is_live_goes_away(session: Db) -> None:
    published = publish(key(), phone="05 63 11 11 11")
    draft(key(), phone="05 63 22 22 22")

    assert publish(key(), phone="05 63 11 11 11").id == published.id
    assert revisions.pending(session(), key()) is None


def test_two_editors_the_second_is_told_with_both_texts(session: Db) -> None:
    of = key()
    publish(of, presentation=texts("Un musée."))
    seen = revisions.head(session(), of).version
    publish(of, BERNAT, presentation=texts("Un grand musée."))
    mine = written(of, presentation=texts("Un vieux musée."))

    with pytest.raises(ConflictError) as told:
        revisions.save_draft(session(), of, mine, seen=seen, by=ALINE, now=NOON)

    assert told.value.theirs.actor_id == BERNAT.actor_id
    assert told.value.theirs.snapshot["presentation"] == texts("Un grand musée.")
    assert told.value.yours == mine
    assert told.value.base["presentation"] == texts("Un musée.")
    kept = revisions.save_draft(session(), of, mine, seen=told.value.version, by=ALINE, now=NOON)
    assert kept.number == told.value.version + 1


def test_an_old_text_comes_back_as_a_new_revision(session: Db) -> None:
    first = publish(key(), presentation=texts("Le premier texte."))
    publish(key(), presentation=texts("Le second."))
    seen = revisions.head(session(), key()).version

    again = revisions.restore(session(), first, seen=seen, by=BERNAT, now=NOON)
    revisions.publish(session(), again, by=BERNAT, now=NOON)

    assert museum().presentation == Translated("Le premier texte.")
    assert states(key()) == [(3, State.LIVE), (2, State.ARCHIVED), (1, State.ARCHIVED)]


def test_a_refused_text_keeps_its_reason_and_is_written_anew(session: Db) -> None:
    submitted = revisions.submit(session(), draft(key(), phone="05 63 11 11 11"), now=NOON)
    assert [each.id for each in revisions.waiting(session())] == [submitted.id]
    refused = revisions.refuse(session(), submitted, "Ce numéro sonne ailleurs.", by=DENIS, now=NOON)

    assert revisions.pending(session(), key()).refusal_reason == "Ce numéro sonne ailleurs."
    with pytest.raises(NotPendingError):
        revisions.publish(session(), refused, by=DENIS, now=NOON)
    draft(key(), phone="05 63 22 22 22")
    assert states(key()) == [(2, State.DRAFT), (1, State.REFUSED)]


def test_a_text_replaced_meanwhile_is_not_published(session: Db) -> None:
    submitted = revisions.submit(session(), draft(key(), phone="05 63 11 11 11"), now=NOON)
    draft(key(), BERNAT, phone="05 63 22 22 22")

    with pytest.raises(NotPendingError):
        revisions.publish(session(), submitted, by=DENIS, now=NOON)


def test_a_discarded_draft_leaves_what_is_live(session: Db) -> None:
    publish(key(), phone="05 63 11 11 11")
    seen = revisions.head(session(), key()).version
    revisions.discard_draft(session(), draft(key(), phone="05 63 22 22 22"), now=NOON)

    assert revisions.head(session(), key()).snapshot["phone"] == "05 63 11 11 11"
    with pytest.raises(ConflictError):
        revisions.save_draft(session(), key(), written(key(), phone=None), seen=seen + 1, by=BERNAT, now=NOON)


def test_a_planned_publication_is_withdrawn_before_another_text(session: Db) -> None:
    planned = draft(key(), phone="05 63 11 11 11")
    revisions.schedule(session(), planned, NOON.replace(month=11), by=ALINE, now=NOON)

    with pytest.raises(PlannedError):
        draft(key(), phone="05 63 22 22 22")
    session.rollback()


def test_a_text_of_another_age_comes_back_with_the_fields_of_today(session: Db) -> None:
    first = publish(key(), phone="05 63 11 11 11")
    first.snapshot = {"phone": "05 63 11 11 11", "fax": "05 63 11 11 12"}
    publish(key(), phone="05 63 22 22 22")
    seen = revisions.head(session(), key()).version

    again = revisions.restore(session(), first, seen=seen, by=BERNAT, now=NOON)
    revisions.publish(session(), again, by=BERNAT, now=NOON)

    assert museum().shown_phone == "05 63 11 11 11"
    assert again.snapshot == {**profile.BLOCK.blank, "phone": "05 63 11 11 11"}
