"""Copies are made once, by whoever comes first, and tried again when a worker ended in the middle."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from portal.db import content_version
from portal.domain import media, revisions
from portal.domain.media import Picture, State, files
from portal.domain.museums import Museum
from portal.jobs import copies
from tests.cast import everything
from tests.pictures import photo

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SAID = {
    **media.BLANK,
    "alt": {"fr": "Une salle bleue.", "oc": None},
    "credit": "© A. Roux",
    "licence": "cc0",
    "consent": True,
}


@pytest.fixture
def sent(app: Flask) -> int:
    """A museum's photo, of which no copy is made yet; its number."""
    with everything(app) as session:
        museum_id = session.scalars(select(Museum.id).order_by(Museum.id)).first()
        received = files.receive(app.extensions["files"], museum_id, "a.jpg", photo())
        return files.add(session(), museum_id, received, by_id=None, now=NOW).id


def run(app: Flask, now: datetime = NOW) -> int:
    with app.app_context():
        return copies.make_due(now)


def state(app: Flask, id_: int) -> tuple[State, list[str], str | None]:
    with everything(app) as session:
        picture = session.get(Picture, id_)
        return picture.state, picture.sets, picture.wanted


def publish(app: Flask, id_: int, focal: list[int]) -> int:
    """Publish the photo with a point of interest; return the content version."""
    with everything(app) as session:
        picture = session.get(Picture, id_)
        key = media.key(picture.museum_id)
        text = media.checked({"order": [id_], "photos": {str(id_): SAID | {"focal": focal}}}, {id_: "a.jpg"})
        by, seen = revisions.Author(None), revisions.head(session(), key).version
        kept = revisions.save_draft(session(), key, text, seen=seen, by=by, now=NOW)
        revisions.publish(session(), kept, by=by, now=NOW)
        return number(session())


def number(session: object) -> int:
    return content_version(session).number


def test_copies_are_made_once(app: Flask, sent: int) -> None:
    assert state(app, sent) == (State.WAITING, [], "50-50")
    assert run(app) == 1
    assert state(app, sent) == (State.MADE, ["entire", "50-50"], None)
    assert run(app) == 0


def test_another_point_of_interest_makes_its_own_and_the_public_sees_the_old_ones_meanwhile(
    app: Flask, sent: int
) -> None:
    run(app)
    before = publish(app, sent, [20, 60])
    with everything(app) as session:
        museum_id = session.get(Picture, sent).museum_id
        [meanwhile] = media.shown()[museum_id]
    assert run(app) == 1
    with everything(app) as session:
        [after] = media.shown()[museum_id]
        assert number(session()) > before  # what is remembered of the page is read again

    assert (meanwhile.focal_set, after.focal_set) == ("50-50", "20-60")
    assert state(app, sent) == (State.MADE, ["entire", "50-50", "20-60"], None)


def test_a_worker_that_ended_in_the_middle_is_waited_for_then_replaced_and_not_for_ever(
    app: Flask, sent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """What the operating system does to a process."""

    def end(*_args: object) -> None:
        raise Killed

    now = NOW
    with monkeypatch.context() as patched:
        patched.setattr(copies, "_write", end)
        for _try in range(files.MOST_TRIES):
            with pytest.raises(Killed):
                run(app, now)
            assert run(app, now + timedelta(minutes=1)) == 0
            now += timedelta(minutes=11)
    assert state(app, sent)[0] is State.WAITING
    run(app, now)
    assert state(app, sent) == (State.FAILED, [], None)


def test_a_full_disk_is_tried_again(app: Flask, sent: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(copies, "_write", full)
        assert run(app) == 0
    assert run(app, NOW + timedelta(minutes=11)) == 1


def test_an_original_that_is_gone_is_said_and_not_waited_for(app: Flask, sent: int) -> None:
    with everything(app) as session:
        app.extensions["files"].delete(session.get(Picture, sent).original)

    assert run(app) == 0
    assert state(app, sent) == (State.FAILED, [], None)
