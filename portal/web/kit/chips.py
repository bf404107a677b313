"""The filters in force as removable chips, the same on the guide and on the map."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.db import Translated
from portal.domain.museums import Guide
from portal.web.kit import formats, freedom, reach, when_words
from portal.web.kit.clock import today
from portal.web.kit.messages import _
from portal.web.kit.questions import FACETS, GUIDE, Question


@dataclass(frozen=True)
class Chip:
    """A filter in force, and the address of the list without it."""

    name: Translated | str
    address: str
    phrase: str | None = None
    """The name within a sentence, where it differs."""


def chips(question: Question, guide: Guide, endpoint: str = GUIDE) -> list[Chip]:
    """Return the filters in force, each with the address of the same page without it."""
    found = [
        Chip(formats.sentence_case(name), question.forgetting(parameter).address(endpoint), name)
        for parameter, name in others(question)
    ]
    for parameter, known in names(guide).items():
        chosen = getattr(question.criteria, FACETS[parameter])
        found += [
            Chip(known[value], question.dropping(parameter, value).address(endpoint))
            for value in known
            if value in chosen
        ]
    return found


def names(guide: Guide) -> Mapping[str, Mapping[str, Translated]]:
    """Return the name of every value of every filter."""
    return {
        "theme": {slug: theme.name for slug, theme in guide.themes_by_slug.items()},
        "departement": {code: departement.name for code, departement in guide.departements.items()},
        "commune": {slug: town.name for slug, town in guide.towns.items()},
        "label": {slug: label.name for slug, label in guide.labels.items()},
    }


def others(question: Question) -> list[tuple[str, str]]:
    """Return the criteria that are no facet, by parameter, in words."""
    found = []
    if question.query:
        found.append(("q", quoted(question.query)))
    if question.near:
        words = _(
            "%(place)s, %(km)s\u00a0km à la ronde", km=f"{question.near.radius:g}", place=question.near.name
        )
        found.append(("pres", words))
    if question.when:
        found.append(("when", when_words.asked(question.when, today())))
    if question.free:
        found.append(("free", freedom.asked(question.free)))
    if question.reach.families:
        found.append((reach.ACCESS, reach.asked_families(question.reach.families)))
    if question.reach.is_sheltered:
        found.append((reach.SHELTER, reach.asked_shelter()))
    return found


def quoted(query: str) -> str:
    """Return what was typed between quotation marks, as both languages write them."""
    return f"«\u00a0{query}\u00a0»"
