"""What is said of one need: a title with its state, then the facts behind it, what fails first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from portal.db import Translated
from portal.domain.access import Access, Comfort, Fact, Mark, Need, Outage, Standing, State, standings
from portal.web.kit import dates
from portal.web.kit.access import words as W  # noqa: N812 - a vocabulary, read as one
from portal.web.kit.languages import Language
from portal.web.kit.occitan import NBSP


@dataclass(frozen=True)
class Line:
    """One sentence made from facts, and what the museum adds in its own words, in its own language."""

    text: str
    words: Translated | None = None
    is_outage: bool = False

    def ending(self, language: Language) -> str:
        """Return the full stop that a sentence needs, unless the museum wrote its own."""
        return "" if self.plain(language)[-1:] in {".", "!", "?", "…"} else "."

    def plain(self, language: Language) -> str:
        """Return both as one text."""
        return f"{self.text}{NBSP}: {self.words.text(language)}" if self.words else self.text


@dataclass(frozen=True)
class Told:
    """One need as a page shows it."""

    need: Need
    state: State
    icon: str
    title: str
    """The name with its state: `Fauteuil roulant : en partie`."""
    lines: tuple[Line, ...]


def need_name(need: Need, language: Language) -> str:
    """Return what a need is called."""
    return W.NEEDS[need][language]


def state_words(state: State, language: Language) -> str:
    """Return a state in a word or two, as it follows a name."""
    return W.STATES[state][language]


def fact_words(fact: Fact | Comfort, *, is_yes: bool, language: Language) -> str:
    """Return an answer in words."""
    return (W.YES if is_yes else W.NO)[fact][language]


def all_needs(access: Access, day: date, today: date, language: Language) -> list[Told]:
    """Return the six needs of a museum on a day, as they are said today."""
    return [told(standing, access.door_cm, day, today, language) for standing in standings(access, day)]


def told(standing: Standing, door_cm: int | None, day: date, today: date, language: Language) -> Told:
    """Return one need as a page shows it."""
    lines = [*_outages(standing.outages, day, today, language), *_facts(standing, door_cm, language)]
    if standing.mark is not None:
        lines.append(Line(mark_words(standing.mark, today, language)))
    if standing.state is State.UNKNOWN or (
        standing.state is State.NO and not any(one.words for one in lines)
    ):
        lines.append(Line(W.CALL[language]))
    return Told(
        standing.need,
        standing.state,
        W.ICONS[standing.need],
        title(standing, language),
        tuple(lines),
    )


def title(standing: Standing, language: Language) -> str:
    """Return a need with its state: `Fauteuil roulant : en partie`."""
    return f"{need_name(standing.need, language)}{NBSP}: {state_words(standing.state, language)}"


def limit_words(standing: Standing, day: date, today: date, language: Language) -> str:
    """Return in a few words of ours what makes a yes one in part, where that can be said: what fails, or the rooms."""
    if standing.state is not State.LIMITED:
        return ""
    if standing.outages:
        return outage_words(standing.outages[0], day, today, language)
    answers = {fact: one.answer for fact, one in standing.told}
    if answers.get(Fact.ROOMS) is False:
        return fact_words(Fact.ROOMS, is_yes=False, language=language)
    if standing.need is Need.WHEELCHAIR and Fact.ROOMS not in answers:
        return W.CALL_FOR_ROOMS[language]
    return ""


def mark_words(mark: Mark, today: date, language: Language) -> str:
    """Return until when a mark is valid, or that it no longer is."""
    day = dates.full_date(mark.last, language)
    if mark.last < today:
        return f"{W.MARK[language]}, {'finie le' if language == 'fr' else 'acabada lo'} {day}"
    return f"{W.MARK[language]} {'jusqu’au' if language == 'fr' else 'fins al'} {day}"


def outage_name(what: Fact | Need, language: Language) -> str:
    """Return what an outage is about."""
    if isinstance(what, Need):
        return W.NEEDS[what][language]
    return W.THINGS.get(what, W.YES[what])[language]


def outage_words(outage: Outage, day: date, today: date, language: Language) -> str:
    """Return what fails and until when: `Ascenseur : en panne jusqu’au 30 juin`."""
    failure = W.RESTRICTED if isinstance(outage.what, Need) else W.FAILURES.get(outage.what, W.PAUSED)
    name = outage_name(outage.what, language)
    return f"{name}{NBSP}: {failure[language]} {outage_span(outage, day, today, language)}"


def outage_span(outage: Outage, day: date, today: date, language: Language) -> str:
    """Return until when it fails, or from when to when if it has not begun on the day that is asked about."""
    has_year = outage.last.year != today.year
    if outage.first > day:
        return dates.date_range(outage.first, outage.last, language, year=has_year)
    last = dates.full_date(outage.last, language) if has_year else dates.day_month(outage.last, language)
    return f"jusqu’au {last}" if language == "fr" else f"fins al {last}"


def sentence(texts: Iterable[str]) -> str:
    """Return several facts as one sentence: `Ascenseur, toilettes adaptées`."""
    first, *others = texts
    return ", ".join([first, *(_lowered(text) for text in others)])


def _outages(outages: Iterable[Outage], day: date, today: date, language: Language) -> Iterator[Line]:
    for outage in outages:
        yield Line(outage_words(outage, day, today, language), outage.words, is_outage=True)


def _facts(standing: Standing, door_cm: int | None, language: Language) -> Iterator[Line]:
    for answer in (True, False):
        found = [(fact, one) for fact, one in standing.told if one.answer is answer]
        bare = [fact_words(fact, is_yes=answer, language=language) for fact, one in found if not one.words]
        if answer and standing.need is Need.WHEELCHAIR and door_cm is not None:
            bare.append(_door(door_cm, language))
        if bare:
            yield Line(sentence(bare))
        for fact, one in found:
            if one.words:
                yield Line(fact_words(fact, is_yes=answer, language=language), one.words)
    answered = {fact for fact, one in standing.told if one.answer is not None}
    if standing.state is State.LIMITED and standing.need is Need.WHEELCHAIR and Fact.ROOMS not in answered:
        yield Line(W.CALL_FOR_ROOMS[language])


def _door(centimetres: int, language: Language) -> str:
    if language == "fr":
        return f"Porte de {centimetres}{NBSP}cm"
    return f"Pòrta de {centimetres}{NBSP}cm"


def _lowered(text: str) -> str:
    """Return a fact as inside a sentence."""
    return text[:1].lower() + text[1:]
