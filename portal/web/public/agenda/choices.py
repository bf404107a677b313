"""What the agenda offers to choose: kinds, for whom, free, languages; and the chips that take a choice back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from portal.domain.events.vocabulary import Audience, EventType, Speech
from portal.domain.museums import Guide
from portal.web.kit.chips import Chip
from portal.web.kit.chips import chips as museum_chips
from portal.web.kit.events import words
from portal.web.kit.events.questions import AGENDA, OWN, EventQuestion, parameters
from portal.web.kit.messages import _, ngettext

QUICK = (
    EventType.EXHIBITION,
    EventType.GUIDED_VISIT,
    EventType.WORKSHOP,
    EventType.SHOW,
    EventType.TALK,
)


@dataclass(frozen=True)
class Choice:
    """A quick choice above the list."""

    name: str
    address: str
    is_chosen: bool


def quick(question: EventQuestion) -> Iterator[Choice]:
    """Yield the choices that most visitors make, each a link that adds or takes back."""
    plain = replace(question, types=(), audiences=(), is_free=False, languages=())
    yield Choice(_("Tout"), plain.address(), question == plain)
    for type_ in QUICK:
        is_chosen = question.types == (type_.value,)
        types = () if is_chosen else (type_.value,)
        yield Choice(str(words.TYPES_MANY[type_]), question.address(types=types), is_chosen)
    is_family = question.audiences == (Audience.FAMILIES.value,)
    audiences = () if is_family else (Audience.FAMILIES.value,)
    yield Choice(str(words.AUDIENCES[Audience.FAMILIES]), question.address(audiences=audiences), is_family)
    yield Choice(_("Gratuit"), question.address(is_free=not question.is_free), question.is_free)
    for speech in (Speech.SIGNS, Speech.OCCITAN):
        is_chosen = speech.value in question.languages
        languages = tuple(sorted({*question.languages} ^ {speech.value}))
        name = _("En occitan") if speech is Speech.OCCITAN else str(words.SPEECHES[speech])
        yield Choice(name, question.address(languages=languages), is_chosen)


def chips(question: EventQuestion, guide: Guide) -> list[Chip]:
    """Return the criteria in force, each with the address of the question without it."""
    found = [
        Chip(chip.name, _without_museum(question, chip), chip.phrase)
        for chip in museum_chips(question.museum, guide, AGENDA)
    ]
    for value in question.types:
        left = tuple(one for one in question.types if one != value)
        found.append(Chip(str(words.TYPES_MANY[EventType(value)]), question.address(types=left)))
    for value in question.audiences:
        left = tuple(one for one in question.audiences if one != value)
        found.append(Chip(str(words.AUDIENCES[Audience(value)]), question.address(audiences=left)))
    for value in question.languages:
        left = tuple(one for one in question.languages if one != value)
        found.append(Chip(str(words.SPEECHES[Speech(value)]), question.address(languages=left)))
    if question.is_free:
        found.append(Chip(_("Gratuit"), question.address(is_free=False)))
    if question.age is not None:
        told = ngettext("À %(num)s an", "À %(num)s ans", question.age)
        found.append(Chip(told, question.address(age=None)))
    return found


def _without_museum(question: EventQuestion, chip: Chip) -> str:
    """Return the address of the question without one criterion of museums, what is asked of events kept."""
    own = {name: value for name, value in parameters(question).items() if name in OWN}
    if not own:
        return chip.address
    return f"{chip.address}{'&' if '?' in chip.address else '?'}{urlencode(own, doseq=True)}"
