"""For whom entry must be free: `gratuit_pour` of an address, everybody or an age."""

import re
from collections.abc import Iterable, Iterator, Mapping

from werkzeug.datastructures import MultiDict

from portal.domain import admission
from portal.domain.admission import Cost
from portal.domain.admission.rows import OLDEST
from portal.web.kit import clock, dates, formats, prices
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.when import Days, When

EVERYBODY = "tous"
PARAMETER = "gratuit_pour"
_AGE = re.compile(r"[0-9]{1,3}", re.ASCII)
_BEST = (Cost.FREE, Cost.UNKNOWN, Cost.PAYS)


def read(arguments: MultiDict[str, str]) -> tuple[tuple[str, ...], bool]:
    """Return for whom it is asked, as the address writes them, and whether a value made no sense."""
    given = {value.strip() for value in arguments.getlist(PARAMETER)} - {""}
    known = {
        str(int(value)) if _is_age(value) else value
        for value in given
        if value == EVERYBODY or _is_age(value)
    }
    wrong = any(value != EVERYBODY and not _is_age(value) for value in given)
    return tuple(sorted(known, key=lambda value: (value != EVERYBODY, len(value), value))), wrong


def somebody(value: str) -> str:
    """Return who a value says: `tous`, `un enfant de 8 ans`."""
    return prices.somebody(_age(value), page_language())


def asked(values: Iterable[str]) -> str:
    """Return what is asked, in words: `gratuit pour un enfant de 8 ans`."""
    people = formats.sentence_list([somebody(value) for value in values], page_language())
    return _("gratuit pour %(people)s", people=people)


def museums(values: Iterable[str], when: When) -> admission.Freedom:
    """Return the museums free for one of those asked about, on one of the days asked about, and those that may be."""
    free: set[int] = set()
    unknown: set[int] = set()
    for days, age in _questions(values, when):
        found = admission.free_museums(days.first, days.last, age)
        free |= found.free
        unknown |= found.unknown
    return admission.Freedom(frozenset(free), frozenset(unknown - free))


def reasons(values: Iterable[str], when: When, museum_ids: Iterable[int]) -> Mapping[int, str]:
    """Return why each museum is free, may be, or is not: `Gratuit pour un enfant de 8 ans (moins de 12 ans)`."""
    ids, told = list(museum_ids), {}
    best: dict[int, int] = {}
    for days, age in _questions(values, when):
        for museum_id, (day, verdict) in admission.best_of(ids, days.first, days.last, age).items():
            rank = _BEST.index(verdict.cost)
            if museum_id in best and best[museum_id] <= rank:
                continue
            best[museum_id] = rank
            words = prices.verdict_words(verdict, age, page_language())
            is_of_a_day = verdict.rule is not None and not days.is_one
            told[museum_id] = f"{words} ({dates.day_month(day, page_language())})" if is_of_a_day else words
    return told


def _questions(values: Iterable[str], when: When) -> Iterator[tuple[Days, int | None]]:
    spans = when.days(clock.today())
    return ((days, _age(value)) for value in values for days in spans)


def _age(value: str) -> int | None:
    return None if value == EVERYBODY else int(value)


def _is_age(value: str) -> bool:
    return _AGE.fullmatch(value) is not None and int(value) <= OLDEST
