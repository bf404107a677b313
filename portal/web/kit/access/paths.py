"""The fields of the blocks of access in words: how each is called, and what its value says."""

from collections.abc import Mapping
from typing import Any

from portal.domain import access
from portal.domain.access import (
    LIMITED_BY_WORDS,
    Comfort,
    Fact,
    Family,
    Measure,
    Source,
    snapshots,
)
from portal.domain.revisions import Snapshot, flat
from portal.web.kit import clock
from portal.web.kit.access.lines import fact_words, outage_words
from portal.web.kit.access.practical import measure_words
from portal.web.kit.access.words import GROUPS, SOURCES
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l

MEASURES: Mapping[str, LazyString] = {
    Measure.VISIT_MINUTES.value: _l("Durée d’une visite"),
    Measure.INDOOR_PERCENT.value: _l("Part de la visite à l’abri, en\u00a0%"),
    Measure.STATION_METRES.value: _l("Distance de la gare, à pied"),
}
DOOR = _l("Largeur de la porte la plus étroite, en\u00a0cm")
OUTAGES = _l("Pannes")
WORDS: Mapping[tuple[bool, str], LazyString] = {
    (True, "fr"): _l("limite"),
    (True, "oc"): _l("limite en occitan"),
    (False, "fr"): _l("précision"),
    (False, "oc"): _l("précision en occitan"),
}
"""What is said beside an answer: whether it is a limit, and in which language."""
OF_FAMILY: Mapping[str, LazyString] = {
    "marks.from": _l("Marque obtenue le"),
    "marks.to": _l("Marque valable jusqu’au"),
    "origins.source": _l("Qui a donné ces réponses\u00a0?"),
    "origins.since": _l("Depuis quand\u00a0?"),
}
_FACTS: Mapping[str, Fact | Comfort] = {fact.value: fact for fact in (*Fact, *Comfort)}


def path_name(path: str) -> str:
    """Return how a field of one of the blocks is called: `facts.lift.words.fr`, `marks.moteur.to`, `door_cm`."""
    group, name, ending, language = [*path.split("."), "", "", ""][:4]
    if group == "facts":
        return fact_part(_FACTS[name], None if ending == "answer" else language)
    if group == "measures":
        return str(MEASURES[name])
    if group in {"marks", "origins"}:
        family = GROUPS[Family(name)][page_language()]
        return _("%(question)s, %(part)s", question=family, part=OF_FAMILY[f"{group}.{ending}"])
    return str(OUTAGES if group == "outages" else DOOR)


def fact_part(fact: Fact | Comfort, language: str | None = None) -> str:
    """Return the question of a fact; with a language, how the words beside its answer are called."""
    question = fact_words(fact, is_yes=True, language=page_language())
    if language is None:
        return question
    part = str(WORDS[fact in LIMITED_BY_WORDS, language])
    return _("%(question)s, %(part)s", question=question, part=part)


def path_names(block: Snapshot) -> dict[str, str]:
    """Return how every field of a block is called, by its path."""
    return {path: path_name(path) for path in flat(block)}


def path_value(path: str, value: Any) -> str:
    """Return what a value of one of the blocks says."""
    if path == access.OUTAGES.kind:
        return _outages(value or [])
    if value is None or value == "":
        return _("Ne sait pas") if path.endswith(".answer") else ""
    if path.endswith(".answer"):
        return _("Oui") if value == snapshots.YES else _("Non")
    if path.endswith(".source"):
        return SOURCES[Source(value)][page_language()]
    group, _dot, name = path.partition(".")
    if group == "measures":
        return measure_words(Measure(name), value, page_language())
    return str(value)


def is_prose(path: str) -> bool:
    """Return whether a field holds a museum's own words: those of two people may be kept in one."""
    return ".words." in path


def _outages(rows: list[Any]) -> str:
    """Return the outages, one a line."""
    today, language = clock.today(), page_language()
    said = [
        (outage_words(one, one.first, today, language), one.words)
        for one in snapshots.outages_of({"outages": rows})
    ]
    return "\n".join(f"{text}. {words.text(language)}" if words else text for text, words in said)
