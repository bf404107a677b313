"""The links that museums wrote: which there are, and how each stands."""

from portal.domain.links.checking import Outcome, claim_next, conclude, prepare
from portal.domain.links.collecting import REGISTER, Found, addresses_in, everywhere, of_museum, replaced
from portal.domain.links.models import LinkCheck, Standing
from portal.domain.links.standing import Known, known, standings

__all__ = [
    "REGISTER",
    "Found",
    "Known",
    "LinkCheck",
    "Outcome",
    "Standing",
    "addresses_in",
    "claim_next",
    "conclude",
    "everywhere",
    "known",
    "of_museum",
    "prepare",
    "replaced",
    "standings",
]
