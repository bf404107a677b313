"""What the columns of an event say for filters, worked out from its rows."""

from portal.domain import museums
from portal.domain.events.rows import Event
from portal.domain.events.vocabulary import PlaceKind
from portal.domain.folding import slugify
from portal.domain.places import near

PUBLIC, LANGUAGE, ACCESS, THEME = "public", "langue", "acces", "theme"
MARK = "|"


def tag(name: str, value: str) -> str:
    """Return a tag as the column holds it, between two marks."""
    return f"{MARK}{name}:{value}{MARK}"


def tags(event: Event) -> str:
    """Return every tag of an event, as `|public:famille|langue:oc|`."""
    named = [
        *(f"{PUBLIC}:{one.value}" for one in event.audiences),
        *(f"{LANGUAGE}:{one.value}" for one in event.speeches),
        *(f"{ACCESS}:{one}" for one in event.access),
        *([f"{THEME}:{event.theme}"] if event.theme else []),
    ]
    return MARK + "".join(f"{each}{MARK}" for each in named)


def where(event: Event, museum_id: int) -> tuple[int | None, str | None]:
    """Return the town of the guide and the département an event takes place in; online, neither."""
    guide, place = museums.guide(), event.place
    if place.kind is PlaceKind.ONLINE:
        return None, None
    if place.kind is PlaceKind.ELSEWHERE:
        return _elsewhere(place.town)
    host = guide.by_id.get(place.museum_id or museum_id) or guide.by_id.get(museum_id)
    return (host.town.id, host.departement.code) if host else (None, None)


def _elsewhere(town: str | None) -> tuple[int | None, str | None]:
    """Return the town that a name names, and its département though the guide does not know the town."""
    if not town:
        return None, None
    found = near.resolve(town)
    entry = museums.guide().towns.get(slugify(town))
    return entry.id if entry else None, getattr(found, "departement_code", None)
