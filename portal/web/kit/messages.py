"""The catalogue's messages in the page's language, typed: French is the source, Occitan the translation."""

from typing import Any

import flask_babel
from flask_babel.speaklater import LazyString

__all__ = ["LazyString", "_", "_l", "ngettext"]


def _(message: str, **values: Any) -> str:
    """Return a message in the page's language."""
    return str(flask_babel.gettext(message, **values))


def ngettext(singular: str, plural: str, num: int, **values: Any) -> str:
    """Return a message that depends on a number, which it may show as `%(num)s`."""
    return str(flask_babel.ngettext(singular, plural, num, **values))


def _l(message: str, **values: Any) -> LazyString:
    """Return a message that waits for the page to know its language."""
    return flask_babel.lazy_gettext(message, **values)
