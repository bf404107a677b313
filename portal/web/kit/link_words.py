"""How links stand, in plain words, and where they are written."""

from collections.abc import Mapping
from typing import Any

from flask import url_for

from portal.domain.links import REGISTER, Found, Known, Standing
from portal.domain.museums import MuseumEntry
from portal.web.kit.messages import LazyString, _l

STANDINGS: Mapping[Standing | None, LazyString] = {
    None: _l("Pas encore suivi"),
    Standing.WORKS: _l("Ce lien s’ouvre"),
    Standing.MOVED: _l("Ce lien a changé d’adresse"),
    Standing.GONE: _l("Ce lien ne mène plus nulle part"),
    Standing.UNREACHABLE: _l("Site momentanément injoignable"),
    Standing.CERTIFICATE: _l("Les navigateurs avertissent avant d’ouvrir ce site"),
}

ADVICE: Mapping[Standing, LazyString] = {
    Standing.MOVED: _l("Il mène encore au bon endroit, par un détour qui peut cesser un jour."),
    Standing.GONE: _l("Les visiteurs qui le suivent ne trouvent rien. Corrigez-le, ou retirez-le."),
    Standing.UNREACHABLE: _l(
        "Depuis plusieurs jours, personne ne répond à cette adresse. Prévenez qui tient le site, ou retirez le lien."
    ),
    Standing.CERTIFICATE: _l(
        "Les visiteurs lisent que la connexion n’est pas sûre, et renoncent. Prévenez qui tient le site."
    ),
}

PLACES: Mapping[str, tuple[LazyString, str, str]] = {
    REGISTER: (_l("Le site, d’après le registre"), "dashboard.profile.edit", "website"),
    "profile": (_l("La fiche"), "dashboard.profile.edit", ""),
    "hours": (_l("Les horaires"), "dashboard.hours.edit", "saisons"),
    "exceptions": (_l("Les dates exceptionnelles"), "dashboard.hours.edit", "dates"),
    "prices": (_l("Les tarifs"), "dashboard.prices.edit", "entree"),
    "access": (_l("L’accès"), "dashboard.access.edit", ""),
    "outages": (_l("Les pannes"), "dashboard.access.edit", "pannes"),
    "practical": (_l("Les faits pratiques"), "dashboard.access.edit", ""),
    "pictures": (_l("Les photos"), "dashboard.pictures.index", ""),
    "event": (_l("L’agenda"), "dashboard.events.index", ""),
}
"""By kind of block: what it is called, the room that writes it, where the room opens."""
ELSEWHERE = (_l("Un texte"), "dashboard.history.index", "")


def said(known: Known | None) -> LazyString:
    """Return how a link stands; a trouble that is not certain yet is not spoken of."""
    if known is None:
        return STANDINGS[None]
    is_fine = known.standing in {None, Standing.WORKS} or not known.is_told
    return STANDINGS[Standing.WORKS if is_fine and known.standing else known.standing]


def advice(known: Known) -> LazyString | str:
    """Return what a trouble costs a visitor, and what to do."""
    return ADVICE.get(known.standing, "") if known.standing else ""


def name(found: Found) -> LazyString:
    """Return what the place of a link is called."""
    return PLACES.get(found.kind, ELSEWHERE)[0]


def address(museum: MuseumEntry, found: Found) -> str:
    """Return where a link is corrected: its room, open at its field."""
    _name, endpoint, anchor = PLACES.get(found.kind, ELSEWHERE)
    values: dict[str, Any] = {"part": "pratique"} if found.kind == "practical" else {}
    return url_for(endpoint, museum=museum.slug, _anchor=anchor or found.path.replace(".", "_"), **values)
