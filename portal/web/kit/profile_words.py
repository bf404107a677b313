"""The Fiche in words: the names of its fields, and their values as people read and type them."""

from collections.abc import Mapping
from typing import Any

from portal.domain import revisions, rich_text
from portal.domain.museums.links import NETWORKS
from portal.domain.museums.profile_texts import RICH
from portal.domain.revisions import Change, Span
from portal.web.kit.messages import LazyString, _l

TEXTS: Mapping[str, LazyString] = {
    "usage_name.fr": _l("Nom d’usage"),
    "usage_name.oc": _l("Nom d’usage en occitan"),
    "title_line.fr": _l("Titre de la présentation"),
    "title_line.oc": _l("Titre de la présentation en occitan"),
    "presentation.fr": _l("Présentation"),
    "presentation.oc": _l("Présentation en occitan"),
    "long_text.fr": _l("Le musée en détail"),
    "long_text.oc": _l("Le musée en détail, en occitan"),
    "history.fr": _l("Histoire"),
    "history.oc": _l("Histoire, en occitan"),
    "building.fr": _l("Le bâtiment"),
    "building.oc": _l("Le bâtiment, en occitan"),
    "practical_notes.fr": _l("Informations pratiques"),
    "practical_notes.oc": _l("Informations pratiques, en occitan"),
}
PLAIN: Mapping[str, LazyString] = {
    "phone": _l("Téléphone"),
    "email": _l("Courriel"),
    "website": _l("Site"),
    "booking": _l("Réservation en ligne"),
    "place": _l("Lieu"),
    "street": _l("Rue"),
    "postcode": _l("Code postal"),
}
OTHERS = _l("Autres sites")


def names() -> Mapping[str, str]:
    """Return the name of every field of the block, in its order."""
    own = {**TEXTS, **PLAIN}
    networks = {f"networks.{key}": network.name for key, network in NETWORKS.items()}
    return {name: str(words) for name, words in own.items()} | networks | {"other_links": str(OTHERS)}


def say(field: str, value: Any) -> str:
    """Return a value as people read it: rich texts in the notation, other sites a line each."""
    if field.partition(".")[0] in RICH:
        return rich_text.notation(value)
    if isinstance(value, list):
        return "\n".join(f"{one['name']} ({one['address']})" for one in value)
    return str(value or "")


def read(field: str, typed: str | None) -> str | None:
    """Return what was typed of a field, rich texts as they are kept."""
    return rich_text.read(typed) if field.partition(".")[0] in RICH else typed


def spans(change: Change) -> list[Span]:
    """Return what a change took away and brought, in words, without what stayed far from it."""
    told = [say(change.field, value) for value in (change.before, change.after)]
    return revisions.abridged(revisions.words_difference(*told))


def told(
    before: Mapping[str, Any] | None, after: Mapping[str, Any], order: tuple[str, ...]
) -> list[tuple[str, str, list[Span]]]:
    """Return the name, the field and the text of each field that differs."""
    known = names()
    changes = revisions.difference(before, after, order)
    return [(known[change.field], change.field, spans(change)) for change in changes if change.field in known]
