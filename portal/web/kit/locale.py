"""Which language this page is in, and the language prefix of public addresses."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask, current_app, g, has_request_context, request
from flask_babel import Babel, force_locale

from portal.web.kit import occitan
from portal.web.kit.languages import LANGUAGES, Language

COOKIE = "langue"
TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"


def init_app(app: Flask) -> None:
    """Teach the application its two languages."""
    occitan.install()  # before any use of the locale: Babel keeps what it has loaded
    Babel(
        app,
        default_locale="fr",
        default_timezone="Europe/Paris",
        default_translation_directories=str(TRANSLATIONS),
        locale_selector=page_language,
    )
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_give_language)
    app.context_processor(lambda: {"language": page_language()})


def page_language() -> Language:
    """Return the language of the page being made: its address's, else the visitor's."""
    if not has_request_context():
        return "fr"
    chosen: Language | None = g.get("language")
    if chosen is None:
        chosen = g.language = language_of_path(request.path) or preferred_language()
    return chosen


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Have everything inside the block be said in a language: a letter's reader need not be the page's."""
    before = page_language()
    g.language = language
    try:
        with force_locale(language):
            yield
    finally:
        g.language = before


def preferred_language() -> Language:
    """Return the visitor's own choice: the `langue` cookie, then `Accept-Language`, else French."""
    kept = request.cookies.get(COOKIE)
    for language in LANGUAGES:
        if kept == language:
            return language
    return "oc" if request.accept_languages.best_match(LANGUAGES, "fr") == "oc" else "fr"


def other_language() -> Language:
    """Return the language this page is not in."""
    return "fr" if page_language() == "oc" else "oc"


def language_of_path(path: str) -> Language | None:
    """Return the language a path of the site says it is in, if it says one."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    for language in LANGUAGES:
        if first == language:
            return language
    return None


def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values and "language" in values:
        g.language = values.pop("language")


def _give_language(endpoint: str, values: dict[str, Any]) -> None:
    if "language" in values or endpoint not in current_app.view_functions:
        return
    if current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        values["language"] = page_language()
