"""The small forms of the screen: the versions that it was written on, and why a proposal goes back."""

from wtforms import HiddenField

from portal.web.kit.fields import LongTextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _l
from portal.web.kit.versions import VersionedForm, version_of


class HoursForm(VersionedForm):
    """The versions of both blocks; the rest of the screen is read by `posted`."""

    exceptions_version = HiddenField()

    @property
    def both_seen(self) -> tuple[int, int]:
        """The versions that this form was written on."""
        return self.seen, version_of(self.exceptions_version.data)


class RefusalForm(BaseForm):
    """Why a proposal is sent back."""

    reason = LongTextField(_l("Que faut-il reprendre ?"), longest=600)
