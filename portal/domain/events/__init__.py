"""Events: what museums hold, and when; an event is what, a date is when."""

from portal.domain.events.block import EVENTS, KIND, begin, key
from portal.domain.events.changing import Reach
from portal.domain.events.checking import checked
from portal.domain.events.errors import EventRefusedError
from portal.domain.events.finding import Asked
from portal.domain.events.live import Dated, Shown
from portal.domain.events.models import Event, EventDate, EventDecline, EventPartner
from portal.domain.events.snapshots import event_of, snapshot_of
from portal.domain.museums.profile import FrenchMissingError

__all__ = [
    "EVENTS",
    "KIND",
    "Asked",
    "Dated",
    "Event",
    "EventDate",
    "EventDecline",
    "EventPartner",
    "EventRefusedError",
    "FrenchMissingError",
    "Reach",
    "Shown",
    "begin",
    "checked",
    "event_of",
    "key",
    "snapshot_of",
]
