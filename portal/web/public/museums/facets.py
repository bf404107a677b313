"""The guide's filters as a visitor sees them: choices with counts, removable chips, ways out of an empty list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from portal.db import Translated
from portal.domain.museums import Guide, Selection
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext
from portal.web.public.museums.filters import PARAMETERS, Question

SHOWN_FIRST = 5


@dataclass(frozen=True)
class Choice:
    """One value of a filter, and how many museums it gives beside the other filters."""

    value: str
    name: Translated
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Group:
    """One filter: its first choices, and the rest folded away."""

    parameter: str
    title: str
    first: list[Choice]
    rest: list[Choice]


@dataclass(frozen=True)
class Chip:
    """A filter in force, and the address of the list without it."""

    name: Translated | str
    address: str


@dataclass(frozen=True)
class Relaxation:
    """A criterion that could be dropped, and how many museums that would give."""

    name: Translated | str
    total: int
    address: str


def titles() -> Mapping[str, str]:
    """Return the title of each filter, by parameter."""
    return {
        "theme": _("Thème"),
        "departement": _("Département"),
        "commune": _("Ville"),
        "label": _("Label"),
    }


def more_titles() -> Mapping[str, str]:
    """Return the words that open the rest of each filter."""
    return {
        "theme": _("Tous les thèmes"),
        "departement": _("Tous les départements"),
        "commune": _("Toutes les villes"),
        "label": _("Tous les labels"),
    }


def heading(chips: list["Chip"]) -> str:
    """Return the list's own title: what it is filtered by, in words."""
    if not chips:
        return _("Les musées")
    return _("Les musées : %(filters)s", filters=_words(chips))


def summary(chips: list["Chip"], total: int) -> str:
    """Return what the list holds, for those who read of it elsewhere."""
    if not chips:
        return ngettext(
            "%(num)s musée de France d’Occitanie : liste, carte, adresses et téléphones.",
            "%(num)s musées de France d’Occitanie : liste, carte, adresses et téléphones.",
            total,
        )
    return ngettext(
        "%(num)s musée de France d’Occitanie (%(filters)s) : liste, carte, adresse et téléphone.",
        "%(num)s musées de France d’Occitanie (%(filters)s) : liste, carte, adresses et téléphones.",
        total,
        filters=_words(chips),
    )


def _words(chips: list["Chip"]) -> str:
    language = page_language()
    return ", ".join(chip.name if isinstance(chip.name, str) else chip.name.text(language) for chip in chips)


def quoted(query: str) -> str:
    """Return what was typed between quotation marks, as both languages write them."""
    return f"«\u00a0{query}\u00a0»"


def names(guide: Guide) -> Mapping[str, Mapping[str, Translated]]:
    """Return the name of every value of every filter."""
    return {
        "theme": {slug: theme.name for slug, theme in guide.themes_by_slug.items()},
        "departement": {code: departement.name for code, departement in guide.departements.items()},
        "commune": {slug: town.name for slug, town in guide.towns.items()},
        "label": {slug: label.name for slug, label in guide.labels.items()},
    }


def groups(question: Question, guide: Guide, selection: Selection) -> list[Group]:
    """Return every filter with its choices: the most fruitful first, what is chosen always in sight."""
    known = names(guide)
    return [
        _group(parameter, title, known[parameter], question, selection)
        for parameter, title in titles().items()
    ]


def _group(
    parameter: str,
    title: str,
    known: Mapping[str, Translated],
    question: Question,
    selection: Selection,
) -> Group:
    facet = PARAMETERS[parameter]
    chosen = getattr(question.criteria, facet)
    counts = selection.counts[facet]
    choices = [Choice(value, name, counts[value], value in chosen) for value, name in known.items()]
    best = sorted(choices, key=lambda choice: (not choice.is_chosen, -choice.count))[
        : max(SHOWN_FIRST, len(chosen))
    ]
    shown = {choice.value for choice in best}
    return Group(
        parameter,
        title,
        [choice for choice in choices if choice.value in shown],
        [choice for choice in choices if choice.value not in shown],
    )


def chips(question: Question, guide: Guide) -> list[Chip]:
    """Return the filters in force, each with the address of the list without it."""
    found = []
    if question.query:
        found.append(Chip(quoted(question.query), question.without("q")))
    for parameter, known in names(guide).items():
        chosen = getattr(question.criteria, PARAMETERS[parameter])
        found += [
            Chip(known[value], question.without(parameter, value)) for value in known if value in chosen
        ]
    return found


def relaxations(question: Question, guide: Guide) -> list[Relaxation]:
    """Return which single criterion could be dropped to find museums, the most fruitful first."""
    found = []
    criteria = question.criteria
    if criteria.words:
        total = guide.select(replace(criteria, words=())).total
        found.append(Relaxation(quoted(question.query), total, question.without("q")))
    for parameter, known in names(guide).items():
        facet = PARAMETERS[parameter]
        chosen = getattr(criteria, facet)
        if chosen:
            total = guide.select(criteria.choosing(facet, frozenset())).total
            name = known[min(chosen)] if len(chosen) == 1 else titles()[parameter]
            found.append(Relaxation(name, total, question.without(parameter)))
    return sorted((way for way in found if way.total), key=lambda way: -way.total)
