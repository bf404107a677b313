"""Access and practical facts: what museums say of them, and what holds on any day."""

from portal.domain.access.advice import (
    Advice,
    AdviceKind,
    advice,
    answered,
    ended,
    practical_advice,
    practical_answered,
)
from portal.domain.access.blocks import (
    ACCESS,
    OUTAGES,
    PRACTICAL,
    confirm,
    key,
    outages_key,
    practical_key,
)
from portal.domain.access.checking import checked_access, checked_end, checked_outage, checked_practical
from portal.domain.access.errors import AccessRefusedError
from portal.domain.access.facts import (
    FACTS_OF,
    FAMILY_OF,
    LIMITED_BY_WORDS,
    NEED_OF,
    NEEDS_OF,
    Comfort,
    Fact,
    Family,
    Measure,
    Need,
)
from portal.domain.access.finding import Found, reachable, sheltering
from portal.domain.access.live import Kept, of, of_many
from portal.domain.access.models import MuseumAccess
from portal.domain.access.outages import announcing, mending, prolonging
from portal.domain.access.rows import Access, Mark, Origin, Outage, Practical, Source, Told
from portal.domain.access.standing import (
    FamilyStanding,
    Standing,
    State,
    family_state,
    sheltered,
    standing,
    standings,
)

__all__ = [
    "ACCESS",
    "FACTS_OF",
    "FAMILY_OF",
    "LIMITED_BY_WORDS",
    "NEEDS_OF",
    "NEED_OF",
    "OUTAGES",
    "PRACTICAL",
    "Access",
    "AccessRefusedError",
    "Advice",
    "AdviceKind",
    "Comfort",
    "Fact",
    "Family",
    "FamilyStanding",
    "Found",
    "Kept",
    "Mark",
    "Measure",
    "MuseumAccess",
    "Need",
    "Origin",
    "Outage",
    "Practical",
    "Source",
    "Standing",
    "State",
    "Told",
    "advice",
    "announcing",
    "answered",
    "checked_access",
    "checked_end",
    "checked_outage",
    "checked_practical",
    "confirm",
    "ended",
    "family_state",
    "key",
    "mending",
    "of",
    "of_many",
    "outages_key",
    "practical_advice",
    "practical_answered",
    "practical_key",
    "prolonging",
    "reachable",
    "sheltered",
    "sheltering",
    "standing",
    "standings",
]
