"""The cast at their desks: what the tests of revisions say in one word."""

from datetime import UTC, datetime

from sqlalchemy import select

from portal.db import db
from portal.domain import revisions
from portal.domain.museums import Museum, profile
from portal.domain.revisions import Author, Key, Revision, Snapshot

NOON = datetime(2026, 10, 1, 10, 0, tzinfo=UTC)
ALINE, BERNAT, DENIS = Author(1), Author(2), Author(4, on_behalf_of_id=1)
INGRES, GOYA = "musee-ingres-bourdelle", "musee-goya"


def museum(slug: str = GOYA) -> Museum:
    return db.session.scalars(select(Museum).where(Museum.slug == slug)).one()


def key(slug: str = GOYA) -> Key:
    return profile.key(museum(slug).id)


def written(of: Key, **changes: object) -> Snapshot:
    return {**revisions.head(db.session(), of).snapshot, **changes}


def draft(of: Key, by: Author = ALINE, now: datetime = NOON, **changes: object) -> Revision:
    seen = revisions.head(db.session(), of).version
    kept = revisions.save_draft(db.session(), of, written(of, **changes), seen=seen, by=by, now=now)
    assert kept is not None
    return kept


def publish(of: Key, by: Author = ALINE, now: datetime = NOON, **changes: object) -> Revision:
    return revisions.publish(db.session(), draft(of, by, now, **changes), by=by, now=now)


def texts(fr: str | None, oc: str | None = None) -> dict[str, str | None]:
    return {"fr": fr, "oc": oc}
