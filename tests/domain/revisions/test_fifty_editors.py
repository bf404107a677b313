"""Fifty people save the same block at once: one is saved, forty-nine are told with their text in hand."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask

from portal.db import WRITE_EVERYTHING, db, enter, of_museum, writing
from portal.domain import revisions
from portal.domain.museums import MuseumProfile
from portal.domain.revisions import Author, ConflictError
from tests.domain.revisions.desk import NOON, key, publish, written


def nothing() -> None:
    """Leave the block as the register gives it."""


def profile_before_revisions() -> None:
    db.session.add(MuseumProfile(museum_id=key().museum_id, phone="05 63 99 99 99"))


def published_text() -> None:
    publish(key(), phone="05 63 99 99 99")


@pytest.mark.parametrize("before", [nothing, profile_before_revisions, published_text])
def test_one_wins_and_forty_nine_are_told(app: Flask, before: Callable[[], None]) -> None:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        of = key()
        before()
        db.session.commit()
        seen, text = revisions.head(db.session(), of).version, written(of)
    ready = Barrier(50, timeout=30)

    def save(number: int) -> ConflictError | None:
        mine = {**text, "phone": f"05 63 00 00 {number:02}"}
        with app.app_context():
            ready.wait()
            with writing():
                enter(db.session(), of_museum(of.museum_id))
                try:
                    kept = revisions.save_draft(
                        db.session(), of, mine, seen=seen, by=Author(number), now=NOON
                    )
                    revisions.publish(db.session(), kept, by=Author(number), now=NOON)
                    db.session.commit()
                except ConflictError as told:
                    db.session.expunge_all()
                    db.session.rollback()
                    return told
        return None

    with ThreadPoolExecutor(50) as editors:
        outcomes = list(editors.map(save, range(50)))

    [winner] = [number for number, told in enumerate(outcomes) if told is None]
    for number, told in enumerate(outcomes):
        if told is not None:
            assert told.yours["phone"] == f"05 63 00 00 {number:02}"
            assert (told.theirs.actor_id, told.version) == (winner, seen + 1)
            assert told.theirs.snapshot["phone"] == f"05 63 00 00 {winner:02}"
