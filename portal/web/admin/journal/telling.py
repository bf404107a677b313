"""What a line says changed: each value before and after, in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.domain.accounts import AssociationRole, MuseumRole, Role
from portal.domain.journal import AuditEvent
from portal.web.admin import moments
from portal.web.admin.journal import words
from portal.web.kit import labels
from portal.web.kit.messages import _


@dataclass(frozen=True)
class Change:
    """One value, before and after; nothing where it did not exist."""

    name: str
    before: str
    after: str


def changes(event: AuditEvent) -> list[Change]:
    """Return what a line says changed."""
    before, after = _named(event.before), _named(event.after)
    return [
        Change(
            str(words.FIELDS.get(name, name)),
            _said(name, before.get(name)),
            _said(name, after.get(name)),
        )
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name)
    ]


def _named(told: Any) -> Mapping[str, Any]:
    if told is None:
        return {}
    return told if isinstance(told, dict) else {"": told}


def _said(name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("oui") if value else _("non")
    if isinstance(value, str):
        return _said_text(name, value)
    return str(value) if isinstance(value, int | float) else json.dumps(value, ensure_ascii=False)


def _said_text(name: str, value: str) -> str:
    if name == "until":
        return moments.moment(datetime.fromisoformat(value))
    role = _role(value) if name == "role" else None
    return str(labels.role_name(role) if role else words.VALUES.get(value, value))


def _role(value: str) -> Role | None:
    every: list[Role] = [*MuseumRole, *AssociationRole]
    return next((role for role in every if role.value == value), None)
