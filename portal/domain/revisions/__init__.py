"""What museums write, by block: every text kept, one version at a time, and the public shown what is published."""

from portal.domain.revisions.amending import amend, join, propose
from portal.domain.revisions.blocks import Block, Snapshot, block_of, kinds_with_prose, register
from portal.domain.revisions.deciding import discard_draft, publish, refuse, schedule, submit, withdraw
from portal.domain.revisions.difference import Change, Span, difference, flat, words_difference
from portal.domain.revisions.due import Applied, apply_due
from portal.domain.revisions.errors import ConflictError, NotPendingError, PastInstantError, PlannedError
from portal.domain.revisions.followers import Written, follow
from portal.domain.revisions.heads import hold_all
from portal.domain.revisions.models import (
    DEMONSTRATION,
    WHOLE_MUSEUM,
    Author,
    ContentBlock,
    Key,
    Revision,
    State,
)
from portal.domain.revisions.prose import Prose
from portal.domain.revisions.queries import Head, all_heads, at, find, head, history, live, pending, waiting
from portal.domain.revisions.writing import restore, save_draft

__all__ = [
    "DEMONSTRATION",
    "WHOLE_MUSEUM",
    "Applied",
    "Author",
    "Block",
    "Change",
    "ConflictError",
    "ContentBlock",
    "Head",
    "Key",
    "NotPendingError",
    "PastInstantError",
    "PlannedError",
    "Prose",
    "Revision",
    "Snapshot",
    "Span",
    "State",
    "Written",
    "all_heads",
    "amend",
    "apply_due",
    "at",
    "block_of",
    "difference",
    "discard_draft",
    "find",
    "flat",
    "follow",
    "head",
    "history",
    "hold_all",
    "join",
    "kinds_with_prose",
    "live",
    "pending",
    "propose",
    "publish",
    "refuse",
    "register",
    "restore",
    "save_draft",
    "schedule",
    "submit",
    "waiting",
    "withdraw",
    "words_difference",
]
