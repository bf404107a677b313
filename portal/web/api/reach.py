"""What the API gives of a museum's access and practical facts, in words and in states."""

from collections.abc import Callable
from datetime import date
from typing import Any

from portal.domain import access
from portal.domain.access import (
    Comfort,
    Fact,
    Family,
    Kept,
    Measure,
    Need,
    Outage,
    Told,
    sheltered,
    standings,
)
from portal.web.api.serializers import instant, text
from portal.web.kit import access as words
from portal.web.kit.languages import LANGUAGES, Language

Json = dict[str, Any]


def facts(kept: Kept, today: date) -> Json:
    """Return the access and the practical facts of a museum as they stand today."""
    return {"access": _access(kept, today), "practical": _practical(kept)}


def _access(kept: Kept, today: date) -> Json:
    known = kept.access
    return {
        "families": {
            family.value: access.family_state(known, family, today).state.value for family in Family
        },
        "needs": {
            one.need.value: _need(kept, one.need, one.state.value, today) for one in standings(known, today)
        },
        "facts": {fact.value: _told(known.told(fact)) for fact in Fact},
        "door_cm": known.door_cm,
        "marks": [
            {
                "family": family.value,
                "from": mark.first.isoformat() if mark.first else None,
                "to": mark.last.isoformat(),
            }
            for family, mark in known.marks.items()
        ],
        "outages": [_outage(one, today) for one in known.outages if one.last >= today],
        "verified_at": _instant(kept.access_confirmed_at),
    }


def _need(kept: Kept, need: Need, state: str, today: date) -> Json:
    def said(language: Language) -> str:
        shown = next(one for one in words.all_needs(kept.access, today, today, language) if one.need is need)
        return ". ".join(line.plain(language).removesuffix(".") for line in shown.lines)

    return {"state": state, "text": _both(said)}


def _outage(one: Outage, today: date) -> Json:
    return {
        "what": one.what.value,
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "text": _both(lambda language: words.outage_words(one, today, today, language)),
        "message": text(one.words) if one.words else None,
    }


def _practical(kept: Kept) -> Json:
    known = kept.practical
    return {
        "sheltered": sheltered(known),
        **{name.value: known.measures.get(name) for name in Measure},
        "facts": {fact.value: _told(known.told(fact)) for fact in Comfort},
        "verified_at": _instant(kept.practical_confirmed_at),
    }


def _told(told: Told) -> Json:
    return {"answer": told.answer, "words": text(told.words) if told.words else None}


def _instant(moment: Any) -> str | None:
    return instant(moment) if moment else None


def _both(said: Callable[[Language], str]) -> Json:
    return {language: said(language) for language in LANGUAGES}
