"""Rows as revisions keep them, and back. Three blocks: `access`, `outages` and `practical`.

Every field is always there, so that two editors are compared field by field. A snapshot is read leniently where a key
is missing (another age wrote it) and strictly where a value is wrong: it was checked before it was kept.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from portal.db import Translated
from portal.domain.access.facts import Comfort, Fact, Family, Measure, Need
from portal.domain.access.rows import Access, Mark, Origin, Outage, Practical, Source, Told

Json = Mapping[str, Any]
YES, NO = "yes", "no"
_ANSWERS: Mapping[str | None, bool | None] = {YES: True, NO: False, None: None}
_WORDS = {True: YES, False: NO, None: None}


def access_of(access: Json | None, outages: Json | None = None) -> Access:
    """Return the rows of the blocks `access` and `outages`."""
    access = access or {}
    return Access(
        facts=_facts_of(Fact, access.get("facts")),
        door_cm=access.get("door_cm"),
        marks=dict(_marks_of(access.get("marks"))),
        origins=dict(_origins_of(access.get("origins"))),
        outages=outages_of(outages),
    )


def outages_of(outages: Json | None) -> tuple[Outage, ...]:
    """Return the rows of the block `outages`."""
    return tuple(map(_outage_of, (outages or {}).get("outages") or ()))


def practical_of(practical: Json | None) -> Practical:
    """Return the rows of the block `practical`."""
    practical = practical or {}
    measures = practical.get("measures") or {}
    known = {name.value: name for name in Measure}
    return Practical(
        facts=_facts_of(Comfort, practical.get("facts")),
        measures={
            known[name]: value for name, value in measures.items() if name in known and value is not None
        },
    )


def access_json(access: Access) -> dict[str, Any]:
    """Return the block `access` of rows."""
    return {
        "facts": _facts_json(Fact, access.facts),
        "door_cm": access.door_cm,
        "marks": {family.value: _mark_json(access.marks.get(family)) for family in Family},
        "origins": {family.value: _origin_json(access.origins.get(family)) for family in Family},
    }


def outages_json(outages: tuple[Outage, ...]) -> dict[str, Any]:
    """Return the block `outages` of rows, the first to begin first."""
    return {"outages": [_outage_json(one) for one in sorted(outages, key=lambda one: (one.first, one.id))]}


def practical_json(practical: Practical) -> dict[str, Any]:
    """Return the block `practical` of rows."""
    return {
        "facts": _facts_json(Comfort, practical.facts),
        "measures": {name.value: practical.measures.get(name) for name in Measure},
    }


def target_of(word: str) -> Fact | Need:
    """Return what a word of an outage names; raise ValueError for none."""
    try:
        return Fact(word)
    except ValueError:
        return Need(word)


def _facts_of(kind: type[Any], facts: Json | None) -> dict[Any, Told]:
    known = {fact.value: fact for fact in kind}
    found = {
        known[name]: Told(_ANSWERS[one.get("answer")], _words_of(one.get("words")))
        for name, one in (facts or {}).items()
        if name in known and one
    }
    return {fact: told for fact, told in found.items() if told.answer is not None}


def _facts_json(kind: type[Any], facts: Mapping[Any, Told]) -> dict[str, Any]:
    told = {fact.value: facts.get(fact, Told()) for fact in kind}
    return {
        name: {"answer": _WORDS[one.answer], "words": _words_json(one.words)} for name, one in told.items()
    }


def _marks_of(marks: Json | None) -> list[tuple[Family, Mark]]:
    found = []
    for name, one in (marks or {}).items():
        last = _day_of((one or {}).get("to"))
        if last is not None:
            found.append((Family(name), Mark(_day_of(one.get("from")), last)))
    return found


def _mark_json(mark: Mark | None) -> dict[str, Any]:
    return {
        "from": _day_json(mark.first) if mark else None,
        "to": _day_json(mark.last) if mark else None,
    }


def _origins_of(origins: Json | None) -> list[tuple[Family, Origin]]:
    return [
        (Family(name), Origin(Source(one.get("source") or Source.SELF.value), _day_of(one.get("since"))))
        for name, one in (origins or {}).items()
        if one and (one.get("source") or one.get("since"))
    ]


def _origin_json(origin: Origin | None) -> dict[str, Any]:
    return {
        "source": origin.source.value if origin else None,
        "since": _day_json(origin.since) if origin else None,
    }


def _outage_of(one: Json) -> Outage:
    return Outage(
        id=one["id"],
        what=target_of(one["what"]),
        first=date.fromisoformat(one["from"]),
        last=date.fromisoformat(one["to"]),
        words=_words_of(one.get("words")),
        is_settled=bool(one.get("settled")),
    )


def _outage_json(outage: Outage) -> dict[str, Any]:
    return {
        "id": outage.id,
        "what": outage.what.value,
        "from": outage.first.isoformat(),
        "to": outage.last.isoformat(),
        "words": _words_json(outage.words),
        "settled": outage.is_settled,
    }


def _words_of(words: Json | None) -> Translated | None:
    return Translated(words["fr"], words.get("oc")) if words and words.get("fr") else None


def _words_json(words: Translated | None) -> dict[str, str | None]:
    return {"fr": words.fr if words else None, "oc": words.oc if words else None}


def _day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _day_json(day: date | None) -> str | None:
    return day.isoformat() if day else None
