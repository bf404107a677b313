"""Error answers: a calm page in the visitor's language that says what happened and what to do next."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, make_response, render_template, request
from werkzeug.exceptions import HTTPException, SecurityError

from portal.domain.revisions import ReviewedFirstError
from portal.web.kit.messages import LazyString, _l

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Explanation:
    """What an error page says."""

    title: LazyString
    advice: LazyString


EXPLANATIONS: dict[int, Explanation] = {
    400: Explanation(
        _l("Cette demande n’a pas été comprise"),
        _l(
            "L’adresse ou le formulaire contient quelque chose d’inattendu. Revenez en arrière et recommencez."
        ),
    ),
    403: Explanation(
        _l("Cette porte ne vous est pas ouverte"),
        _l(
            "Votre compte n’a pas ce droit ici. Demandez-le à la personne responsable du musée ou à l’association."
        ),
    ),
    404: Explanation(
        _l("Le cadre est là, l’œuvre est partie"),
        _l(
            "L’adresse a changé ou n’a jamais existé. Ce n’est pas vous : "
            "c’est nous qui avons déplacé quelque chose.",
        ),
    ),
    405: Explanation(
        _l("Cette page ne s’utilise pas ainsi"),
        _l("Elle se lit, mais ne reçoit pas ce qui vient d’être envoyé. Revenez à la page précédente."),
    ),
    409: Explanation(
        _l("Quelqu’un a écrit en même temps que vous"),
        _l("Rien n’est perdu : revenez à la page précédente, vos textes y sont encore."),
    ),
    413: Explanation(
        _l("C’est trop lourd pour nous"),
        _l("Le fichier ou le texte envoyé dépasse la taille acceptée. Envoyez-le en plus petit."),
    ),
    422: Explanation(
        _l("Quelque chose est à corriger"),
        _l(
            "Revenez au formulaire : ce que vous avez écrit y est encore, avec une phrase près de chaque champ."
        ),
    ),
    429: Explanation(
        _l("Doucement, s’il vous plaît"),
        _l("Beaucoup de demandes arrivent de votre adresse. Attendez une minute, puis recommencez."),
    ),
    500: Explanation(
        _l("Une erreur de notre côté"),
        _l("Elle est notée et nous allons la regarder. Recommencez dans un moment."),
    ),
}


READ_FIRST = Explanation(
    _l("L’association lit cette page avant qu’elle paraisse"),
    _l("Rien n’a été publié. Revenez au formulaire et proposez votre texte : l’association vous répondra."),
)
"""What is said to who would publish what is to be read first, by a door that did not ask."""

Answerer = Callable[[int, Explanation, str | None], Response]
"""Makes the answer to an error from its status, what to say of it, and the reference of a surprise."""

_ANSWERERS = "error_answerers"


def init_app(app: Flask) -> None:
    """Answer every error with its page."""
    app.register_error_handler(HTTPException, _answer_refusal)
    app.register_error_handler(ReviewedFirstError, lambda _error: _page(403, explanation=READ_FIRST))
    app.register_error_handler(Exception, _answer_surprise)


def answer_under(app: Flask, prefix: str, answer: Answerer) -> None:
    """Answer the errors under this path in another form than a page."""
    app.extensions.setdefault(_ANSWERERS, {})[prefix] = answer


def _answer_refusal(error: HTTPException) -> Response | HTTPException:
    code = error.code or 500
    if code < HTTPStatus.BAD_REQUEST or error.response is not None:
        return error
    if isinstance(error, SecurityError):  # a foreign Host: no address may be built from it
        return _bare_answer(code)
    response = _page(code)
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def _answer_surprise(error: Exception) -> Response:
    reference = secrets.token_hex(4)
    log.error("surprise %s at %s %s", reference, request.method, request.path, exc_info=error)
    try:
        return _page(500, reference)
    except Exception:  # the page itself may be what fails
        log.exception("the error page failed too (%s)", reference)
        return _bare_answer(500)


def _page(code: int, reference: str | None = None, explanation: Explanation | None = None) -> Response:
    explanation = explanation or _explanation(code)
    answer = _answerer()
    if answer is not None:
        return answer(code, explanation, reference)
    html = render_template("errors/show.html", code=code, explanation=explanation, reference=reference)
    response = make_response(html, code)
    response.headers["Cache-Control"] = "no-store"
    return response


def _bare_answer(code: int) -> Response:
    explanation = _explanation(code)
    answer = _answerer()
    if answer is not None:
        return answer(code, explanation, None)
    return Response(f"{explanation.title}. {explanation.advice}\n", code, mimetype="text/plain")


def _answerer() -> Answerer | None:
    answerers: dict[str, Answerer] = current_app.extensions.get(_ANSWERERS, {})
    return next((answer for prefix, answer in answerers.items() if request.path.startswith(prefix)), None)


def _explanation(code: int) -> Explanation:
    known = code if code in EXPLANATIONS else (400 if code < HTTPStatus.INTERNAL_SERVER_ERROR else 500)
    return EXPLANATIONS[known]
