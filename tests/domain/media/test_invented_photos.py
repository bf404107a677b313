"""The invented photos: published, said to be invented, and gone without a trace unless a museum has written since."""

from datetime import UTC, datetime

from flask import Flask
from sqlalchemy import func, select

from portal.domain import media
from portal.domain.media import MuseumPictures, Picture, demonstration
from portal.domain.revisions import Revision
from tests.cast import everything

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def count(app: Flask, model: type) -> int:
    with everything(app) as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def test_they_come_once_and_go_with_all_they_brought(app: Flask) -> None:
    store = app.extensions["files"]
    with everything(app) as session:
        made = demonstration.make(store, NOW), demonstration.make(store, NOW)
        session.flush()
        originals = [picture.original for picture in session.scalars(select(Picture))]
        live = session.scalars(select(MuseumPictures)).all()
        said = [photo for row in live for photo in row.pictures["photos"].values()]
        assert all(store.exists(name) for name in originals)

    assert made == (4, 0)
    assert len(originals) == len(said) == 6
    assert {photo["credit"] for photo in said} == {"Dessin inventé pour la démonstration"}
    assert not any(media.missing(photo) for photo in said)
    with everything(app):
        assert demonstration.remove(store) == 4
    assert [count(app, model) for model in (Picture, MuseumPictures, Revision)] == [0, 0, 0]
    assert not any(store.exists(name) for name in originals)
