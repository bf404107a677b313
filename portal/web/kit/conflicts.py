"""What the page of two editors shows: both texts of every field that differs, and whose to keep."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, g, make_response, render_template
from werkzeug.datastructures import MultiDict

from portal.config import PARIS
from portal.domain import revisions
from portal.domain.revisions import Block, Change, ConflictError, Revision
from portal.web.kit import dates, review
from portal.web.kit.forms import BaseForm
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.versions import BOTH, CHOICE

_OUR_OWN = {"version", "csrf_token", "action"}
"""What the page writes anew instead of carrying it along; `action` is the name of a form's buttons."""

Words = list[tuple[str, bool]]
"""A text in runs, and whether each is in this one only."""


@dataclass(frozen=True)
class Disputed:
    """One field of which there are two texts."""

    field: str
    label: str
    lang: str | None
    theirs: Words
    yours: Words
    chosen: str | None
    """Whose text is kept unless something else is chosen; nobody's where both have changed it."""
    both: str | None
    """A text to begin from for those who keep both, where the field is a text."""


@dataclass(frozen=True)
class Conflict:
    """Two texts of one block."""

    theirs: Revision | None
    version: int
    disputed: list[Disputed]
    same: int
    """How many fields read the same in both."""
    kept: list[tuple[str, str]]
    """All that was typed, carried along."""
    kind: str = ""
    """The kind of block, which says whether this person publishes it."""

    @property
    def undecided(self) -> int:
        """How many fields wait for a choice."""
        return sum(each.chosen is None for each in self.disputed)


def conflict_of(
    error: ConflictError,
    block: Block,
    labels: Mapping[str, str],
    posted: MultiDict[str, str],
    say: Callable[[str, Any], str] = lambda _field, value: str(value or ""),
    *,
    is_prose: Callable[[str], bool] = lambda _field: True,
) -> Conflict:
    """Return what the page shows; `labels` names the fields (`phone`, `name.oc`), `say` writes their values.

    `is_prose` says of which fields both texts may be kept in one.
    """
    theirs = error.theirs.content if error.theirs else block.blank
    by_us = {change.field for change in revisions.difference(error.base, error.yours)}
    by_them = {change.field for change in revisions.difference(error.base, theirs)}
    changes = revisions.difference(theirs, error.yours, block.fields)
    disputed = [
        _disputed(
            change,
            labels,
            posted,
            _only_changed_by(change.field, by_us, by_them, error.base),
            say,
            is_prose=is_prose(change.field),
        )
        for change in changes
    ]
    same = len(revisions.flat(error.yours)) - len(disputed)
    return Conflict(error.theirs, error.version, disputed, same, list(_kept(posted)), block.kind)


def answer(
    conflict: Conflict, form: BaseForm, action: str, *, layout: str, name: str | None = None
) -> Response:
    """Return the page, status 409: it says who wrote, keeps everything, and posts the choices to `action`."""
    html = render_template(
        "errors/conflict.html",
        conflict=conflict,
        form=form,
        action=action,
        layout=layout,
        name=name,
        their_label=_their_label(conflict.theirs, name),
        publishes="museum" not in g or review.may_publish(conflict.kind),
    )
    response = make_response(html, 409)
    response.headers["Cache-Control"] = "no-store"
    return response


def _their_label(theirs: Revision | None, name: str | None) -> str:
    """Return who wrote the other text and when, as far as is known."""
    if theirs is None:
        return _("L’autre texte")
    local, language = theirs.created_at.astimezone(PARIS), page_language()
    day, time = dates.weekday_date(local.date(), language), dates.clock_time(local.time(), language)
    if name is None:
        return _("L’autre texte, %(day)s à %(time)s", day=day, time=time)
    return _("%(name)s, %(day)s à %(time)s", name=name, day=day, time=time)


def _only_changed_by(field: str, by_us: set[str], by_them: set[str], base: object) -> str | None:
    if base is None or (field in by_us and field in by_them):
        return None
    return "yours" if field in by_us else "theirs"


def _disputed(
    change: Change,
    labels: Mapping[str, str],
    posted: MultiDict[str, str],
    default: str | None,
    say: Callable[[str, Any], str],
    *,
    is_prose: bool,
) -> Disputed:
    theirs, yours = say(change.field, change.before), say(change.field, change.after)
    spans = revisions.words_difference(theirs, yours)
    is_text = is_prose and all(isinstance(value, str | None) for value in (change.before, change.after))
    last = change.field.rpartition(".")[2]
    return Disputed(
        field=change.field,
        label=labels.get(change.field, change.field),
        lang=last if last in {"fr", "oc"} else None,
        theirs=[(span.text, span.kind == "del") for span in spans if span.kind != "ins"],
        yours=[(span.text, span.kind == "ins") for span in spans if span.kind != "del"],
        chosen=posted.get(CHOICE + change.field, default),
        both=posted.get(BOTH + change.field, "\n\n".join(filter(None, (theirs, yours)))) if is_text else None,
    )


def _kept(posted: MultiDict[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in posted.items(multi=True) if not _is_ours(name))


def _is_ours(name: str) -> bool:
    return name in _OUR_OWN or name.startswith((CHOICE, BOTH))
