"""Gives each statement of hours the season and the days that are its own, whichever way round they are said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from portal.domain.hours.sentences.dates import WHOLE_YEAR, When
from portal.domain.hours.sentences.days import Days
from portal.domain.hours.sentences.errors import AmbiguousError
from portal.domain.hours.sentences.tokens import Token

_ALL_YEAR = (When((WHOLE_YEAR,)),)
"""What may be said alone: `Ouvert toute l’année.`"""


@dataclass(frozen=True, slots=True)
class Statement:
    """Hours, with the seasons and the days they are said of, where they are."""

    token: Token
    whens: tuple[When, ...] = ()
    days: tuple[Days, ...] = ()


def statements(found: Sequence[Token], original: str) -> list[Statement]:
    """Return the statements of a text; raise `AmbiguousError` where a season or days may go with two."""
    sentences = groupby(found, key=lambda token: token.sentence)
    return [said for _, sentence in sentences for said in _of_sentence(list(sentence), original)]


def _of_sentence(found: Sequence[Token], original: str) -> list[Statement]:
    said = [token for token in found if token.is_statement or token.whens or token.days]
    places = [place for place, token in enumerate(said) if token.is_statement]
    if not places:
        if any(token.days or token.whens != _ALL_YEAR for token in said):
            raise AmbiguousError(original[said[0].start : said[-1].end])
        return []
    whens, days = _Kind("whens", said, places, original), _Kind("days", said, places, original)
    return [Statement(said[place], whens.of(number), days.of(number)) for number, place in enumerate(places)]


class _Kind:
    """All seasons, or all lists of days, of a sentence, each with the number of its statement."""

    def __init__(self, name: str, said: Sequence[Token], places: Sequence[int], original: str) -> None:
        self._name, self._said, self._places, self._original = name, said, places, original
        self._owned: dict[int, Token] = {}
        own = [place for place, token in enumerate(said) if getattr(token, name)]
        self._is_before = any(place < places[0] for place in own)
        self._is_after = any(place > places[-1] for place in own)
        for place in own:
            self._give(place)

    def of(self, number: int) -> tuple[Any, ...]:
        """Return what a statement owns."""
        token = self._owned.get(number)
        return getattr(token, self._name) if token else ()

    def _give(self, place: int) -> None:
        before = [number for number, own in enumerate(self._places) if own < place]
        after = [number for number, own in enumerate(self._places) if own > place]
        token = self._said[place]
        if not before or not after:
            self._own((before or after)[-1 if before else 0], token)
            return
        if self._is_before != self._is_after:
            self._own(before[-1] if self._is_after else after[0], token)
            return
        is_parted_before = self._is_parted(self._places[before[-1]] + 1, place)
        is_parted_after = self._is_parted(place + 1, self._places[after[0]])
        if is_parted_before != is_parted_after:
            self._own(after[0] if is_parted_before else before[-1], token)
            return
        self._split(token, before[-1], after[0])

    def _is_parted(self, first: int, last: int) -> bool:
        """Return whether a comma or an “and” stands between two tokens."""
        return any(self._said[place].is_parted for place in range(first, last + 1))

    def _split(self, token: Token, before: int, after: int) -> None:
        """Give the first of two to what comes before and the second to what comes after."""
        values = getattr(token, self._name)
        if len(values) != 2:
            raise AmbiguousError(self._original[token.start : token.end])
        self._own(before, replace(token, **{self._name: values[:1]}))
        self._own(after, replace(token, **{self._name: values[1:]}))

    def _own(self, number: int, token: Token) -> None:
        if number in self._owned:
            raise AmbiguousError(self._original[token.start : token.end])
        self._owned[number] = token
