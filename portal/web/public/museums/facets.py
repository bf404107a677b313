"""The guide's filters as a visitor sees them: choices with counts, and ways out of an empty list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from portal.db import Translated
from portal.domain.museums import Guide, Order, Selection
from portal.web.kit import selections
from portal.web.kit.chips import Chip, names, others, quoted
from portal.web.kit.clock import today
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext
from portal.web.kit.questions import FACETS, WIDEST_RADIUS, Question

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
class Relaxation:
    """A criterion that could be dropped, and how many museums that would give."""

    name: Translated | str
    total: int
    address: str


@dataclass(frozen=True)
class Sorting:
    """An order the list may take, and the address of the list in it."""

    name: str
    address: str
    is_current: bool


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


def heading(chips: list[Chip]) -> str:
    """Return the list's own title: what it is filtered by, in words."""
    if not chips:
        return _("Les musées")
    return _("Les musées : %(filters)s", filters=_words(chips))


def summary(chips: list[Chip], total: int) -> str:
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


def _words(chips: list[Chip]) -> str:
    language = page_language()
    names = (chip.phrase or chip.name for chip in chips)
    return ", ".join(name if isinstance(name, str) else name.text(language) for name in names)


def meant_link(question: Question) -> Markup:
    """Return the spelling that answers, as a link to its own list."""
    if not question.meant:
        return Markup()
    address = replace(question, query=question.meant, meant=None).address()
    return Markup('<a href="{}"><b>{}</b></a>').format(address, quoted(question.meant))


def groups(question: Question, guide: Guide, selection: Selection) -> list[Group]:
    """Return every filter with its choices: the most fruitful first, what is chosen always in sight."""
    known = dict(names(guide))
    borne = guide.labels_on(today()).keys() | question.criteria.labels
    known["label"] = {slug: name for slug, name in known["label"].items() if slug in borne}
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
    facet = FACETS[parameter]
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


def relaxations(question: Question, guide: Guide) -> list[Relaxation]:
    """Return which single criterion could be dropped to find museums, the most fruitful first."""
    ways: list[tuple[str, Translated | str]] = list(others(question))
    for parameter, known in names(guide).items():
        chosen = getattr(question.criteria, FACETS[parameter])
        if chosen:
            ways.append((parameter, known[min(chosen)] if len(chosen) == 1 else titles()[parameter]))
    found = []
    for parameter, name in ways:
        relaxed = question.forgetting(parameter)
        found.append(Relaxation(name, selections.of(relaxed, guide).total, relaxed.address()))
    if question.near and question.near.radius < WIDEST_RADIUS:
        found.append(_wider(question, guide))
    return sorted((way for way in found if way.total), key=lambda way: -way.total)


def orders(question: Question) -> list[Sorting]:
    """Return the orders that this list may take, and which one it is in."""
    words = {Order.NAME: _("par nom"), Order.TOWN: _("par ville")}
    if question.query:
        words[Order.RELEVANCE] = _("par pertinence")
    if question.near:
        words[Order.DISTANCE] = _("par distance depuis %(place)s", place=question.near.name)
    return [
        Sorting(word, question.address(order=order), order is question.criteria.order)
        for order, word in words.items()
    ]


def _wider(question: Question, guide: Guide) -> Relaxation:
    """Return the same question within the widest circle."""
    assert question.near is not None  # noqa: S101 - the caller asked
    assert question.criteria.circle is not None  # noqa: S101 - it goes with `near`
    circle = replace(question.criteria.circle, km=WIDEST_RADIUS)
    wider = replace(
        question,
        near=replace(question.near, radius=WIDEST_RADIUS),
        criteria=replace(question.criteria, circle=circle),
    )
    name = _("rayon de %(km)s\u00a0km", km=f"{question.near.radius:g}")
    return Relaxation(name, selections.of(wider, guide).total, wider.address())
