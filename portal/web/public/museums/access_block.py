"""What a museum's page says of access: what fails now or soon, the six needs, practical facts."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from portal.domain import access
from portal.web.kit import access as words
from portal.web.kit.access import Line, Told
from portal.web.kit.locale import page_language

AHEAD = timedelta(days=42)
"""How far ahead an outage is announced, as exceptions of hours are."""


@dataclass(frozen=True)
class AccessBlock:
    """The blocks of access and of practical facts, in words."""

    outages: list[Line]
    """What does not work today, or will not in the coming weeks."""
    needs: list[Told]
    verified_at: datetime | None
    practical: list[tuple[str, Line]]
    practical_verified_at: datetime | None


def of_museum(museum_id: int, today: date) -> AccessBlock:
    """Return what the page of a museum says of access today."""
    kept, language = access.of(museum_id), page_language()
    told = [
        Line(words.outage_words(one, today, today, language), one.words, is_outage=True)
        for one in kept.access.outages
        if one.last >= today and one.first <= today + AHEAD
    ]
    return AccessBlock(
        told,
        words.all_needs(kept.access, today, today, language),
        kept.access_confirmed_at,
        words.practical_lines(kept.practical, language),
        kept.practical_confirmed_at,
    )
