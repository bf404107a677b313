"""A museum's page before it is published: what stands there on a day, and the secret links that show it."""

from portal.domain.previews.links import (
    LIFETIME,
    Link,
    TooManyLinksError,
    Worth,
    all_of,
    find,
    forget_old,
    is_newly_opened,
    make,
    open_,
    revoke,
)
from portal.domain.previews.models import LONGEST_NOTE, PreviewLink
from portal.domain.previews.texts import Page, Waiting, page_of

__all__ = [
    "LIFETIME",
    "LONGEST_NOTE",
    "Link",
    "Page",
    "PreviewLink",
    "TooManyLinksError",
    "Waiting",
    "Worth",
    "all_of",
    "find",
    "forget_old",
    "is_newly_opened",
    "make",
    "open_",
    "page_of",
    "revoke",
]
