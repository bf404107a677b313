"""Addresses of this page elsewhere: absolute, canonical, in the other language.

Absolute ones always stand on the configured public address, never on the Host header.
"""

from dataclasses import dataclass

from flask import current_app, g, request, url_for

from portal.db.translated import Language
from portal.web.kit.languages import LANGUAGES


@dataclass(frozen=True)
class Twin:
    """This page in one language, for `hreflang`."""

    language: str
    address: str


def absolute(path: str) -> str:
    """Return the absolute address of a path of the portal."""
    base: str = current_app.extensions["settings"].public_url
    return base + path


def in_language(language: Language) -> str:
    """Return this page's address in a language, or that language's home where the page has no twin."""
    preview = g.get("preview")
    if preview is not None:
        there: str = preview.address(langue=language)
        return there
    if not _has_twin():
        return url_for("public.home.show", language=language)
    return _here(language)


def twins() -> list[Twin]:
    """Return this page's address in each language, and the one for readers of neither."""
    if not _has_twin() or _is_error():
        return []
    found = [Twin(language, absolute(_here(language))) for language in LANGUAGES]
    return [*found, Twin("x-default", absolute(_here("fr")))]


def canonical() -> str | None:
    """Return the one absolute address of this page: known parameters only, always in the same order."""
    if not _has_twin() or _is_error():
        return None
    return absolute(_here(g.language))


def _is_error() -> bool:
    return bool(g.get("is_error_page"))


def _has_twin() -> bool:
    return request.url_rule is not None and "language" in request.url_rule.arguments


def _here(language: Language) -> str:
    values = dict(request.view_args or {})
    return url_for(request.endpoint or "", language=language, **values, **g.get("canonical_parameters", {}))
