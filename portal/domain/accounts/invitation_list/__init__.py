"""Inviting from a file: read with its limits first, checked line by line without writing, then sent at once."""

from portal.domain.accounts.invitation_list.checking import Good, Plan, check
from portal.domain.accounts.invitation_list.facts import (
    Encoding,
    Fault,
    Field,
    Line,
    NotAListError,
    Problem,
    Sheet,
)
from portal.domain.accounts.invitation_list.reading import (
    MAX_BYTES,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    read,
)
from portal.domain.accounts.invitation_list.sending import send

__all__ = [
    "MAX_BYTES",
    "MAX_CELL",
    "MAX_COLUMNS",
    "MAX_ROWS",
    "Encoding",
    "Fault",
    "Field",
    "Good",
    "Line",
    "NotAListError",
    "Plan",
    "Problem",
    "Sheet",
    "check",
    "read",
    "send",
]
