"""What search engines read of a museum (schema.org `Museum`)."""

from datetime import date, timedelta
from typing import Any

from flask import url_for

from portal.db import Language
from portal.domain import access, admission
from portal.domain.hours import Kept, structured
from portal.domain.media import Shown
from portal.domain.museums import Museum, MuseumEntry
from portal.web.kit.addresses import absolute
from portal.web.kit.covers import share_address
from portal.web.kit.daily import Daily
from portal.web.kit.locale import page_language
from portal.web.kit.pictures import pictures_of, share
from portal.web.public.museums.amenities import amenities
from portal.web.public.museums.offers import offers_data

IMAGES = 5
"""As many pictures as search engines are told of."""

AHEAD = timedelta(days=365)
"""How far ahead search engines are told the hours."""
_opening: Daily[dict[str, Any]] = Daily()


def museum_data(
    museum: Museum, entry: MuseumEntry, kept: Kept, costs: admission.Kept, today: date
) -> dict[str, Any]:
    """Return the museum as schema.org describes one, with only what is known."""
    language = page_language()
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Museum",
        "@id": absolute(url_for("public.museums.show", language="fr", slug=museum.slug)),
        "name": museum.name.text(language),
        "alternateName": museum.official_name,
        "url": absolute(url_for("public.museums.show", slug=museum.slug)),
        "image": [_image(one, language) for one in pictures_of(entry)[:IMAGES]]
        or absolute(share_address(entry)),
        "address": {
            "@type": "PostalAddress",
            "streetAddress": museum.shown_street,
            "postalCode": museum.shown_postcode,
            "addressLocality": entry.town.name.fr,
            "addressRegion": "Occitanie",
            "addressCountry": "FR",
        },
        "telephone": museum.shown_phone,
        "email": museum.shown_email,
        "slogan": museum.profile and museum.profile.title_line and museum.profile.title_line.text(language),
        "description": museum.presentation and museum.presentation.text(language),
        "sameAs": _elsewhere(museum),
        "identifier": museum.museofile_id,
        "amenityFeature": amenities(access.of(museum.id), language),
    }
    if museum.latitude is not None:
        data["geo"] = {"@type": "GeoCoordinates", "latitude": museum.latitude, "longitude": museum.longitude}
    if not kept.is_empty:
        data |= _opening.get(today, museum.id, lambda: _opening_of(kept, today))
    data["address"] = {key: value for key, value in data["address"].items() if value}
    known = {key: value for key, value in data.items() if value}
    return known | offers_data(costs.rows, today)


def _elsewhere(museum: Museum) -> list[str] | str | None:
    """Return the museum's own site and its pages elsewhere; one alone stands by itself."""
    addresses = [museum.shown_website, *(address for _name, address in museum.shown_links)]
    found = [address for address in addresses if address]
    return found if len(found) > 1 else next(iter(found), None)


def _image(picture: Shown, language: Language) -> dict[str, Any]:
    address, width, height = share(picture)
    data = {
        "@type": "ImageObject",
        "contentUrl": address,
        "width": width,
        "height": height,
        "creditText": picture.credit,
        "license": picture.licence.address,
        "caption": picture.alternative and picture.alternative.text(language),
    }
    return {key: value for key, value in data.items() if value}


def _opening_of(kept: Kept, today: date) -> dict[str, Any]:
    """Return the hours of the coming year: the seasons' weeks, and the days that differ from them."""
    last = today + AHEAD
    return {
        "openingHoursSpecification": structured.specifications(kept.schedule, today, last),
        "specialOpeningHoursSpecification": structured.special_specifications(kept.schedule, today, last),
    }
