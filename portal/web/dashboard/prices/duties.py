"""What a museum has to do about its prices: unknown, ended, contradictory, unread for a year."""

from collections.abc import Iterator
from datetime import date

from flask import url_for

from portal.domain import admission
from portal.domain.accounts import Permission
from portal.domain.admission import AdviceKind, snapshots
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.prices import doubts
from portal.web.dashboard.prices.filled import sheet_of
from portal.web.dashboard.prices.reading import read
from portal.web.kit import gate
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.tasks import Answer, Harm, Task

CONTRADICTIONS = frozenset({AdviceKind.REDUCED_ABOVE_FULL, AdviceKind.CHILD_PAYS})
ENDS = frozenset({AdviceKind.PAST, AdviceKind.ENDS_SOON})


def tasks(museum: MuseumEntry, today: date) -> Iterator[Task]:
    """Yield what is to be done."""
    kept = admission.of(museum.id)
    if kept.is_empty:
        yield Task(
            Harm.PAYS_WRONG_PRICE,
            _("Vos tarifs ne sont pas connus"),
            _("La page dit « Non renseigné », et aucune recherche « gratuit » ne trouve le musée."),
            _place(museum, "lines.add"),
            _("Les écrire"),
        )
        return
    reading = read(sheet_of(snapshots.snapshot_of(kept.rows), page_language()))
    names = {
        AdviceKind.REDUCED_ABOVE_FULL: _("Le tarif réduit n’est pas réduit"),
        AdviceKind.CHILD_PAYS: _("Deux tarifs se contredisent"),
        AdviceKind.NO_FULL_PRICE: _("Le plein tarif manque"),
        AdviceKind.PAST: _("Un tarif est fini"),
        AdviceKind.ENDS_SOON: _("Un tarif finit bientôt"),
    }
    for advice in admission.advice(kept.rows, today, kept.confirmed_at):
        if advice.kind is AdviceKind.OLD:
            yield _unread(museum, advice.day, doubts.sentence(advice))
        elif advice.kind in names:
            yield Task(
                Harm.IS_MISLED if advice.kind in CONTRADICTIONS else Harm.PAYS_WRONG_PRICE,
                names[advice.kind],
                doubts.sentence(advice),
                _place(museum, reading.place(advice.path)),
                _("Corriger"),
                due=advice.day if advice.kind in ENDS else None,
            )


def _unread(museum: MuseumEntry, day: date | None, why: str) -> Task:
    answers = (
        (Answer(_("Toujours exacts"), url_for("dashboard.prices.confirm", museum=museum.slug)),)
        if gate.may(Permission.CONTENT_PUBLISH)
        else ()
    )
    return Task(
        Harm.PAYS_WRONG_PRICE,
        _("Vos tarifs ont plus d’un an"),
        why,
        _place(museum, "entree"),
        _("Les relire"),
        due=day,
        answers=answers,
        is_stale=True,
    )


def _place(museum: MuseumEntry, field: str) -> str:
    return url_for("dashboard.prices.edit", museum=museum.slug, _anchor=field)
