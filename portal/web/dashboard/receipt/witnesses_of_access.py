"""What surfaces must say of access, of practical facts, and of what does not work."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from portal.domain import access as noun
from portal.domain.access import Comfort, Fact, Outage, snapshots
from portal.web.dashboard.receipt.witness import PAGES, Asked, Kind, Witness
from portal.web.kit import access as words
from portal.web.kit import clock
from portal.web.kit.languages import Language

ANNOUNCED = timedelta(days=42)


def access(asked: Asked) -> Iterator[Witness]:
    """Yield what each surface must say of the six needs."""
    known, today = noun.of(asked.museum.id).access, clock.today()
    for kind, language in PAGES:
        told = words.all_needs(known, today, today, language)
        yield Witness(
            kind, [each for one in told for each in (one.title, *(line.text for line in one.lines))]
        )
    told = words.all_needs(known, today, today, "fr")
    yield Witness(Kind.DATA, [line.text for one in told for line in one.lines])
    yield Witness(Kind.ENGINES, _answered((fact, known.told(fact).answer) for fact in Fact))


def practical(asked: Asked) -> Iterator[Witness]:
    """Yield what each surface must say of practical facts."""
    known = noun.of(asked.museum.id).practical
    for kind, language in PAGES:
        yield Witness(kind, [line.text for _icon, line in words.practical_lines(known, language)])
    yield Witness(Kind.DATA, [str(number) for number in known.measures.values()])
    yield Witness(Kind.ENGINES, _answered((fact, known.told(fact).answer) for fact in Comfort))


def outages(asked: Asked) -> Iterator[Witness]:
    """Yield what each surface must say of what does not work, and must say no longer."""
    act = asked.publication.acts[0]
    now, before = (snapshots.outages_of(content) for content in (act.now.content, act.before))
    for kind, language in PAGES:
        said = _announced(now, language)
        gone = [each for each in _announced(before, language) if each not in said]
        yield Witness(kind, said, gone)
    said = _announced(now, "fr")
    yield Witness(Kind.DATA, said, [each for each in _announced(before, "fr") if each not in said])


def _announced(outages_: Iterable[Outage], language: Language) -> list[str]:
    today = clock.today()
    return [
        words.outage_words(one, today, today, language)
        for one in outages_
        if one.last >= today and one.first <= today + ANNOUNCED
    ]


def _answered(facts: Iterable[tuple[Fact | Comfort, bool | None]]) -> list[str]:
    return [
        words.fact_words(fact, is_yes=True, language="fr") for fact, answer in facts if answer is not None
    ]
