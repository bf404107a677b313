"""Where what a visitor reports is corrected: the page that opens at the field."""

from typing import Any

from flask import url_for

from portal.domain.museums import MuseumEntry
from portal.domain.visitor_reports import Fact, VisitorReport
from portal.web.kit.messages import _

_ROOMS = {
    Fact.HOURS: ("dashboard.hours.edit", "saisons"),
    Fact.PRICES: ("dashboard.prices.edit", "entree"),
    Fact.ACCESS: ("dashboard.access.edit", None),
    Fact.PRACTICAL: ("dashboard.access.edit", "visite"),
    Fact.COMING: ("dashboard.profile.edit", "joindre"),
    Fact.TEXTS: ("dashboard.profile.edit", "nom"),
    Fact.PICTURES: ("dashboard.pictures.index", None),
}


def place(museum: MuseumEntry, report: VisitorReport) -> tuple[str, str] | None:
    """Return the address where it is corrected and what the link says; nothing where no room holds the fact."""
    found = _ROOMS.get(report.fact)
    if found is None:
        return None
    endpoint, anchor = found
    values: dict[str, Any] = {"part": Fact.PRACTICAL.value} if report.fact is Fact.PRACTICAL else {}
    if report.fact is Fact.HOURS and report.day:
        anchor = "exceptions.add"
    if report.fact is Fact.TEXTS and report.language == "oc":
        anchor = "occitan"
    names = {
        Fact.HOURS: _("Corriger les horaires"),
        Fact.PRICES: _("Corriger les tarifs"),
        Fact.ACCESS: _("Corriger l’accès"),
        Fact.PRACTICAL: _("Corriger les faits pratiques"),
        Fact.COMING: _("Corriger la fiche"),
        Fact.TEXTS: _("Corriger le texte"),
        Fact.PICTURES: _("Corriger les photos"),
    }
    return url_for(endpoint, museum=museum.slug, _anchor=anchor, **values), names[report.fact]
