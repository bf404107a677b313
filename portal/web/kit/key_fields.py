"""The hidden field by which a form sent twice makes one thing (double press, browser going back)."""

import re
from datetime import datetime
from typing import Any

from wtforms import HiddenField
from wtforms.validators import ValidationError

from portal.domain import revisions
from portal.web.kit.messages import _

_KEY = re.compile(r"[\w-]{16,40}", re.ASCII)


class KeyField(HiddenField):  # type: ignore[misc]  # WTForms ships no types
    """A key of its own for each form shown."""

    data: str
    came = False
    """Whether the key came with the form."""

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        """Take the key that came, or make one for a form about to be shown."""
        super().process(formdata, *args, **kwargs)
        self.came = bool(self.data)
        self.data = self.data or revisions.new_key()

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Refuse a form without its key, and give it one for the next time."""
        super().post_validate(form, validation_stopped)
        if not self.came or not _KEY.fullmatch(self.data):
            self.data = revisions.new_key()
            raise ValidationError(_("Ce formulaire était incomplet. Relisez-le, puis envoyez de nouveau."))

    def is_first(self, user_id: int, now: datetime) -> bool:
        """Return whether this form comes for the first time."""
        first, _location = revisions.claim(self.data, user_id, now)
        return first
