"""The database floor: one SQLAlchemy object, the base of every table, and the guard between museums."""

from flask import Flask

from portal.db import tenancy_statements  # noqa: F401 - its listeners guard every session
from portal.db.base import Model, db
from portal.db.claims import insert_or_nothing, rows_changed
from portal.db.due import due_at_most, due_source, plan_next
from portal.db.engine import prepare, writing
from portal.db.instants import Instant
from portal.db.once import IdempotencyKey
from portal.db.preview import Preview, preview_of, previewing, reads_alone
from portal.db.remembered import Remembered
from portal.db.scope import DOORS, NOTHING, READ_EVERYTHING, WRITE_EVERYTHING, Scope, of_museum
from portal.db.tenancy import Door, MuseumOwned, TenancyError, enter, guard, refuse_others, scope_of, within
from portal.db.tenancy_rows import Tenant
from portal.db.translated import Language, Translated, TranslatedText
from portal.db.version import (
    ContentVersion,
    PublicContent,
    VersionStamp,
    content_version,
    has_unpublished_changes,
    hold_content_version,
    mark_demonstration,
    raise_content_version,
)

__all__ = [
    "DOORS",
    "NOTHING",
    "READ_EVERYTHING",
    "WRITE_EVERYTHING",
    "ContentVersion",
    "Door",
    "IdempotencyKey",
    "Instant",
    "Language",
    "Model",
    "MuseumOwned",
    "Preview",
    "PublicContent",
    "Remembered",
    "Scope",
    "TenancyError",
    "Tenant",
    "Translated",
    "TranslatedText",
    "VersionStamp",
    "content_version",
    "db",
    "due_at_most",
    "due_source",
    "enter",
    "guard",
    "has_unpublished_changes",
    "hold_content_version",
    "init_app",
    "insert_or_nothing",
    "mark_demonstration",
    "of_museum",
    "plan_next",
    "prepare",
    "preview_of",
    "previewing",
    "raise_content_version",
    "reads_alone",
    "refuse_others",
    "rows_changed",
    "scope_of",
    "within",
    "writing",
]


def init_app(app: Flask) -> None:
    """Open the database for the application, with its connections prepared and guarded."""
    db.init_app(app)
    with app.app_context():
        prepare(db.engine)
        guard(db.engine)
