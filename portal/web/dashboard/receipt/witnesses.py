"""What each surface must say once a part is published, worked out from the rows that the public reads."""

from collections.abc import Callable, Iterable, Mapping

from flask import url_for

from portal.domain.museums import Museum
from portal.web.dashboard.receipt import (
    parts,
    reading,
    witnesses_of_access,
    witnesses_of_hours,
    witnesses_of_page,
)
from portal.web.dashboard.receipt.acts import Publication
from portal.web.dashboard.receipt.surfaces import Surface
from portal.web.dashboard.receipt.witness import Asked, Kind, Witness
from portal.web.kit.messages import LazyString, _l

NAMES: Mapping[Kind, tuple[LazyString, LazyString]] = {
    Kind.PAGE: (_l("La page du musée"), _l("voir")),
    Kind.OCCITAN: (_l("La page en occitan"), _l("voir")),
    Kind.LISTS: (_l("Les listes et la carte"), _l("voir")),
    Kind.DATA: (_l("Les données ouvertes"), _l("voir")),
    Kind.ENGINES: (_l("Les moteurs de recherche"), _l("voir")),
    Kind.SIGN: (_l("L’affichette de la porte"), _l("imprimer")),
}
_WITNESSES: Mapping[str, Callable[[Asked], Iterable[Witness]]] = {
    parts.HOURS: witnesses_of_hours.hours,
    parts.PRICES: witnesses_of_page.prices,
    parts.ACCESS: witnesses_of_access.access,
    parts.PRACTICAL: witnesses_of_access.practical,
    parts.OUTAGES: witnesses_of_access.outages,
    parts.PICTURES: witnesses_of_page.pictures,
    parts.PROFILE: witnesses_of_page.profile,
}


def surfaces_of(part: str, museum: Museum, publication: Publication) -> list[Surface]:
    """Return the surfaces that a publication of this part must reach, in the order of their visitors."""
    asked = Asked(museum, publication)
    found = {witness.kind: witness for witness in _WITNESSES[part](asked)}
    return [_surface(museum.slug, found[kind]) for kind in NAMES if kind in found]


def _surface(slug: str, witness: Witness) -> Surface:
    kind = witness.kind
    name, word = NAMES[kind]
    page = url_for("public.museums.show", slug=slug, language="oc" if kind is Kind.OCCITAN else "fr")
    links = {
        Kind.LISTS: url_for("public.museums.index", language="fr", q=witness.query),
        Kind.DATA: url_for("api.museums.show", slug=slug),
        Kind.SIGN: url_for("public.museums.sign", slug=slug, language="fr"),
    }
    read = {
        Kind.LISTS: lambda body: reading.card(body, page),
        Kind.DATA: reading.values,
        Kind.ENGINES: reading.linked_data,
    }.get(kind, reading.page)
    link = witness.link or links.get(kind, page)
    return Surface(name, link, word, witness.path or link, read, witness.wanted, witness.gone)
