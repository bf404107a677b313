"""The texts of the Fiche: what each is made of, how many signs it may hold, how many words serve it best."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from portal.domain import rich_text, texts

Cleaned = Callable[[str | None, int], str | None]


@dataclass(frozen=True)
class Text:
    """A text in two languages."""

    clean: Cleaned
    longest: int
    """In signs; of a rich text, those of its words."""
    advised: tuple[int, int] | None = None
    """How many words serve it best, at least and at most."""

    @property
    def is_rich(self) -> bool:
        """Whether it has headings, lists and links, and is kept as HTML."""
        return self.clean is rich_text.cleaned

    def checked(self, typed: str | None) -> str | None:
        """Return what was typed as it is kept; raise a `DomainError` where it may not be."""
        return self.clean(typed, self.longest)

    def lines(self, kept: str | None) -> list[str]:
        """Return the words of each of its paragraphs."""
        return rich_text.lines(kept) if self.is_rich else [part for part in (kept or "").split("\n") if part]


_rich = partial(Text, rich_text.cleaned)
TEXTS: Mapping[str, Text] = {
    "usage_name": Text(texts.line, 120),
    "title_line": Text(texts.line, 80),
    "presentation": Text(texts.lines, 3_000, (25, 70)),
    "long_text": _rich(8_000, (80, 400)),
    "history": _rich(6_000, (80, 300)),
    "building": _rich(6_000, (60, 250)),
    "practical_notes": _rich(3_000, (20, 150)),
}
RICH = tuple(name for name, text in TEXTS.items() if text.is_rich)
