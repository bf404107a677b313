"""The links that lead nowhere or elsewhere, as tasks that open at their field."""

from collections.abc import Iterator
from datetime import date

from flask import url_for

from portal.db import db
from portal.domain import links
from portal.domain.links import Standing
from portal.domain.museums import MuseumEntry
from portal.web.kit import link_words
from portal.web.kit.messages import _, _l
from portal.web.kit.tasks import Harm, Task


def to_do(museum: MuseumEntry, _today: date) -> Iterator[Task]:
    """Yield a task for every address of which it is certain that something is wrong."""
    found = links.of_museum(db.session(), museum.id)
    known = links.standings(db.session(), (each.address for each in found))
    told = set()
    for each in found:
        link = known.get(each.address)
        if link is None or not link.is_told or each.address in told:
            continue
        told.add(each.address)
        has_moved = link.standing is Standing.MOVED
        yield Task(
            Harm.LACKS_CONTEXT if has_moved else Harm.IS_NOT_ADDRESSED,
            link_words.said(link),
            _("%(place)s : %(address)s", place=link_words.name(each), address=each.address),
            url_for("dashboard.links.index", museum=museum.slug, _anchor=f"lien-{link.id}")
            if has_moved
            else link_words.address(museum, each),
            _l("Remplacer") if has_moved else _l("Corriger"),
        )
