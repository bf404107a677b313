"""What events are found by."""

from portal.db import Translated
from portal.domain import museums, search
from portal.domain.events.models import Event
from portal.domain.folding import fold
from portal.domain.search import Kind


def refresh(event: Event) -> int:
    """Bring what is found in step with one event; return how many rows changed."""
    museum = museums.guide().by_id.get(event.host_id or event.museum_id)
    if not event.is_live or event.title is None or museum is None:
        return search.forget(Kind.EVENT, event.id)
    content = event.content or {}
    told = [content.get(name) or {} for name in ("summary", "text")]
    names = (museum.name, museum.town.name, museum.departement.name)
    french, occitan = (
        " ".join(
            filter(None, [*(name.text(language) for name in names), *(each.get(language) for each in told)])
        )
        for language in ("fr", "oc")
    )
    return search.index(
        search.Entry(
            Kind.EVENT,
            event.id,
            f"{event.slug}-{event.short_id}",
            event.title,
            Translated(french, occitan),
            detail=museum.name,
            weight=1,
            sort_key=fold(event.title.fr),
        )
    )
