"""Sets plain text as French and Occitan set it: no-break spaces, apostrophes, ellipses.

Occitan follows the French spacing, which is the use of its localisations (Occitan guide, §3).
The functions read text nodes, never whole documents, and may be applied twice without harm.
"""

import re
from functools import cache

from markupsafe import Markup, escape

from portal.web.kit.languages import Language

NBSP = "\u00a0"
NARROW = "\u202f"

# What is copied or clicked is not prose: addresses, and the entities of text already escaped.
_UNTOUCHED = re.compile(r"((?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|&#?\w+;)")
_TAGS = re.compile(r"(<[^>]*>)")

_SPACES = f"[ \t{NBSP}{NARROW}]"
# A mark ends a group of words when a space, another mark or the end follows: `10:30` and `a?b` do not.
_ENDS = r"(?=[\s;!?:»”)\]…]|$)"

_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\.{3,}", "…"),
        (r"(?<=[^\W\d_])'(?=[\w«“\"])", "’"),
        (rf"{_SPACES}+([;!?]){_ENDS}", rf"{NARROW}\1"),
        (rf"(?<=[\w»”)\]’…%€])([;!?]){_ENDS}", rf"{NARROW}\1"),
        (rf"{_SPACES}+:{_ENDS}", f"{NBSP}:"),
        (rf"(?<=[\w»”)\]%€]):{_ENDS}", f"{NBSP}:"),
        (rf"«{_SPACES}*", f"«{NBSP}"),
        (rf"{_SPACES}*»", f"{NBSP}»"),
        # Thousands in groups of three: `4 500`, `1 200 000`.
        (r"(?<!\d)(\d{1,3}) (?=\d{3}(?!\d))", rf"\1{NARROW}"),
        (r"(?<=\d)[ \t]*(?=[€%](?!\w))", NBSP),
        (r"(?<=\d)[ \t]+(?=(?:h|km|cm|mm|m|m²|min|kg|ha)(?![\w’']))", NBSP),
        (rf"(?<=\d[{NBSP}{NARROW}]h)[ \t]+(?=\d\d(?!\d))", NBSP),
    )
)

# The words that lose their vowel, for an apostrophe that ends a text node: `l'` before `<em>`.
_ELIDED = {"fr": "[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu", "oc": "[dlmnst]|qu"}

# Roman numerals stop at XXXIX: with L or C, the articles `Le` and `Ce` would be numbers.
_RAISED = re.compile(
    r"\b(1)(er|re)\b|\b(\d+)(e)\b|\b(I)(er)\b|\b(V|X|(?=[XVI]{2})X{0,3}(?:IX|IV|V?I{0,3}))(e)\b"
)


def typographic(text: str, language: Language) -> str:
    """Return plain text with the spaces, apostrophes and ellipses its language asks for."""
    pieces = _UNTOUCHED.split(text)
    pieces[::2] = [_set(piece, language) for piece in pieces[::2]]
    return "".join(pieces)


def typographic_markup(text: str, language: Language) -> Markup:
    """Return the text set and escaped, French ordinals raised: `1<sup>er</sup>`, `XIX<sup>e</sup>`.

    Text that is already `Markup` keeps its tags; only what stands between them changes.
    """
    html = str(text) if isinstance(text, Markup) else str(escape(typographic(text, language)))
    pieces = _TAGS.split(html)
    pieces[::2] = [_raise(typographic(piece, language), language) for piece in pieces[::2]]
    return Markup("".join(pieces))  # noqa: S704 - plain text was escaped above, Markup came in as Markup


def _set(text: str, language: Language) -> str:
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _elision(language).sub(r"\1’", text)


def _raise(text: str, language: Language) -> str:
    # Occitan ordinals (`1èr`, `3en`) stay on the line.
    if language != "fr":
        return text
    pieces = _UNTOUCHED.split(text)  # an address keeps its own letters
    pieces[::2] = [_RAISED.sub(_raised, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _raised(match: re.Match[str]) -> str:
    number, ending = (group for group in match.groups() if group is not None)
    return f"{number}<sup>{ending}</sup>"


@cache
def _elision(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b({_ELIDED[language]})'$", re.IGNORECASE)
