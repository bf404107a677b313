"""What a page knows of its being a preview: what it shows, of which day, and where its controls lead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from flask import request, url_for

from portal.domain.museums import MuseumEntry
from portal.domain.previews import Page, Waiting
from portal.web.kit import formats, moments
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _
from portal.web.kit.preview.asked import Asked
from portal.web.kit.written import WRITTEN

PictureAddress = Callable[[str, str, str, str], str]
"""Returns where a copy is served to this reader: its picture's token, its set, its name and its extension."""


@dataclass(frozen=True)
class Line:
    """A text that waits, as the preview's band says it."""

    kind: str
    name: LazyString
    waiting: Waiting

    @property
    def said(self) -> str:
        """Where it stands: a draft kept when, a publication planned for when."""
        return _standing(self.waiting)


@dataclass(frozen=True)
class Frame:
    """What the page knows of its being a preview."""

    asked: Asked
    lines: tuple[Line, ...]
    tokens: frozenset[str]
    """The pictures that are served to this reader alone."""
    picture: PictureAddress
    back: str = ""
    """Where the museum's people go back to."""
    share: str = ""
    """Where a link to it is made."""
    until: datetime | None = None
    """Of a secret link, when it dies."""

    @property
    def is_secret(self) -> bool:
        """Whether somebody without an account follows a link to it."""
        return self.until is not None

    @property
    def shown(self) -> list[Line]:
        """What waits and is shown."""
        return [line for line in self.lines if line.waiting.is_shown]

    @property
    def day(self) -> str:
        """The day shown, in words."""
        return formats.full_date(self.asked.day, page_language())

    @property
    def here(self) -> str:
        """The preview's own address, without parameters."""
        values: dict[str, Any] = dict(request.view_args or {})
        if isinstance(values.get("museum"), MuseumEntry):
            values["museum"] = values["museum"].slug
        return url_for(request.endpoint or "", **values)

    def address(self, **changes: str) -> str:
        """Return the address of this preview with some parameters changed."""
        kept = [(name, value) for name, value in self.asked.parameters if name not in changes]
        return f"{self.here}?{urlencode([*kept, *changes.items()])}"

    def hidden(self, *without: str) -> list[tuple[str, str]]:
        """Return the parameters that a form must carry along, except some."""
        return [(name, value) for name, value in self.asked.parameters if name not in without]


def lines(page: Page, kinds: Iterable[str] | None = None) -> tuple[Line, ...]:
    """Return what waits, in the order of the museum's space; of these kinds only, where they are named."""
    wanted = None if kinds is None else set(kinds)
    waiting = {one.kind: one for one in page.waiting if wanted is None or one.kind in wanted}
    return tuple(Line(each.kind, each.name, waiting[each.kind]) for each in WRITTEN if each.kind in waiting)


def _standing(one: Waiting) -> str:
    revision, language = one.revision, page_language()
    if revision.go_live_at is None:
        kept = moments.moment(revision.submitted_at or revision.created_at, language)
        proposed, draft = _("proposé le %(moment)s", moment=kept), _("brouillon du %(moment)s", moment=kept)
        return proposed if revision.submitted_at else draft
    begins = moments.moment(revision.go_live_at, language)
    if revision.expire_at is None:
        return _("prévu pour le %(moment)s", moment=begins)
    ends = moments.moment(revision.expire_at, language)
    return _("prévu du %(moment)s au %(end)s", moment=begins, end=ends)
