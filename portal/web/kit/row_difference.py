"""What differs between two lists of rows said in words: rows that went, rows that came, rows that changed."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from portal.domain import revisions
from portal.domain.revisions import Span


def difference(old: Sequence[str], new: Sequence[str]) -> list[Span]:
    """Return the later rows with what they took from the earlier, a line each."""
    spans: list[Span] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            spans += [Span("same", f"{line}\n") for line in old[a:b]]
        elif what == "replace" and b - a == d - c:
            for one, other in zip(old[a:b], new[c:d], strict=True):
                spans += [*revisions.words_difference(one, other), Span("same", "\n")]
        else:
            spans += [Span("del", f"{line}\n") for line in old[a:b]]
            spans += [Span("ins", f"{line}\n") for line in new[c:d]]
    return spans
