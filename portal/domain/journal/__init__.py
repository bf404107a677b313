"""The journal: who did what to which museum, from where, before and after."""

from portal.domain.journal.actions import record, record_all
from portal.domain.journal.chain import Break
from portal.domain.journal.models import AuditEvent, JournalHead
from portal.domain.journal.queries import (
    Wanted,
    actions,
    count,
    last_digest,
    length,
    lines,
    of_person,
    verify,
)

__all__ = [
    "AuditEvent",
    "Break",
    "JournalHead",
    "Wanted",
    "actions",
    "count",
    "last_digest",
    "length",
    "lines",
    "of_person",
    "record",
    "record_all",
    "verify",
]
