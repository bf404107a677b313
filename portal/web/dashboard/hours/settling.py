"""The page of two people who wrote hours at once: both texts in words, part by part, and whose to keep."""

from collections.abc import Iterator

from flask import Response
from werkzeug.datastructures import MultiDict

from portal.domain import hours
from portal.domain.revisions import ConflictError
from portal.web.dashboard.hours.saving import DISPUTED, Desk, DisputesError
from portal.web.kit import authors, conflicts, hour_parts
from portal.web.kit.conflicts import Conflict, Disputed
from portal.web.kit.forms import BaseForm
from portal.web.kit.versions import CHOICE

VERSIONS = {hours.HOURS.kind: "version", hours.EXCEPTIONS.kind: "exceptions_version"}
"""The form's field of the version of each block."""


def answer(told: DisputesError, form: BaseForm, action: str, posted: MultiDict[str, str]) -> Response:
    """Return the page, status 409, that posts the choices to `action` with all that was typed."""
    versions = {name: str(posted.get(name, "")) for name in VERSIONS.values()}
    disputed: list[Disputed] = []
    named: list[tuple[str, str]] = []
    same = len(hour_parts.PARTS)
    for desk, error in told.disputes:
        versions[VERSIONS[desk.block.kind]] = str(error.version)
        named.append((DISPUTED, desk.block.kind))
        disputed += _parts(desk, error, posted)
    kept = [pair for pair in _typed(posted) if pair[0] not in versions]
    kept += named
    kept.append(("exceptions_version", versions["exceptions_version"]))
    first = told.disputes[0][1].theirs
    version = versions["version"]
    number = int(version) if version.isdigit() else -1
    shown = Conflict(first, number, disputed, same - len(disputed), kept, hours.HOURS.kind)
    return conflicts.answer(
        shown, form, action, layout="layouts/desk.html", name=authors.name_of(first) if first else None
    )


def _parts(desk: Desk, error: ConflictError, posted: MultiDict[str, str]) -> Iterator[Disputed]:
    theirs = error.theirs.content if error.theirs else desk.block.blank
    for part in desk.block.fields:
        if theirs[part] == error.yours[part]:
            continue
        default = None
        if error.base is not None and theirs[part] == error.base[part]:
            default = "yours"
        elif error.base is not None and error.yours[part] == error.base[part]:
            default = "theirs"
        spans = hour_parts.difference(part, theirs[part], error.yours[part])
        yield Disputed(
            field=part,
            label=str(hour_parts.PARTS[part]),
            lang=None,
            theirs=[(span.text, span.kind == "del") for span in spans if span.kind != "ins"],
            yours=[(span.text, span.kind == "ins") for span in spans if span.kind != "del"],
            chosen=posted.get(CHOICE + part, default),
            both=None,
        )


def _typed(posted: MultiDict[str, str]) -> Iterator[tuple[str, str]]:
    ours = {"csrf_token", "action", "do", DISPUTED}
    return (
        pair for pair in posted.items(multi=True) if pair[0] not in ours and not pair[0].startswith(CHOICE)
    )
