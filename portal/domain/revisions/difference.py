"""What differs between two contents of a block, field by field, and between two texts, word by word."""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

MOST_WORDS = 1_000
"""Of the parts that differ; beyond, one whole replaces another, since comparing costs the product of both."""
AROUND = 10
"""Words kept on either side of a change."""

_WORD = re.compile(r"\s*\S+|\s+$")


@dataclass(frozen=True)
class Change:
    """One field of a block that differs; a text in two languages is two fields, `name.fr` and `name.oc`."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Span:
    """A run of a text: in both, only in the earlier or only in the later."""

    kind: Literal["same", "del", "ins"]
    text: str


def flat(snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a content, those inside another named after it."""
    found: dict[str, Any] = {}
    for name, value in snapshot.items():
        if isinstance(value, Mapping):
            found |= {f"{name}.{inner}": each for inner, each in flat(value).items()}
        else:
            found[name] = value
    return found


def difference(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, fields: Sequence[str] = ()
) -> list[Change]:
    """Return the fields that differ, in the block's order; nothing written and nothing there are the same."""
    old, new = flat(before or {}), flat(after or {})
    order = {name: place for place, name in enumerate(fields)}
    names = sorted(dict.fromkeys([*new, *old]), key=lambda name: order.get(name.split(".")[0], len(order)))
    return [
        Change(name, old.get(name), new.get(name)) for name in names if _told(old, name) != _told(new, name)
    ]


def with_fields(
    content: Mapping[str, Any], other: Mapping[str, Any], fields: Sequence[str]
) -> dict[str, Any]:
    """Return a content with some fields, named as `difference` names them, as another content has them."""
    taken = deepcopy(dict(content))
    for field in fields:
        *groups, last = field.split(".")
        target, source = taken, other
        for group in groups:
            target = target.setdefault(group, {})
            source = source.get(group) or {}
        if last in source:
            target[last] = deepcopy(source[last])
        else:
            target.pop(last, None)
    return taken


def words_difference(before: str, after: str) -> list[Span]:
    """Return the later text with what it took from the earlier one, word by word."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    spans = [Span("same", "".join(old[:head])), *_middle(middle_old, middle_new)]
    spans.append(Span("same", "".join(old[len(old) - tail :])))
    return [span for span in spans if span.text]


def abridged(spans: Sequence[Span]) -> list[Span]:
    """Return the spans with what did not change cut short: a few words before and after what did."""
    last = len(spans) - 1
    return [
        Span("same", _cut(span.text, is_first=at == 0, is_last=at == last)) if span.kind == "same" else span
        for at, span in enumerate(spans)
    ]


def begun(spans: Sequence[Span], most: int) -> list[Span]:
    """Return the first spans, of so many signs at most, and a mark where there is more."""
    kept: list[Span] = []
    for span in spans:
        room = most - sum(len(each.text) for each in kept)
        if len(span.text) > room:
            cut = [Span(span.kind, span.text[:room])] if room > 0 else []
            return [*kept, *cut, Span("same", " […]")]
        kept.append(span)
    return kept


def _cut(text: str, *, is_first: bool, is_last: bool) -> str:
    words = _WORD.findall(text)
    if len(words) <= 3 * AROUND:
        return text
    before = "" if is_first else "".join(words[:AROUND])
    after = "" if is_last else "".join(words[-AROUND:])
    return f"{before} […]{after}" if after else f"{before} […]"


def _told(flattened: Mapping[str, Any], name: str) -> Any:
    value = flattened.get(name)
    return None if value in ("", [], {}) else value


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _middle(old: list[str], new: list[str]) -> list[Span]:
    if len(old) > MOST_WORDS or len(new) > MOST_WORDS:
        return [Span("del", "".join(old)), Span("ins", "".join(new))]
    spans = []
    for what, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if what == "equal":
            spans.append(Span("same", "".join(old[a:b])))
        else:
            spans += [Span("del", "".join(old[a:b])), Span("ins", "".join(new[c:d]))]
    return spans
