"""What museums write, by block: every text kept, one version at a time, and the public shown what is published."""

from portal.domain.revisions.amending import amend, join, propose
from portal.domain.revisions.binning import KEPT, binned, empty, put_back, reopen, retire
from portal.domain.revisions.blocks import Block, Snapshot, block_of, kinds_with_prose, register
from portal.domain.revisions.deciding import discard_draft, publish, refuse, schedule, submit, withdraw
from portal.domain.revisions.difference import Change, Span, abridged, difference, flat, words_difference
from portal.domain.revisions.due import Applied, apply_due
from portal.domain.revisions.ending import all_returning, returning, set_end
from portal.domain.revisions.errors import (
    ConflictError,
    EndBeforeStartError,
    NotPendingError,
    PastInstantError,
    PlannedError,
)
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
from portal.domain.revisions.queries import (
    Head,
    all_heads,
    at,
    find,
    head,
    heads_of,
    history,
    live,
    pending,
    waiting,
)
from portal.domain.revisions.writing import restore, save_draft

__all__ = [
    "DEMONSTRATION",
    "KEPT",
    "WHOLE_MUSEUM",
    "Applied",
    "Author",
    "Block",
    "Change",
    "ConflictError",
    "ContentBlock",
    "EndBeforeStartError",
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
    "abridged",
    "all_heads",
    "all_returning",
    "amend",
    "apply_due",
    "at",
    "binned",
    "block_of",
    "difference",
    "discard_draft",
    "empty",
    "find",
    "flat",
    "follow",
    "head",
    "heads_of",
    "history",
    "hold_all",
    "join",
    "kinds_with_prose",
    "live",
    "pending",
    "propose",
    "publish",
    "put_back",
    "refuse",
    "register",
    "reopen",
    "restore",
    "retire",
    "returning",
    "save_draft",
    "schedule",
    "set_end",
    "submit",
    "waiting",
    "withdraw",
    "words_difference",
]
