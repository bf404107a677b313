"""The small forms of the screen: the version it was written on, and why a proposal goes back."""

from portal.web.kit.fields import LongTextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _l
from portal.web.kit.versions import VersionedForm


class PricesForm(VersionedForm):
    """The version of the block; the rest of the screen is read by `posted`."""


class RefusalForm(BaseForm):
    """Why a proposal is sent back."""

    reason = LongTextField(_l("Que faut-il reprendre ?"), longest=600)
