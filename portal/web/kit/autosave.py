"""Keeps what is being typed as a draft, without being asked: for every form of a block, on one line of its view.

The browser sends the form itself, with a header (`keep-typing.js`); the answer is JSON. A draft is kept where nothing
waits or where one's own draft does: never is anything published, proposed, or put in the place of another text.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from flask import Response, abort, jsonify, make_response, request, session
from flask.typing import ResponseReturnValue

from portal.config import PARIS
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Head, State
from portal.web.kit import authors, clock, dates
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

HEADER = "X-Keep-Typing"
DRAFT = "draft"

Heads = Callable[..., Mapping[str, Head]]
"""Returns the heads that a form writes, by the names of its hidden versions, from what the view is called with."""
View = Callable[..., ResponseReturnValue]


def keeps_typing(heads: Heads) -> Callable[[View], View]:
    """Let a view of a form also be asked by the browser to keep what is being typed."""

    def around(view: View) -> View:
        @wraps(view)
        def answer(museum: MuseumEntry, **values: Any) -> ResponseReturnValue:
            if HEADER not in request.headers or request.method != "POST":
                return view(museum=museum, **values)
            if request.form.get("action", DRAFT) != DRAFT or "do" in request.form:
                abort(400)
            waiting = _in_the_way(heads(museum=museum, **values), museum)
            if waiting is not None:
                return _told(_not_over(waiting, museum), 409)
            flashes = list(session.get("_flashes", ()))
            response = make_response(view(museum=museum, **values))
            _forget_flashes(flashes)
            return _answer(response, heads(museum=museum, **values))

        return answer

    return around


def _in_the_way(heads: Mapping[str, Head], museum: MuseumEntry) -> Head | None:
    """Return what waits and is not one's own draft."""
    return next((head for head in heads.values() if head.pending and not _is_own_draft(head, museum)), None)


def _is_own_draft(head: Head, museum: MuseumEntry) -> bool:
    pending = head.pending
    return (
        pending is not None and pending.state is State.DRAFT and pending.is_written_by(authors.author(museum))
    )


def _not_over(head: Head, museum: MuseumEntry) -> str:
    pending = head.pending
    if pending is not None and not pending.is_written_by(authors.author(museum)):
        return _(
            "Un texte de %(name)s attend : le vôtre ne sera gardé que par un bouton.",
            name=authors.name_of(pending),
        )
    return _("Un texte attend déjà : celui-ci ne sera gardé que par un bouton.")


def _answer(response: Response, heads: Mapping[str, Head]) -> Response:
    if response.status_code == 409:
        return _told(
            _("Quelqu’un a écrit entre-temps. Rien n’est perdu : « Garder » vous montrera les deux textes."),
            409,
        )
    if response.status_code >= 400:
        return _told(_("Pas encore gardé : quelque chose est à corriger ou à finir."), 422)
    now = clock.now().astimezone(PARIS)
    is_draft = any(head.pending for head in heads.values())
    said = (
        _("Brouillon gardé à %(time)s", time=dates.clock_time(now.time(), page_language()))
        if is_draft
        else ""
    )
    versions = {name: head.version for name, head in heads.items()}
    first = next(iter(versions.values()))
    return jsonify(version=first, versions=versions, at=now.isoformat(timespec="seconds"), message=said)


def _told(sentence: str, status: int) -> Response:
    response = jsonify(message=sentence)
    response.status_code = status
    return response


def _forget_flashes(before: Any) -> None:
    """Take back what the view would have said on the next page."""
    if before:
        session["_flashes"] = before
    else:
        session.pop("_flashes", None)
