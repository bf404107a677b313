"""The form of an event as a tree of texts: read from what a browser sent, or from a text of the block.

Names are paths, `title.fr`, `occurrences.0.day`: the same that errors bear, so that each sentence finds its field.
"""

import re
from collections.abc import Iterable
from datetime import time
from typing import Any

from portal.db import Language, Translated
from portal.domain.admission import entry
from portal.domain.events.rows import Event, Occurrence, Place, Price, Rule
from portal.web.kit import dates
from portal.web.kit.forms import readable

MANY = frozenset({"audiences", "speeches", "access", "rule.weekdays", "school.cycles", "co_organisers"})
DATES, RULE, RUN, NONE = "dates", "rule", "run", "none"
LONGEST = 20_000
MOST_ROWS = 200
_ROW = re.compile(r"occurrences\.([0-9]{1,4})\.(day|from|to|key|is_all_day)", re.ASCII)
_NAME = re.compile(r"[a-z_]{1,20}(?:\.[a-z_]{1,20})?", re.ASCII)
_LANGUAGE: Language = "fr"

Typed = dict[str, Any]


def of_posted(pairs: Iterable[tuple[str, str]]) -> Typed:
    """Return the form as it was sent, by path; rows in their order, lists whole."""
    found: Typed = {name: [] for name in MANY}
    rows: dict[int, dict[str, str]] = {}
    for name, value in pairs:
        text = readable(value).strip()[:LONGEST]
        if match := _ROW.fullmatch(name):
            rows.setdefault(int(match[1]), {}).setdefault(match[2], text)
        elif name in MANY:
            found[name].append(text)
        elif name == "phrase_told":
            continue
        elif _NAME.fullmatch(name) or re.fullmatch(r"[a-z_]+\.[a-z_]+\.(fr|oc)", name):
            found.setdefault(name, text)
    found["occurrences"] = [rows[number] for number in sorted(rows)[:MOST_ROWS]]
    return found


def of_event(event: Event) -> Typed:
    """Return the form filled with a text of the block; of a rule's dates only those that a hand typed."""
    found: Typed = {
        "type": event.type.value,
        **_words("title", event.title),
        **_words("summary", event.summary),
        **_words("text", event.text),
        "audiences": [one.value for one in event.audiences],
        "age_from": _number(event.age_from),
        "age_to": _number(event.age_to),
        "speeches": [one.value for one in event.speeches],
        "access": list(event.access),
        **_price(event.price),
        **_registration(event),
        **_place(event.place),
        "co_organisers": [str(one) for one in event.co_organisers],
        "operation": event.operation or "",
        "theme": event.theme or "",
        "picture": event.picture or "",
        **_school(event),
        "when": _when(event),
        **_run(event),
        **(_rule(event.rule) if event.rule else {"rule.weekdays": []}),
        "occurrences": [_row(one) for one in event.occurrences if one.rule_date is None],
    }
    return found


def tree_of(typed: Typed) -> dict[str, Any]:
    """Return what the domain checks: the paths as a tree, and only the kind of time that was chosen."""
    tree: dict[str, Any] = {}
    for name, value in typed.items():
        *groups, last = name.split(".")
        place = tree
        for group in groups:
            place = place.setdefault(group, {})
        place[last] = value
    when = tree.pop("when", DATES)
    tree.pop("phrase", None)
    tree.pop("phrase_told", None)
    rule = tree.pop("rule", None)
    if when == RULE and rule is not None:
        tree["rule"] = rule | {name: _days(rule.get(name, "")) for name in ("excluded", "picked")}
    if when != RUN:
        tree.pop("run", None)
    if when in {RUN, NONE}:
        tree["occurrences"] = []
    return tree


def _days(text: str) -> list[str]:
    return [each.strip() for each in re.split(r"[;,\n]", text) if each.strip()]


def _words(name: str, words: Translated | None) -> Typed:
    return {f"{name}.fr": words.fr if words else "", f"{name}.oc": (words.oc if words else "") or ""}


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _price(price: Price | None) -> Typed:
    return {
        "price.kind": price.kind.value if price else "",
        "price.least": "" if price is None or price.least is None else entry.amount_text(price.least),
        "price.most": "" if price is None or price.most is None else entry.amount_text(price.most),
        **_words("price.words", price.words if price else None),
    }


def _registration(event: Event) -> Typed:
    kept = event.registration
    return {
        "registration.is_needed": "1" if kept.is_needed else "",
        "registration.link": kept.link or "",
        "registration.phone": kept.phone or "",
        "registration.email": kept.email or "",
        "registration.deadline": entry.day_text(kept.deadline),
        "registration.seats": _number(kept.seats),
    }


def _place(place: Place) -> Typed:
    return {
        "place.kind": place.kind.value,
        "place.museum_id": _number(place.museum_id),
        "place.name": place.name or "",
        "place.street": place.street or "",
        "place.town": place.town or "",
        "place.link": place.link or "",
    }


def _school(event: Event) -> Typed:
    offer = event.school
    return {
        "school.cycles": [one.value for one in offer.cycles] if offer else [],
        "school.minutes": _number(offer.minutes if offer else None),
        "school.most_pupils": _number(offer.most_pupils if offer else None),
        "school.pass_culture": "1" if offer and offer.pass_culture else "",
    }


def _when(event: Event) -> str:
    if event.run is not None:
        return RUN
    if event.rule is not None:
        return RULE
    return NONE if event.school is not None and not event.occurrences else DATES


def _run(event: Event) -> Typed:
    run = event.run
    return {
        "run.first": entry.day_text(run.first if run else None),
        "run.last": entry.day_text(run.last if run else None),
        "run.extended_from": entry.day_text(run.extended_from if run else None),
        "run.is_permanent": "1" if run and run.is_permanent else "",
    }


def _rule(rule: Rule) -> Typed:
    return {
        "rule.frequency": rule.frequency.value,
        "rule.interval": str(rule.interval),
        "rule.first": entry.day_text(rule.first),
        "rule.last": entry.day_text(rule.last),
        "rule.starts": _clock(rule.starts),
        "rule.ends": _clock(rule.ends),
        "rule.weekdays": [str(day) for day in rule.weekdays],
        "rule.nth": _number(rule.nth),
        "rule.school": rule.school.value if rule.school else "",
        "rule.excluded": ", ".join(map(entry.day_text, rule.excluded)),
        "rule.picked": ", ".join(map(entry.day_text, rule.picked)),
    }


def _row(one: Occurrence) -> dict[str, str]:
    row = {"day": entry.day_text(one.start.date()), "key": one.key}
    if one.is_all_day:
        return row | {"is_all_day": "1"}
    return row | {"from": _clock(one.start.time()), "to": _clock(one.end.time()) if one.end else ""}


def _clock(moment: time | None) -> str:
    return "" if moment is None else dates.clock_time(moment, _LANGUAGE)
