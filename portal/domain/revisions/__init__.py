"""What museums write, by block: every text kept, one version at a time, and the public shown what is published."""

from portal.domain.revisions.amending import amend, propose
from portal.domain.revisions.blocks import Block, Snapshot, block_of, register
from portal.domain.revisions.deciding import discard_draft, publish, refuse, schedule, submit, withdraw
from portal.domain.revisions.decisions import Decision, Outcome
from portal.domain.revisions.decisions import taken as decisions_taken
from portal.domain.revisions.difference import Change, Span, difference, flat, with_fields, words_difference
from portal.domain.revisions.due import Applied, apply_due
from portal.domain.revisions.errors import (
    ChangedError,
    ConflictError,
    NotPendingError,
    PastInstantError,
    PlannedError,
    ReviewedFirstError,
    UrgentKindError,
)
from portal.domain.revisions.models import (
    DEMONSTRATION,
    WHOLE_MUSEUM,
    Author,
    ContentBlock,
    Key,
    Review,
    Revision,
    State,
)
from portal.domain.revisions.policies import (
    Policy,
    all_policies,
    may_publish,
    policies_of,
    policy_of,
    set_policy,
)
from portal.domain.revisions.queries import Head, at, find, head, history, live, pending, waiting
from portal.domain.revisions.reviewing import accept, accept_part, look, revert, send_back
from portal.domain.revisions.unread import Unread, count_to_read, is_to_be_read, last_read, to_read
from portal.domain.revisions.writing import restore, save_draft, take_up

__all__ = [
    "DEMONSTRATION",
    "WHOLE_MUSEUM",
    "Applied",
    "Author",
    "Block",
    "Change",
    "ChangedError",
    "ConflictError",
    "ContentBlock",
    "Decision",
    "Head",
    "Key",
    "NotPendingError",
    "Outcome",
    "PastInstantError",
    "PlannedError",
    "Policy",
    "Review",
    "ReviewedFirstError",
    "Revision",
    "Snapshot",
    "Span",
    "State",
    "Unread",
    "UrgentKindError",
    "accept",
    "accept_part",
    "all_policies",
    "amend",
    "apply_due",
    "at",
    "block_of",
    "count_to_read",
    "decisions_taken",
    "difference",
    "discard_draft",
    "find",
    "flat",
    "head",
    "history",
    "is_to_be_read",
    "last_read",
    "live",
    "look",
    "may_publish",
    "pending",
    "policies_of",
    "policy_of",
    "propose",
    "publish",
    "refuse",
    "register",
    "restore",
    "revert",
    "save_draft",
    "schedule",
    "send_back",
    "set_policy",
    "submit",
    "take_up",
    "to_read",
    "waiting",
    "with_fields",
    "withdraw",
    "words_difference",
]
