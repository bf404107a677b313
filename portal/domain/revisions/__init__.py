"""Block revisions: the ground of what museums write. Live tables are their projection, written only by publishing."""

from portal.domain.revisions.actions import (
    Author,
    ConflictError,
    NotPendingError,
    Place,
    accept,
    apply_due,
    discard,
    head,
    publish,
    refuse,
    save_draft,
    schedule,
    submit,
)
from portal.domain.revisions.blocks import Block, Snapshot, UnknownBlockError, register
from portal.domain.revisions.difference import Part, difference
from portal.domain.revisions.idempotency import answered, claim, forget_old_keys, new_key
from portal.domain.revisions.models import THE_MUSEUM, ContentBlock, IdempotencyKey, Revision, State
from portal.domain.revisions.queries import history, live, pending, version, waiting

__all__ = [
    "THE_MUSEUM",
    "Author",
    "Block",
    "ConflictError",
    "ContentBlock",
    "IdempotencyKey",
    "NotPendingError",
    "Part",
    "Place",
    "Revision",
    "Snapshot",
    "State",
    "UnknownBlockError",
    "accept",
    "answered",
    "apply_due",
    "claim",
    "difference",
    "discard",
    "forget_old_keys",
    "head",
    "history",
    "live",
    "new_key",
    "pending",
    "publish",
    "refuse",
    "register",
    "save_draft",
    "schedule",
    "submit",
    "version",
    "waiting",
]
