"""Reads one line of the notation: bold, italic, links, and signs that mean themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.domain.rich_text import addresses
from portal.domain.rich_text.nodes import Run, Runs
from portal.domain.rich_text.tidying import tidy

_TOKEN = re.compile(
    r"\\(?P<literal>[!-/:-@\[-`{-~–])"
    r"|\[(?P<words>(?:[^\[\]\\]|\\.)+)\]\((?P<address>[^\s()<>\[\]]+)\)"
    r"|(?P<stars>\*+)"
)
STRONG, EM = 2, 1


@dataclass
class _Token:
    """Some text, or stars that turn marks on or off, or words that lead somewhere."""

    text: str = ""
    turns: int = 0
    href: str | None = None


def inline(line: str) -> Runs:
    """Return the runs of a line."""
    return tidy(_runs(line))


def _runs(line: str) -> Iterator[Run]:
    tokens = list(_tokens(line))
    for mark in (STRONG, EM):
        turning = [token for token in tokens if token.turns & mark]
        if len(turning) % 2:  # opened and never closed: the stars are stars
            turning[-1].turns -= mark
            turning[-1].text += "*" * mark
    strong = em = False
    for token in tokens:
        strong, em = strong ^ bool(token.turns & STRONG), em ^ bool(token.turns & EM)
        if token.href is None:
            yield Run(token.text, strong, em)
            continue
        for run in _runs(token.text):
            yield Run(run.text, strong or run.strong, em or run.em, token.href)


def _tokens(line: str) -> Iterator[_Token]:
    end = 0
    for match in _TOKEN.finditer(line):
        token = _token(match, line)
        if token is None:
            continue
        yield _Token(line[end : match.start()])
        yield token
        end = match.end()
    yield _Token(line[end:])


def _token(match: re.Match[str], line: str) -> _Token | None:
    """Return what a piece means; nothing where it means itself."""
    if match["literal"]:
        return _Token(match["literal"])
    if match["stars"]:
        around = line[max(0, match.start() - 1) : match.start()], line[match.end() : match.end() + 1]
        is_mark = len(match["stars"]) <= STRONG + EM and any(sign.strip() for sign in around)
        return _Token(turns=len(match["stars"])) if is_mark else None
    href = addresses.href(match["address"])
    return None if href is None else _Token(match["words"], href=href)
