"""What a museum has to do about its texts: those sent back, and those that its own people proposed."""

from collections.abc import Iterator
from datetime import date

from flask import url_for

from portal.db import db
from portal.domain import revisions
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Review, Revision, State
from portal.web.kit.kinds import Kind, kind_of
from portal.web.kit.messages import _, ngettext
from portal.web.kit.tasks import Harm, Task


def sent_back(museum: MuseumEntry, _today: date) -> Iterator[Task]:
    """Yield the texts to take up again, each opening at the first field that was refused."""
    for one, kind in _waiting(museum):
        if one.state is State.REFUSED:
            fields = one.refused_fields or [""]
            yield Task(
                Harm.WAITS_FOR_TEXT,
                _("À reprendre : %(what)s", what=kind.name),
                one.refusal_reason or _("Le public lit encore l’ancien texte."),
                kind.address(museum.slug, one.subject_id, fields[0]),
                _("Reprendre"),
            )


def proposed(museum: MuseumEntry, _today: date) -> Iterator[Task]:
    """Yield what the museum's own people proposed to those who publish."""
    found = [
        kind.address(museum.slug, one.subject_id)
        for one, kind in _waiting(museum)
        if one.state is State.SUBMITTED and one.review is Review.NONE
    ]
    if found:
        yield Task(
            Harm.WAITS_FOR_TEXT,
            ngettext(
                "%(num)s texte proposé par votre équipe attend",
                "%(num)s textes proposés par votre équipe attendent",
                len(found),
            ),
            _("Le public lit encore l’ancien texte tant que personne ne répond."),
            found[0] if len(found) == 1 else url_for("dashboard.history.index", museum=museum.slug),
            _("Relire"),
        )


def _waiting(museum: MuseumEntry) -> Iterator[tuple[Revision, Kind]]:
    for one in revisions.all_pending(db.session(), museum.id):
        kind = kind_of(one.kind)
        if kind is not None:
            yield one, kind
