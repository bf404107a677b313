"""Forms that make something: sent twice, they make it once and lead to the same place."""

import re
import secrets
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session
from wtforms import HiddenField

from portal.db import once as keys
from portal.web.kit.forms import BaseForm

_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}", re.ASCII)


class CreateForm(BaseForm):
    """A form that makes something: it carries a key of its own, drawn when it is shown."""

    once = HiddenField(default=lambda: secrets.token_urlsafe(24))


def made_once(
    session: Session, form: CreateForm, user_id: int, now: datetime, make: Callable[[], str]
) -> str:
    """Return the address that sending the form leads to; only its first sending calls `make`, which returns it."""
    key = form.once.data or ""
    if not _KEY.fullmatch(key):  # no form of ours: nothing to remember it by
        return make()
    before = keys.once(session, key, user_id, now)
    if before is not None:
        return before
    location = make()
    keys.led_to(session, key, user_id, location)
    return location
