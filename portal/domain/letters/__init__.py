"""Letters: written with the change they tell of, sent once it is kept, tried again when nobody answers."""

from portal.domain.letters.actions import (
    Outcome,
    claim_next,
    conclude,
    forget_person,
    forget_sent,
    forget_strangers,
    post,
    record_bounce,
    send_again,
)
from portal.domain.letters.models import Letter, State
from portal.domain.letters.queries import by_id, count, counts, of_person, page
from portal.domain.letters.veil import veiled

__all__ = [
    "Letter",
    "Outcome",
    "State",
    "by_id",
    "claim_next",
    "conclude",
    "count",
    "counts",
    "forget_person",
    "forget_sent",
    "forget_strangers",
    "of_person",
    "page",
    "post",
    "record_bounce",
    "send_again",
    "veiled",
]
