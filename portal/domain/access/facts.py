"""What may be asked of a museum's access: six needs in the four families of the mark Tourisme & Handicap.

The facts are those of the acceslibre schema (schema.data.gouv.fr, MTES-MCT/acceslibre-schema), under our names.
"""

import enum
from collections.abc import Mapping


class Family(enum.Enum):
    """The families of the mark Tourisme & Handicap, as addresses write them."""

    MOTOR = "moteur"
    HEARING = "auditif"
    SIGHT = "visuel"
    MENTAL = "mental"


class Need(enum.Enum):
    """The six lines in which a museum's access is told, always all six."""

    WHEELCHAIR = "wheelchair"
    HEARING = "hearing"
    SIGN_LANGUAGE = "sign_language"
    SIGHT = "sight"
    COGNITIVE = "cognitive"
    ASSISTANCE_DOG = "assistance_dog"


class Fact(enum.Enum):
    """One question that is answered by yes or no, or that nobody has answered."""

    ENTRANCE = "entrance"
    """From the street to the desk without a step, or by a ramp."""
    ROOMS = "rooms"
    """Every room in a wheelchair."""
    RAMP = "ramp"
    LIFT = "lift"
    TOILETS = "toilets"
    PARKING_SPACE = "parking_space"
    """A parking space kept for people with a disability."""
    SEATS = "seats"
    WHEELCHAIR_LOAN = "wheelchair_loan"
    HEARING_LOOP = "hearing_loop"
    SUBTITLES = "subtitles"
    SIGN_VISITS = "sign_visits"
    SIGN_GUIDE = "sign_guide"
    AUDIO_DESCRIPTION = "audio_description"
    LARGE_PRINT = "large_print"
    BRAILLE = "braille"
    TACTILE = "tactile"
    """Works to touch, or a plan in relief."""
    EASY_TO_READ = "easy_to_read"
    PICTOGRAMS = "pictograms"
    CALM_HOURS = "calm_hours"
    TRAINED_STAFF = "trained_staff"
    DOG_ADMITTED = "dog_admitted"


NEEDS_OF: Mapping[Family, tuple[Need, ...]] = {
    Family.MOTOR: (Need.WHEELCHAIR,),
    Family.HEARING: (Need.HEARING, Need.SIGN_LANGUAGE),
    Family.SIGHT: (Need.SIGHT, Need.ASSISTANCE_DOG),
    Family.MENTAL: (Need.COGNITIVE,),
}
FACTS_OF: Mapping[Need, tuple[Fact, ...]] = {
    Need.WHEELCHAIR: (
        Fact.ENTRANCE,
        Fact.ROOMS,
        Fact.RAMP,
        Fact.LIFT,
        Fact.TOILETS,
        Fact.PARKING_SPACE,
        Fact.SEATS,
        Fact.WHEELCHAIR_LOAN,
    ),
    Need.HEARING: (Fact.HEARING_LOOP, Fact.SUBTITLES),
    Need.SIGN_LANGUAGE: (Fact.SIGN_VISITS, Fact.SIGN_GUIDE),
    Need.SIGHT: (Fact.AUDIO_DESCRIPTION, Fact.LARGE_PRINT, Fact.BRAILLE, Fact.TACTILE),
    Need.COGNITIVE: (Fact.EASY_TO_READ, Fact.PICTOGRAMS, Fact.CALM_HOURS, Fact.TRAINED_STAFF),
    Need.ASSISTANCE_DOG: (Fact.DOG_ADMITTED,),
}
NEED_OF: Mapping[Fact, Need] = {fact: need for need, facts in FACTS_OF.items() for fact in facts}
FAMILY_OF: Mapping[Need, Family] = {need: family for family, needs in NEEDS_OF.items() for need in needs}

LIMITED_BY_WORDS = frozenset({Fact.ENTRANCE, Fact.ROOMS, Fact.DOG_ADMITTED})
"""The facts whose words say a limit: a yes with one is a yes in part. The words of all others are a detail."""

MARKED: Mapping[Family, Need] = {
    Family.MOTOR: Need.WHEELCHAIR,
    Family.HEARING: Need.HEARING,
    Family.SIGHT: Need.SIGHT,
    Family.MENTAL: Need.COGNITIVE,
}
"""The need that a family's mark vouches for where the museum has not answered."""


class Comfort(enum.Enum):
    """One practical question that is answered by yes or no, or that nobody has answered."""

    COOL = "cool"
    """Cool rooms in a heat wave."""
    CAFE = "cafe"
    SHOP = "shop"
    LOCKERS = "lockers"
    PUSHCHAIR = "pushchair"
    BABY_CHANGE = "baby_change"
    PICNIC = "picnic"
    DOGS = "dogs"
    CAR_PARK = "car_park"
    BIKE_RACKS = "bike_racks"


class Measure(enum.Enum):
    """One practical question that a number answers; the value is the number's name in a snapshot."""

    VISIT_MINUTES = "visit_minutes"
    INDOOR_PERCENT = "indoor_percent"
    """The share of the visit that is under a roof."""
    STATION_METRES = "station_metres"
    """How far the nearest railway station is, on foot."""
