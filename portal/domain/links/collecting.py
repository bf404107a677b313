"""Finds every address that museums have published, wherever they wrote it: no kind of block need say where.

Whatever is text in a live block is looked through, so that a block added tomorrow is checked from its first day. What
the register says of a museum's site counts where the museum has not written its own.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from portal.domain.links.models import LONGEST
from portal.domain.museums.models import Museum, MuseumProfile
from portal.domain.revisions import ContentBlock, Revision, Snapshot

REGISTER = "register"
"""Where an address stands that the museum has not written."""

_ADDRESS = re.compile(r"https?://[^\s<>\"'«»“”\\^`{|}]+", re.IGNORECASE)
_AFTER = ".,;:!?…*_"


@dataclass(frozen=True)
class Found:
    """An address, and where it is written."""

    museum_id: int
    kind: str
    """The kind of block, or `REGISTER`."""
    path: str
    """The field: `website`, `presentation.fr`."""
    address: str


def of_museum(session: Session, museum_id: int) -> Sequence[Found]:
    """Return a museum's published addresses, each once a field."""
    return _found(session, Museum.id == museum_id, ContentBlock.museum_id == museum_id)


def everywhere(session: Session) -> Sequence[Found]:
    """Return every museum's published addresses, in a scope that sees them all: three statements."""
    return _found(session, Museum.archived_at.is_(None), ContentBlock.id.is_not(None))


def addresses_in(text: str) -> list[str]:
    """Return the web addresses of a text, as a reader would follow them."""
    return [address for match in _ADDRESS.finditer(text) if (address := _whole(match[0])[0])]


def replaced(content: Any, old: str, new: str) -> Any:
    """Return a content with an address put in the place of another, and nothing else touched."""
    if isinstance(content, dict):
        return {name: replaced(value, old, new) for name, value in content.items()}
    if isinstance(content, list):
        return [replaced(value, old, new) for value in content]
    if not isinstance(content, str):
        return content

    def put(match: re.Match[str]) -> str:
        address, rest = _whole(match[0])
        if address != old:
            return match[0]
        is_markup = "&amp;" in match[0] or "<" in content
        return (html.escape(new) if is_markup else new) + rest

    return _ADDRESS.sub(put, content)


def _found(session: Session, of: ColumnElement[bool], blocks: ColumnElement[bool]) -> list[Found]:
    museums = session.execute(
        select(Museum.id, Museum.website, MuseumProfile.website)
        .outerjoin(MuseumProfile, MuseumProfile.museum_id == Museum.id)
        .where(of)
        .order_by(Museum.id)
    ).all()
    found: list[Found] = []
    for museum_id, register, own in museums:
        if own:
            found += _in_text(museum_id, "profile", "website", own)
        elif register:
            found += _in_text(museum_id, REGISTER, "website", register)
    known = {museum_id for museum_id, _register, _own in museums}
    for museum_id, kind, snapshot in session.execute(
        select(ContentBlock.museum_id, ContentBlock.kind, Revision.snapshot)
        .join(Revision, Revision.id == ContentBlock.live_revision_id)
        .where(blocks)
        .order_by(ContentBlock.museum_id, ContentBlock.id)
    ):
        if museum_id in known:
            found += _in_snapshot(museum_id, kind, snapshot)
    return list(dict.fromkeys(found))


def _in_snapshot(museum_id: int, kind: str, snapshot: Snapshot) -> Iterator[Found]:
    for path, text in _texts("", snapshot):
        yield from _in_text(museum_id, kind, path, text)


def _in_text(museum_id: int, kind: str, path: str, text: str) -> Iterator[Found]:
    for address in addresses_in(text):
        if len(address) <= LONGEST:
            yield Found(museum_id, kind, path, address)


def _texts(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield every text of a snapshot, with the way to it."""
    if isinstance(value, str):
        yield path, value
        return
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inner:
        yield from _texts(f"{path}.{name}" if path else str(name), each)


def _whole(written: str) -> tuple[str, str]:
    """Return the address of a run of signs, and what of it was only punctuation."""
    address = written.rstrip(_AFTER)
    while address.endswith((")", "]")) and address.count("(") + address.count("[") < address.count(
        ")"
    ) + address.count("]"):
        address = address[:-1].rstrip(_AFTER)
    return html.unescape(address), written[len(address) :]
