"""HTML, in and out: whatever was pasted is read into lines; a document is written in one spelling."""

import re
from collections.abc import Iterable
from html import escape

import nh3

from portal.domain.rich_text.nodes import Block, Document, Heading, Item, Listing, Paragraph, Quote, Run, Runs
from portal.domain.rich_text.pasting import BLOCKS, MARKS, Reader
from portal.domain.rich_text.tidying import document

_STYLED = ("p", "span", "b", "strong", "i", "em", "li")
_CLEANER = nh3.Cleaner(
    tags={*BLOCKS, *MARKS, "a", "br", "ul", "ol", "li", "blockquote", "span"},
    clean_content_tags={
        *("script", "style", "title", "template", "svg", "math", "iframe", "object", "noscript"),
        *("select", "option", "textarea", "button", "audio", "video", "canvas", "xml"),
    },
    attributes={"a": {"href"}, **{tag: {"style", "class"} for tag in _STYLED}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


DEEPEST = 200
"""Elements inside one another: beyond, nobody wrote it, and reading it costs the square of its depth."""
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>", re.IGNORECASE)
# What needs no end, or ends by itself.
_UNCLOSED = frozenset(
    (
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "br",
        "hr",
        "img",
        "wbr",
        "col",
        "meta",
        "link",
        "input",
    )
)


def read(html: str) -> Document:
    """Return what a piece of HTML says, and nothing of what it could do."""
    reader = Reader()
    reader.feed(_CLEANER.clean(_TAG.sub(" ", html) if _is_bottomless(html) else html))
    return document(reader.lines())


def _is_bottomless(html: str) -> bool:
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _UNCLOSED:
            depth = max(0, depth + (-1 if tag[1] else 1))
            if depth > DEEPEST:
                return True
    return False


def write(blocks: Document) -> str:
    """Return a document as HTML."""
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return f"<p>{_inline(runs)}</p>"
        case Heading(level, runs):
            return f"<h{level}>{_inline(runs)}</h{level}>"
        case Quote(paragraphs):
            inside = "".join(f"<p>{_inline(runs)}</p>" for runs in paragraphs)
            return f"<blockquote>{inside}</blockquote>"
        case Listing(ordered, items):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{_items(items)}</{tag}>"


def _items(items: Iterable[Item]) -> str:
    return "".join(f"<li>{_inline(item.runs)}{''.join(map(_block, item.lists))}</li>" for item in items)


def _inline(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    html = escape(run.text, quote=False)
    for tag, is_on in (("em", run.em), ("strong", run.strong)):
        if is_on:
            html = f"<{tag}>{html}</{tag}>"
    return html if run.href is None else f'<a href="{escape(run.href)}">{html}</a>'
