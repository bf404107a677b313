"""What is said of pictures, in words: the names of its fields, its rights, and what a version of it changed."""

from collections.abc import Mapping
from typing import Any

from portal.domain import revisions
from portal.domain.media import Licence
from portal.domain.revisions import Snapshot, Span
from portal.web.kit.messages import LazyString, _, _l

FIELDS: Mapping[str, LazyString] = {
    "alt.fr": _l("Que voit-on ?"),
    "alt.oc": _l("La même, en occitan"),
    "decorative": _l("Image purement décorative, à ne pas lire"),
    "credit": _l("Crédit"),
    "licence": _l("Droits"),
    "press": _l("La presse peut s’en servir"),
    "consent": _l("J’ai l’accord de l’auteur et des personnes reconnaissables"),
    "embargo": _l("Ne pas montrer avant le"),
    "focal": _l("Point d’intérêt"),
}

_LICENCES: Mapping[Licence, LazyString] = {
    Licence.RESERVED: _l("Tous droits réservés : ce site seulement"),
    Licence.CC_BY: _l("CC BY 4.0 : réutilisable en citant l’auteur"),
    Licence.CC_BY_SA: _l("CC BY-SA 4.0 : en citant l’auteur, et à partager de même"),
    Licence.OPEN_LICENCE: _l("Licence Ouverte 2.0 (Etalab)"),
    Licence.CC0: _l("CC0 : sans condition"),
    Licence.PUBLIC_DOMAIN: _l("Domaine public"),
}
_LONGEST_NAME = 40


def licences() -> list[tuple[str, str]]:
    """Return the licences as choices, before them the word that none is chosen."""
    return [("", _("Choisissez")), *((one.value, str(name)) for one, name in _LICENCES.items())]


def say(field: str, value: Any) -> str:
    """Return what a field of the block says."""
    if field.endswith(".licence") and value:
        return str(_LICENCES[Licence(value)])
    if isinstance(value, bool):
        return _("oui") if value else _("non")
    if field.endswith(".focal") and value:
        return f"{value[0]}\u00a0%, {value[1]}\u00a0%"
    return str(value or "")


def told(before: Snapshot | None, after: Snapshot) -> list[tuple[str, str, list[Span]]]:
    """Return what a version changed: the picture and the field, its path, and the words that went and came."""
    lines = []
    for change in revisions.difference(before, after):
        if change.field == "order":
            spans = revisions.words_difference(_order(before), _order(after))
            lines.append((_("Ordre des photos"), change.field, spans))
        elif change.before or change.after:  # a box that nobody ticked is no news
            _photos, id_, name = change.field.split(".", 2)
            spans = revisions.words_difference(
                say(change.field, change.before), say(change.field, change.after)
            )
            lines.append(
                (f"{_name(id_, after, before)}\u00a0: {FIELDS.get(name, name)}", change.field, spans)
            )
    return lines


def _order(text: Snapshot | None) -> str:
    return " · ".join(_name(str(id_), text) for id_ in (text or {}).get("order", ()))


def _name(id_: str, *texts: Snapshot | None) -> str:
    """Return what a picture is called: the beginning of its description, else its number."""
    for text in texts:
        photo = (text or {}).get("photos", {}).get(id_)
        said = photo and photo["alt"]["fr"]
        if said:
            return said if len(said) <= _LONGEST_NAME else f"{said[:_LONGEST_NAME].rstrip()}…"
    return _("Photo %(number)s", number=id_)
