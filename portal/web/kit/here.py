"""The museum of this page as the database holds it, asked once a request however many parts of the page want it."""

from flask import abort, g

from portal.domain import museums
from portal.domain.museums import Museum

_KEY = "museum_row"


def museum_row() -> Museum:
    """Return the museum of a page of its space, with what it writes of itself."""
    if _KEY not in g:
        setattr(g, _KEY, museums.by_slug(g.museum.slug) or abort(404))
    found: Museum = getattr(g, _KEY)
    return found
