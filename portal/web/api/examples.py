"""The examples of the readable page: addresses that run."""

from dataclasses import dataclass

from flask import url_for

from portal.domain import museums
from portal.web.kit.messages import _


@dataclass(frozen=True)
class Example:
    """A question in words, and its address."""

    sentence: str
    address: str


def examples() -> list[Example]:
    """Return an example of each thing that can be asked; those about one museum need one to exist."""
    return [
        Example(_("Les musées, cinquante par page"), url_for("api.museums.index")),
        Example(
            _("Les musées de l’Aude et de l’Hérault, par commune"),
            url_for("api.museums.index", departement=["11", "34"], tri="commune"),
        ),
        Example(
            _("Les musées à 20 km d’Albi, les plus proches d’abord"),
            url_for("api.museums.index", pres="albi", rayon=20),
        ),
        Example(
            _("Tous les musées de préhistoire, pour une carte"),
            url_for("api.museums.features", theme="prehistoire"),
        ),
        *_of_one_museum(),
        Example(_("Les grands thèmes et leurs musées"), url_for("api.themes.index")),
        Example(
            _("Chercher un musée, une commune ou un thème"), url_for("api.search.index", q="toulouse lautrec")
        ),
        Example(_("Proposer pendant la frappe"), url_for("api.search.suggestions", q="mont", langue="fr")),
    ]


def _of_one_museum() -> list[Example]:
    first = next(iter(museums.guide().museums), None)
    if first is None:
        return []
    return [
        Example(_("Un musée"), url_for("api.museums.show", slug=first.slug)),
        Example(
            _("L’ouverture d’un musée pendant une semaine"), url_for("api.museums.opening", slug=first.slug)
        ),
    ]
