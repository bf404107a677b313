"""Forms of a block: they say which version of it they show, and settle what two people wrote at once.

A room saves what `wanted` returns, and answers a `ConflictError` with `conflicts.answer`.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from sqlalchemy.orm import Session
from wtforms import HiddenField

from portal.domain import revisions
from portal.domain.revisions import ConflictError, Key, Snapshot
from portal.web.kit.forms import BaseForm

CHOICE = "choix-"
"""Before the name of a field, the parameter that says whose text to keep: `theirs`, `yours` or `both`."""
BOTH = "deux-"
"""Before the name of a field, the text that holds both."""

_MOST = 2**31 - 1


class VersionedForm(BaseForm):
    """A form of a block, made with `version=head.version`."""

    version = HiddenField()

    @property
    def seen(self) -> int:
        """The version this form was written on."""
        return version_of(self.version.data)


def version_of(typed: str | None) -> int:
    """Return the version that a hidden field says; one that never was, where it says nothing sensible."""
    said = str(typed or "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 11 and int(said) <= _MOST else -1


def wanted(
    session: Session,
    key: Key,
    seen: int,
    yours: Snapshot,
    posted: Mapping[str, str],
    *,
    read: Callable[[str, str | None], Any] = lambda _field, typed: typed,
) -> Snapshot:
    """Return what is to be saved: what was typed, or field by field what was chosen between two texts.

    Raise `ConflictError` again while a field waits for its choice. What was written for both is as typed, or as
    `read` makes it of a field and its text: the domain checks what this returns.
    """
    if not any(name.startswith(CHOICE) for name in posted):
        return yours
    theirs = revisions.at(session, key, seen)
    merged, undecided = deepcopy(yours), False
    for change in revisions.difference(theirs, yours):
        choice = posted.get(CHOICE + change.field)
        if choice == "theirs":
            _put(merged, change.field, change.before)
        elif choice == "both":
            _put(merged, change.field, read(change.field, posted.get(BOTH + change.field)))
        elif choice != "yours":
            undecided = True
    if undecided:
        now = revisions.head(session, key)
        raise ConflictError(now.latest, yours, theirs, now.version)
    return merged


def _put(snapshot: dict[str, Any], field: str, value: Any) -> None:
    *groups, last = field.split(".")
    for group in groups:
        snapshot = snapshot.setdefault(group, {})
    snapshot[last] = value
