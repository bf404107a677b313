"""The content version grows with every public change, in its own transaction, and with nothing else."""

import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, scoped_session

from portal.db import Translated, content_version, db, has_unpublished_changes
from portal.domain import museums
from portal.domain.museums import Museum, MuseumProfile, MuseumTheme
from portal.domain.themes.models import DomainSpelling


def number(session: scoped_session[Session]) -> int:
    return content_version(session()).number


def test_a_change_of_a_museum_raises_it(session: scoped_session[Session]) -> None:
    before = number(session)
    session.scalars(select(Museum)).first().phone = "05 00 00 00 00"
    session.commit()

    assert number(session) == before + 1


@pytest.mark.parametrize(
    "change",
    [
        lambda session: session.add(MuseumProfile(museum_id=1, presentation=Translated("Un texte"))),
        lambda session: session.delete(session.scalars(select(MuseumTheme)).first()),
        lambda session: session.execute(update(Museum).values(phone=None)),
        lambda session: session.execute(delete(MuseumTheme)),
    ],
    ids=["new row", "deleted row", "bulk update", "bulk delete"],
)
def test_every_kind_of_public_change_raises_it_once(session: scoped_session[Session], change: object) -> None:
    before = number(session)
    change(session)
    session.scalars(select(Museum)).first().phone = "05 00 00 00 00"
    session.commit()

    assert number(session) == before + 1


def test_a_change_nobody_sees_leaves_it(session: scoped_session[Session]) -> None:
    before = number(session)
    session.scalars(select(Museum)).first().phone = session.scalars(select(Museum)).first().phone
    session.add(DomainSpelling(spelling="un domaine", theme_id=1))
    session.commit()

    assert number(session) == before


def test_a_change_undone_leaves_it(session: scoped_session[Session]) -> None:
    before = number(session)
    session.scalars(select(Museum)).first().phone = "05 00 00 00 00"
    session.flush()
    assert has_unpublished_changes(session())
    session.rollback()

    assert number(session) == before
    assert not has_unpublished_changes(session())


def test_a_savepoint_undone_does_not_swallow_the_next_change(session: scoped_session[Session]) -> None:
    before = number(session)
    savepoint = session.begin_nested()
    session.scalars(select(Museum)).first().phone = "05 00 00 00 00"
    session.flush()
    savepoint.rollback()
    session.scalars(select(Museum)).first().phone = "05 11 11 11 11"
    session.commit()

    assert number(session) == before + 1


def test_the_guide_follows_it(session: scoped_session[Session], app: Flask) -> None:
    first = museums.guide().museums[0]
    session.get_one(Museum, first.id).usage_name = Translated("Zzz, le dernier musée")
    session.commit()

    assert museums.guide().museums[-1].id == first.id


def test_a_guide_seen_before_the_commit_is_nobody_elses(session: scoped_session[Session], app: Flask) -> None:
    first = museums.guide().museums[0]
    session.get_one(Museum, first.id).usage_name = Translated("Zzz, un nom abandonné")
    assert museums.guide().museums[-1].id == first.id
    session.rollback()

    with app.app_context():
        db.session.info.update(session.info)
        assert museums.guide().museums[0].id == first.id
