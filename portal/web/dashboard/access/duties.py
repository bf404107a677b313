"""What a museum has to do about access: outages to ask about, doubts, families without an answer, answers unread for long."""

from collections.abc import Iterator
from datetime import date, timedelta

from flask import url_for

from portal.config import PARIS
from portal.domain import access
from portal.domain.access import AdviceKind, Family, Kept
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.access import advices
from portal.web.dashboard.access.parts import ACCESS, PRACTICAL
from portal.web.kit import access as words
from portal.web.kit import dates, formats, gate
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext
from portal.web.kit.tasks import Answer, Harm, Task

READ_AGAIN = timedelta(days=365)


def tasks(museum: MuseumEntry, today: date) -> Iterator[Task]:
    """Yield what is to be done."""
    kept = access.of(museum.id)
    yield from _outages(museum, kept, today)
    yield from _doubts(museum, kept, today)
    yield from _families(museum, kept)
    yield from _unread(museum, kept, today)
    if kept.practical.is_empty:
        yield Task(
            Harm.LACKS_CONTEXT,
            _("Les faits pratiques ne sont pas dits"),
            _("Durée d’une visite, abri, consigne, café : ce qui fait choisir l’heure et le jour."),
            _place(museum, PRACTICAL, "measures_visit_minutes"),
            _("Les dire"),
        )


def _outages(museum: MuseumEntry, kept: Kept, today: date) -> Iterator[Task]:
    language = page_language()
    for one in access.ended(kept.access, today):
        name, day = words.outage_name(one.what, language), dates.day_month(one.last, language)
        yield Task(
            Harm.CANNOT_GET_IN,
            _("%(thing)s : est-ce réparé ?", thing=name),
            _("La panne annoncée a pris fin le %(day)s, et personne ne l’a dit.", day=day),
            url_for("dashboard.access.prolong", museum=museum.slug, id_=one.id),
            _("Prolonger"),
            due=one.last,
            answers=(
                Answer(_("C’est réparé"), url_for("dashboard.access.mend", museum=museum.slug, id_=one.id)),
            ),
        )


def _doubts(museum: MuseumEntry, kept: Kept, today: date) -> Iterator[Task]:
    names = {
        AdviceKind.MARK_EXPIRED: _("Une marque Tourisme & Handicap a pris fin"),
        AdviceKind.DOOR_NARROW: _("L’entrée libre et sa porte se contredisent"),
        AdviceKind.LIFT_MISSING: _("L’ascenseur en panne n’est dit nulle part"),
    }
    for advice in access.advice(kept.access, today):
        if advice.kind in names:
            doubt = advices.doubt(advice)
            yield Task(
                Harm.IS_MISLED,
                names[advice.kind],
                doubt.sentence,
                _place(museum, ACCESS, doubt.place),
                _("Corriger"),
            )


def _families(museum: MuseumEntry, kept: Kept) -> Iterator[Task]:
    silent = [family for family in Family if access.answered(kept.access, family)[0] == 0]
    if not silent:
        return
    language = page_language()
    named = [words.GROUPS[family][language] for family in silent]
    yield Task(
        Harm.CANNOT_GET_IN,
        _("L’accessibilité n’est pas dite")
        if len(silent) == len(Family)
        else ngettext(
            "Un public ne sait pas s’il peut venir",
            "%(num)s publics ne savent pas s’ils peuvent venir",
            len(silent),
        ),
        _(
            "Sans réponse : %(families)s. La page dit d’appeler ; trois réponses suffisent souvent.",
            families=formats.sentence_list(named, language),
        ),
        _place(museum, ACCESS, f"famille-{silent[0].value}"),
        _("Répondre"),
    )


def _unread(museum: MuseumEntry, kept: Kept, today: date) -> Iterator[Task]:
    read = (
        (ACCESS, kept.access_confirmed_at, _("Vos réponses d’accès ont plus d’un an")),
        (PRACTICAL, kept.practical_confirmed_at, _("Vos faits pratiques ont plus d’un an")),
    )
    for part, confirmed_at, name in read:
        day = confirmed_at.astimezone(PARIS).date() if confirmed_at else today
        if today - day < READ_AGAIN:
            continue
        address = url_for("dashboard.access.confirm", museum=museum.slug, part=part)
        may_answer = gate.may(Permission.CONTENT_PUBLISH)
        yield Task(
            Harm.CANNOT_GET_IN,
            name,
            _("Personne ne les a relus depuis le %(day)s.", day=dates.full_date(day, page_language())),
            _place(museum, part, ""),
            _("Les relire"),
            due=day + READ_AGAIN,
            answers=(Answer(_("Toujours exacts"), address),) if may_answer else (),
            is_stale=True,
        )


def _place(museum: MuseumEntry, part: str, field: str) -> str:
    return url_for("dashboard.access.edit", museum=museum.slug, part=part, _anchor=field or None)
