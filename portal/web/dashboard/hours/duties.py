"""What a museum has to do about its hours: unknown, ending, contradictory, undecided holidays, unread for long."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from flask import url_for

from portal.config import PARIS
from portal.domain import hours
from portal.domain.accounts import Permission
from portal.domain.hours import Advice, AdviceKind, Kept, Schedule, State
from portal.domain.hours.advice import HOLIDAY_DAYS
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import Decision, HolidayRule
from portal.domain.museums import MuseumEntry
from portal.web.dashboard.hours import naming
from portal.web.kit import dates, gate, opening
from portal.web.kit.formats import sentence_case
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext
from portal.web.kit.tasks import Answer, Harm, Task

READ_AGAIN = timedelta(days=183)
"""After so long, hours are asked about though nothing says that they are wrong."""


def tasks(museum: MuseumEntry, today: date) -> Iterator[Task]:
    """Yield what is to be done."""
    kept = hours.of(museum.id)
    if kept.is_empty:
        yield Task(
            Harm.FINDS_DOOR_CLOSED,
            _("Vos horaires ne sont pas connus"),
            _("La page dit « Horaires non communiqués » : c’est ce que l’on cherche d’abord."),
            _place(museum, "periods.add"),
            _("Les écrire"),
            due=today,
        )
        return
    schedule = kept.schedule
    for advice in hours.advice(schedule.rows, schedule.school, today):
        task = _of_advice(museum, kept, advice, today)
        if task is not None:
            yield task
    if schedule.rows.periods:
        for day, holiday in hours.undecided(schedule, today, days=HOLIDAY_DAYS):
            yield _holiday(museum, schedule, day, holiday)
    yield from _unread(museum, kept, today)


def _of_advice(museum: MuseumEntry, kept: Kept, advice: Advice, today: date) -> Task | None:
    day = advice.day or today
    named = dates.full_date(day, page_language())
    last = f"periods.{max(len(kept.schedule.rows.periods) - 1, 0)}.to"
    known = {
        AdviceKind.NOTHING_NOW: (
            Harm.FINDS_DOOR_CLOSED,
            _("Vos horaires ne disent rien d’aujourd’hui"),
            _("La page dit « non confirmé » : on téléphone, ou l’on renonce."),
            last,
        ),
        AdviceKind.GAP: (
            Harm.FINDS_DOOR_CLOSED,
            _("Vos horaires s’interrompent le %(day)s", day=named),
            _("De ce jour à la saison suivante, la page dira « non confirmé »."),
            last,
        ),
        AdviceKind.ENDS_SOON: (
            Harm.FINDS_DOOR_CLOSED,
            _ends((day - today).days),
            _("Après le %(day)s, la page dira « non confirmé ».", day=named),
            last,
        ),
        AdviceKind.LAST_ADMISSION: (
            Harm.IS_MISLED,
            _("La dernière entrée tombe avant l’ouverture"),
            _("On ne sait plus jusqu’à quand on peut entrer."),
            advice.path,
        ),
        AdviceKind.HIDDEN_EXCEPTION: (
            Harm.IS_MISLED,
            _("L’ouverture du %(day)s ne paraîtra pas", day=named),
            _("Elle tombe pendant une longue fermeture : l’une des deux est de trop."),
            "dates",
        ),
    }
    if advice.kind not in known:
        return None
    harm, name, why, place = known[advice.kind]
    return Task(harm, name, why, _place(museum, place), _("Corriger"), due=day)


def _ends(days: int) -> str:
    if days == 0:
        return _("Vos horaires finissent ce soir")
    return ngettext("Vos horaires finissent demain", "Vos horaires finissent dans %(num)s jours", days)


def _holiday(museum: MuseumEntry, schedule: Schedule, day: date, holiday: Holiday) -> Task:
    """Return the question of one holiday, with the answers that one button can give."""
    name, language = naming.holiday_name(holiday), page_language()
    answers = [_answer(museum, _("Fermé"), holiday, Decision.CLOSED)]
    as_usual = _as_usual(schedule, day, holiday)
    if as_usual is not None:
        said = _("Ouvert, %(hours)s", hours=opening.day_hours(as_usual.on(day), language))
        answers.append(_answer(museum, said, holiday, Decision.USUAL))
    return Task(
        Harm.FINDS_DOOR_CLOSED,
        _("%(holiday)s : serez-vous ouverts ?", holiday=name),
        _(
            "%(day)s. Sans réponse, la page dira « non confirmé », jamais « ouvert ».",
            day=sentence_case(dates.weekday_date(day, language)),
        ),
        _place(museum, f"holidays.{holiday.value}.decision"),
        _("Autrement"),
        due=day,
        answers=tuple(answers),
    )


def _answer(museum: MuseumEntry, name: str, holiday: Holiday, decision: Decision) -> Answer:
    address = url_for("dashboard.hours.decide", museum=museum.slug)
    return Answer(name, address, {"holiday": holiday.value, "decision": decision.value})


def _as_usual(schedule: Schedule, day: date, holiday: Holiday) -> Schedule | None:
    """Return the hours as they would be without that holiday; nothing where the door would stay shut all the same."""
    others = tuple(rule for rule in schedule.rows.holidays if rule.holiday is not holiday)
    rows = replace(schedule.rows, holidays=(*others, HolidayRule(holiday, Decision.USUAL)))
    usual = Schedule(rows, schedule.school)
    return usual if usual.on(day).state is State.OPEN else None


def _unread(museum: MuseumEntry, kept: Kept, today: date) -> Iterator[Task]:
    if kept.confirmed_at is None:
        return
    day = kept.confirmed_at.astimezone(PARIS).date()
    if today - day < READ_AGAIN:
        return
    answers = (
        (Answer(_("Toujours exacts"), url_for("dashboard.confirmation.create", museum=museum.slug)),)
        if gate.may(Permission.CONTENT_PUBLISH)
        else ()
    )
    yield Task(
        Harm.IS_MISLED,
        _("Vos horaires sont-ils toujours exacts ?"),
        _("Personne ne les a relus depuis le %(day)s.", day=dates.full_date(day, page_language())),
        _place(museum, "saisons"),
        _("Les relire"),
        due=day + READ_AGAIN,
        answers=answers,
        is_stale=True,
    )


def _place(museum: MuseumEntry, field: str) -> str:
    return url_for("dashboard.hours.edit", museum=museum.slug, _anchor=field)
