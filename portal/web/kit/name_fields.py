"""The field for a person's name: letters and what stands between them."""

import re
from typing import Any

from wtforms.validators import ValidationError

from portal.domain.accounts import profile
from portal.web.kit.fields import TextField, filled
from portal.web.kit.messages import _, _l

_NAME = re.compile(r"(?=.*[^\W\d_])[\w .,'’()·&/-]+")


class NameField(TextField):
    """A person's name; required, since a team knows its people."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        super().__init__(label, (filled(_l("Écrivez un nom.")),), longest=profile.LONGEST_NAME, **kwargs)

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Check that it reads as a name."""
        super().post_validate(form, validation_stopped)
        if not validation_stopped and self.data and not _NAME.fullmatch(self.data):
            raise ValidationError(_("Écrivez le nom avec des lettres, comme sur une carte de visite."))
