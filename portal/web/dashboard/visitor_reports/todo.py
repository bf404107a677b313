"""What visitors report, as tasks: one a fact, however many say so."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from flask import url_for

from portal.db import db
from portal.domain import visitor_reports
from portal.domain.museums import MuseumEntry
from portal.web.kit import report_words
from portal.web.kit.locale import page_language
from portal.web.kit.messages import ngettext
from portal.web.kit.tasks import Harm, Task


def to_do(museum: MuseumEntry, _today: date) -> Iterator[Task]:
    """Yield a task for every fact that somebody says is wrong."""
    waiting = sorted(visitor_reports.open_of(db.session(), museum.id), key=lambda report: report.fact)
    for fact, group in groupby(waiting, key=lambda report: report.fact):
        reports = list(group)
        first = reports[0]
        address = (
            url_for("dashboard.visitor_reports.show", museum=museum.slug, number=first.id)
            if len(reports) == 1
            else url_for("dashboard.visitor_reports.index", museum=museum.slug)
        )
        yield Task(
            Harm.IS_MISLED,
            report_words.FACTS[fact],
            ngettext(
                "Un visiteur dit que c’est faux : %(what)s.",
                "%(num)s visiteurs disent que c’est faux. Le premier : %(what)s.",
                len(reports),
                what=report_words.sentence(first, page_language()),
            ),
            address,
            ngettext("Vérifier", "Vérifier", len(reports)),
            due=first.received_at.date(),
        )
