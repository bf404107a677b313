"""Letters about a museum's hours: whether they are still right, by a link of the reader's own; that they run out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for
from flask_babel import force_locale

from portal.config import PARIS
from portal.db import Language, db
from portal.domain import hours
from portal.domain.accounts import Actor, Purpose, User, confirmations, tokens
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.confirmations import Bond
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.standing import BLOCK
from portal.domain.museums import MuseumEntry
from portal.web import mailers
from portal.web.kit import clock, dates, formats, hour_summary, opening
from portal.web.kit.hour_summary import Summary
from portal.web.kit.messages import _, ngettext
from portal.web.kit.occitan import NBSP


def ask(museum: MuseumEntry, user_ids: Iterable[int], *, sender: str, by: Actor) -> int:
    """Write to people who publish for a museum; return how many letters left: none where no hours were entered."""
    now, today = clock.now(), clock.today()
    schedule = hours.of(museum.id).schedule
    bond = Bond(museum.id, BLOCK, hours.standing(db.session(), museum.id))
    sent = 0
    for user_id in user_ids:
        reader = db.session.get(User, user_id)
        if reader is None or not reader.may_sign_in or not reader.email:
            continue
        with force_locale(reader.language or "fr"):
            said = hour_summary.summary(schedule, today, reader.language or "fr")
        if said is None:
            return 0
        secret = confirmations.make(bond, reader.id, now=now)
        _write(reader, museum, said, secret, sender=sender, now=now)
        note("hours.asked", by=by, now=now, museum_id=museum.id, subject=f"user:{reader.id}")
        sent += 1
    return sent


def _write(
    reader: User, museum: MuseumEntry, said: Summary, secret: str, *, sender: str, now: datetime
) -> None:
    """Ask somebody who publishes for a museum whether its hours are still right; `said` is in their language."""
    language: Language = reader.language or "fr"
    name, correct = museum.name.text(language), url_for("dashboard.hours.edit", museum=museum.slug)
    with force_locale(language):
        season = f"{said.title}, {said.when}" if said.title and said.when else said.title
        asked = ngettext(
            "Un jour férié reste à décider : %(days)s. Sans réponse, la page dira « non confirmé ».",
            "Des jours fériés restent à décider : %(days)s. Sans réponse, la page dira « non confirmé ».",
            len(said.undecided),
            days=formats.sentence_list(said.undecided, language),
        )
        draft = mailers.Draft(
            "hours_confirmation",
            _("%(museum)s : vos horaires, toujours exacts ?", museum=name),
            [
                _("%(sender)s vous demande de relire ce que le public lit de vos horaires.", sender=sender),
                *([_("%(season)s :", season=season)] if season else []),
            ],
            _("Vous recevez cette lettre parce que vous publiez pour ce musée."),
            _("Relire et confirmer"),
            url_for("auth.confirmations.show", secret=secret),
            now + tokens.LIFETIMES[Purpose.CONFIRMATION],
            rows=said.lines,
            after=[
                *([asked] if said.undecided else []),
                _(
                    "Le bouton montre la page avant de confirmer, sans mot de passe. "
                    "Le lien s’éteint dès que les horaires changent."
                ),
            ],
            other_button=_("Quelque chose a changé"),
            other_address=correct,
        )
    mailers.post(mailers.Reader.of(reader), draft, now)


@dataclass(frozen=True)
class Task:
    """What one museum of a reader's is to do."""

    museum: MuseumEntry
    last: date | None
    """The last day its hours are known, where that is near or past."""
    holidays: Sequence[tuple[date, Holiday]]


def remind(reader: User, tasks: Sequence[Task], *, now: datetime) -> None:
    """Tell somebody, in one letter for all their museums, what visitors cannot know yet."""
    language: Language = reader.language or "fr"
    today = now.astimezone(PARIS).date()
    with force_locale(language):
        lines = [line for task in tasks for line in _lines(task, today, language, several=len(tasks) > 1)]
        only = tasks[0].museum
        name = only.name.text(language)
        if len(tasks) > 1:
            subject = _("Vos musées : des horaires à compléter")
        elif tasks[0].last is None:
            subject = _("%(museum)s : un jour férié à décider", museum=name)
        elif tasks[0].last < today:
            subject = _("%(museum)s : vos horaires ne sont plus connus", museum=name)
        else:
            day = dates.full_date(tasks[0].last, language)
            subject = _("%(museum)s : vos horaires s’arrêtent le %(day)s", museum=name, day=day)
        draft = mailers.Draft(
            "hours_reminder",
            subject,
            lines,
            _(
                "Vous recevez cette lettre parce que vous publiez pour ce musée. Elle ne se répète pas chaque jour."
            ),
            _("Compléter les horaires"),
            url_for("dashboard.hours.edit", museum=only.slug)
            if len(tasks) == 1
            else url_for("dashboard.spaces.index"),
        )
    mailers.post(mailers.Reader.of(reader), draft, now)


def _lines(task: Task, today: date, language: Language, *, several: bool) -> list[str]:
    before = f"{task.museum.name.text(language)}{NBSP}: " if several else ""
    found = []
    if task.last is not None and task.last < today:
        day = dates.full_date(task.last, language)
        found.append(
            _(
                "Depuis le %(day)s, aucun horaire n’est connu : la page du musée dit « non confirmé ».",
                day=day,
            )
        )
    elif task.last is not None:
        day = dates.full_date(task.last, language)
        found.append(
            _(
                "Après le %(day)s, aucun horaire n’est connu : la page du musée dira « non confirmé ».",
                day=day,
            )
        )
    if task.holidays:
        names = [
            f"{opening.holiday_name(holiday, language)} ({dates.weekday_date(day, language)})"
            for day, holiday in task.holidays
        ]
        found.append(
            ngettext(
                "Un jour férié attend votre réponse : %(days)s. Sans réponse, la page dira « non confirmé ».",
                "Des jours fériés attendent votre réponse : %(days)s. Sans réponse, la page dira « non confirmé ».",
                len(names),
                days=formats.sentence_list(names, language),
            )
        )
    return [before + line for line in found]
