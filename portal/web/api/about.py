"""What the API gives of a museum beside its hours, its prices and its access: its labels and its pictures."""

from datetime import date
from typing import Any

from portal.domain import media
from portal.domain.media import Shown
from portal.domain.museums import MuseumEntry
from portal.web.api.serializers import text
from portal.web.api.shapes import COUNT, MAYBE, STRING, URL, Schema, many, reference, shape
from portal.web.kit import pictures
from portal.web.kit.addresses import absolute

Json = dict[str, Any]


def facts(entry: MuseumEntry, today: date) -> Json:
    """Return the labels that a museum bears today, and the pictures that the public sees of it."""
    labels = [
        {
            "slug": own.label.slug,
            **text(own.label.name),
            "since": own.since.isoformat() if own.since else None,
            "until": own.until.isoformat() if own.until else None,
        }
        for own in entry.labels_on(today)
    ]
    return {"labels": labels, "images": [_image(one) for one in pictures.pictures_of(entry)]}


def _image(picture: Shown) -> Json:
    """Return a picture whole, at its largest size."""
    width, height = picture.sizes(media.WHOLE)[-1]
    return {
        "url": absolute(pictures.address(picture, media.WHOLE, width, media.WHOLE.formats[-1])),
        "width": width,
        "height": height,
        "alt": text(picture.alternative) if picture.alternative else None,
        "credit": picture.credit,
        "licence": picture.licence.value,
    }


def about_facts() -> Schema:
    """Return what one museum says of labels and pictures, by name."""
    return {"labels": many(reference("MuseumLabel")), "images": many(reference("Image"))}


def about_schemas() -> Schema:
    """Return the named shapes."""
    day = MAYBE | {"format": "date"}
    licences = [licence.value for licence in media.Licence]
    return {
        "MuseumLabel": shape(
            {"slug": STRING, "fr": STRING, "oc": MAYBE, "since": day, "until": day},
            description="Un label que le musée porte aujourd’hui ; since et until sont compris.",
        ),
        "Image": shape(
            {
                "url": URL,
                "width": COUNT,
                "height": COUNT,
                "alt": {
                    "oneOf": [reference("Text"), {"type": "null"}],
                    "description": "null pour une image purement décorative.",
                },
                "credit": STRING,
                "licence": {
                    "type": "string",
                    "enum": licences,
                    "description": "reserved : ce site seulement, demandez au musée.",
                },
            }
        ),
    }
