"""The table of prices as the public reads it: what holds on a day, by what one gets for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from portal.domain.admission import FreeKind, FreeRule, Payment, PriceLine, Rows, Scope
from portal.web.kit.formats import sentence_case, sentence_list
from portal.web.kit.languages import Language
from portal.web.kit.prices.audiences import audience_words
from portal.web.kit.prices.conditions import condition_words
from portal.web.kit.prices.free_days import rule_words
from portal.web.kit.prices.names import cost_words, payment_name, scope_name
from portal.web.kit.prices.pieces import Piece

_EVERYBODY = {"fr": "entrée gratuite pour tous", "oc": "dintrada gratuita per totes"}
_EVENING = {"fr": "le soir", "oc": "lo ser"}
_FREE_DAYS = {"fr": "Jours gratuits pour tous", "oc": "Jorns gratuits per totes"}
_ORDER = (Scope.BOTH, Scope.PERMANENT, Scope.TEMPORARY, Scope.VISIT)


@dataclass(frozen=True)
class BoardRow:
    """One row: who, on what condition, how much."""

    who: tuple[Piece, ...]
    details: tuple[Piece, ...]
    cost: str


@dataclass(frozen=True)
class BoardSection:
    """The prices of one thing; the title is empty where there is one thing only."""

    title: str
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True)
class Board:
    """The whole table."""

    sections: tuple[BoardSection, ...]
    passes: tuple[str, ...]
    payment: str
    """`carte bancaire, espèces et chèque`, or nothing."""
    ended: date | None
    """The last day on which it held, where it holds no longer."""
    begins: date | None
    """The first day on which it will hold, where it does not yet."""


def board(rows: Rows, day: date, language: Language) -> Board:
    """Return the prices of a day; where none holds on it, those that were said, and when they ended or begin."""
    held = [line for line in rows.lines if rows.holds(line, day)]
    is_held = bool(held) if rows.lines else rows.is_in_force(day)
    lines = held or list(rows.lines)
    has_whole = rows.is_in_force(day) or not is_held
    starts = [first for line in lines if (first := line.valid_from or rows.valid_from)]
    ends = [last for line in lines if (last := line.valid_to or rows.valid_to)]
    begins = min(starts, default=rows.valid_from)
    is_to_come = begins is not None and begins > day
    return Board(
        sections=tuple(_sections(lines, rows, language, has_whole=has_whole)),
        passes=rows.passes,
        payment=_payment(rows, language),
        ended=None if is_held or is_to_come else max(ends, default=rows.valid_to),
        begins=begins if is_to_come and not is_held else None,
    )


def _sections(
    lines: Sequence[PriceLine], rows: Rows, language: Language, *, has_whole: bool
) -> Iterable[BoardSection]:
    scopes = [scope for scope in _ORDER if any(line.scope is scope for line in lines)]
    free = [_everybody(rows.always_free, language)] if rows.always_free and has_whole else []
    rules = [_rule_row(rule, language) for rule in rows.free_days] if has_whole else []
    if len(scopes) < 2:
        found = [*free, *_rows(lines, language), *rules]
        return [BoardSection("", tuple(found))] if found else []
    sections = [
        BoardSection(
            sentence_case(scope_name(scope, language)),
            tuple(_rows([line for line in lines if line.scope is scope], language)),
        )
        for scope in scopes
    ]
    first = [BoardSection("", tuple(free))] if free else []
    last = [BoardSection(_FREE_DAYS[language], tuple(rules))] if rules else []
    return [*first, *sections, *last]


def _rows(lines: Iterable[PriceLine], language: Language) -> Iterable[BoardRow]:
    """Return a row a line, but one for neighbours that are all free on no condition."""
    for is_plain, group in groupby(lines, key=_is_plain):
        together = list(group)
        for some in [together] if is_plain else [[line] for line in together]:
            who = [audience_words(line, language) for line in some]
            yield BoardRow(
                who=(who[0].title, *who[1:]),
                details=_details(some[0], language),
                cost=cost_words(some[0].amount, language),
            )


def _is_plain(line: PriceLine) -> bool:
    return line.is_free and line.condition is None and line.proof is None


def _details(line: PriceLine, language: Language) -> tuple[Piece, ...]:
    words = [each for each in (line.condition, line.proof) if each is not None]
    return tuple(condition_words(each, language) for each in words)


def _everybody(scope: Scope, language: Language) -> BoardRow:
    details = () if scope is Scope.BOTH else (Piece(scope_name(scope, language), language),)
    return BoardRow((Piece(_EVERYBODY[language], language).title,), details, cost_words(0, language))


def _rule_row(rule: FreeRule, language: Language) -> BoardRow:
    details = [_EVENING[language]] if rule.kind is FreeKind.MUSEUM_NIGHT else []
    if rule.scope is not Scope.BOTH:
        details.append(scope_name(rule.scope, language))
    return BoardRow(
        (Piece(rule_words(rule, language), language).title,),
        tuple(Piece(each, language) for each in details),
        cost_words(0, language),
    )


def _payment(rows: Rows, language: Language) -> str:
    methods = [payment_name(each, language) for each in Payment if each in rows.payment]
    return sentence_list(methods, language) if methods else ""
