"""Errors as problem+json (RFC 9457), never as pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException

from portal.web.api.answers import written
from portal.web.kit import errors
from portal.web.kit.errors import Explanation
from portal.web.kit.messages import LazyString, _, _l
from portal.web.kit.questions import Notice

MIMETYPE = "application/problem+json"


@dataclass(frozen=True)
class Words:
    """What a problem says where the page's own words would make no sense to a program."""

    title: LazyString
    detail: LazyString


WORDS = {
    404: Words(
        _l("Rien à cette adresse"),
        _l("Ce musée, cette page de la liste ou cette adresse n’existe pas. La page /api/v1/ les présente."),
    ),
    405: Words(
        _l("L’API se lit seulement"),
        _l("Elle répond à GET, HEAD et OPTIONS."),
    ),
    429: Words(
        _l("Trop de demandes"),
        _l("Attendez le nombre de secondes que dit l’en-tête Retry-After, puis recommencez."),
    ),
}


def init_app(app: Flask, prefix: str) -> None:
    """Answer every error under this path with a problem."""
    errors.answer_under(app, prefix, _answer)


def refused(notices: Iterable[Notice]) -> Response | None:
    """Return the problem of the values that make no sense, if there are any."""
    found = [{"name": each.parameter, "sentence": each.sentence} for each in notices if each.is_refusal]
    if not found:
        return None
    title = _("Un paramètre n’a pas de sens")
    detail = " ".join(f"{each['name']}\u00a0: {each['sentence']}" for each in found)
    return _problem(422, title, detail, parameters=found)


def _answer(code: int, explanation: Explanation, reference: str | None) -> Response:
    elsewhere = _without_slash() if code == 404 else None
    if elsewhere is not None:
        return elsewhere
    words = WORDS.get(code)
    title, detail = (words.title, words.detail) if words else (explanation.title, explanation.advice)
    more = {"reference": reference} if reference else {}
    return _problem(code, str(title), str(detail), **more)


def _problem(code: int, title: str, detail: str, **more: object) -> Response:
    body = {"type": "about:blank", "title": title, "status": code, "detail": detail, **more}
    response = Response(written(body), code, mimetype=MIMETYPE)
    response.headers["Cache-Control"] = "no-store"
    return response


def _without_slash() -> Response | None:
    """Return the redirection to the address less its final slash, where there is something."""
    path = request.path.removesuffix("/")
    if path == request.path or path.endswith("/"):
        return None
    try:
        current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        return None
    query = request.query_string.decode("latin-1")
    return Response(status=308, headers={"Location": f"{path}?{query}" if query else path})
