"""What changed between two texts, word by word, for people to see (pure)."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

LONGEST = 4000
"""Words compared one by one; beyond, the whole text is shown as replaced, for the cost grows with the square."""
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Part:
    """A run of words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


def difference(before: str, after: str) -> list[Part]:
    """Return the runs of words that lead from one text to the other."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > LONGEST:
        return _whole(before, after)
    parts: list[Part] = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            parts.append(Part("same", "".join(old[old_from:old_to])))
            continue
        parts += _whole("".join(old[old_from:old_to]), "".join(new[new_from:new_to]))
    return parts


def _whole(before: str, after: str) -> list[Part]:
    gone = [Part("gone", before)] if before else []
    return [*gone, Part("new", after)] if after else gone
