"""What a museum writes of itself, for programs: in both languages, and where else it is."""

from typing import Any

from portal.db import Translated
from portal.domain.museums import Museum
from portal.domain.museums.profile_texts import RICH
from portal.web.api.serializers import text
from portal.web.api.shapes import STRING, URL, Schema, many, reference, shape


def facts(museum: Museum) -> dict[str, Any]:
    """Return the texts and the links of a museum; a text that is not written is null."""
    own = museum.profile
    return {
        "title_line": _maybe(own.title_line if own else None),
        "description": _maybe(museum.presentation),
        "texts": {name: _maybe(getattr(own, name, None)) for name in RICH},
        "links": [{"name": name, "url": address} for name, address in museum.shown_links],
        "booking_url": museum.shown_booking,
    }


def text_facts() -> Schema:
    """Return the shapes of what `facts` gives."""
    maybe = {"oneOf": [reference("Text"), {"type": "null"}]}
    html = "En HTML : p, h3, h4, ul, ol, li, blockquote, strong, em, a."
    return {
        "title_line": maybe | {"description": "Le titre que le musée donne à sa présentation."},
        "description": maybe | {"description": "La présentation courte, sans balises."},
        "texts": shape(dict.fromkeys(RICH, maybe), description=html),
        "links": many(shape({"name": STRING, "url": URL})),
        "booking_url": {"type": ["string", "null"], "format": "uri"},
    }


def _maybe(written: Translated | None) -> dict[str, Any] | None:
    return text(written) if written else None
