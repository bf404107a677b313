"""Letters about what visitors report: to the museum, at most one a day; to the association; to who reported."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from flask import url_for
from flask_babel import force_locale

from portal.db import Language, db
from portal.domain import museums, visitor_reports
from portal.domain.accounts import User, administrators, writers
from portal.domain.museums import MuseumEntry
from portal.domain.visitor_reports import State, VisitorReport
from portal.web import mailers
from portal.web.kit import moments, report_words
from portal.web.kit.messages import _, ngettext


def tell_museum(museum: MuseumEntry, now: datetime) -> int:
    """Tell those who publish for a museum what is new, unless a letter did today; return how many letters left."""
    reports = visitor_reports.to_tell(db.session(), museum.id, now)
    readers = [user for _museum_id, user in writers.of_museums([museum.id])] if reports else []
    for reader in readers:
        _tell(reader, museum, reports, now)
    if readers:
        for report in reports:
            report.told_at = now
    return len(readers)


def hand_over(reports: Sequence[VisitorReport], now: datetime) -> int:
    """Tell the association, in one letter a person, what museums have left unanswered."""
    readers = [user for user in administrators.with_moderators() if user.email]
    entries = museums.guide().by_id
    for reader in readers:
        _hand(reader, reports, entries, now)
    if readers:
        for report in reports:
            report.handed_at = now
    return len(readers)


def answer(report: VisitorReport, email: str, museum: MuseumEntry, now: datetime) -> None:
    """Tell who reported what became of it: the one letter they get."""
    language: Language = report.language
    with force_locale(language):
        told = (
            _(
                "Vous aviez raison : la page est corrigée. Merci, les visiteurs suivants ne s’y tromperont pas."
            )
            if report.state is State.CORRECTED
            else _("Le musée a vérifié : ce que dit sa page est juste.")
        )
        draft = mailers.Draft(
            "visitor_report_answered",
            _("%(museum)s : votre signalement", museum=museum.name.text(language)),
            [
                _("Vous nous avez signalé : %(what)s.", what=report_words.sentence(report, language)),
                told,
                *([_("Le musée ajoute : « %(words)s »", words=report.answer)] if report.answer else []),
            ],
            _(
                "Vous recevez cette lettre parce que vous avez laissé votre adresse avec un signalement. "
                "Elle est maintenant effacée : il n’y en aura pas d’autre."
            ),
            _("Voir la page du musée"),
            url_for("public.museums.show", slug=museum.slug, language=language),
        )
    mailers.post(mailers.Reader(email, "", language), draft, now)


def _tell(reader: User, museum: MuseumEntry, reports: Sequence[VisitorReport], now: datetime) -> None:
    language: Language = reader.language or "fr"
    with force_locale(language):
        count = len(reports)
        draft = mailers.Draft(
            "visitor_report_received",
            _("%(museum)s : un visiteur signale une erreur", museum=museum.name.text(language))
            if count == 1
            else _("%(museum)s : des visiteurs signalent des erreurs", museum=museum.name.text(language)),
            [
                ngettext(
                    "Un visiteur dit que votre page se trompe. Vérifiez, corrigez s’il a raison, et dites-le : "
                    "la page n’en garde alors aucune trace.",
                    "%(num)s visiteurs disent que votre page se trompe. Vérifiez, corrigez s’ils ont raison, "
                    "et dites-le : la page n’en garde alors aucune trace.",
                    count,
                )
            ],
            _(
                "Vous recevez cette lettre parce que vous publiez pour ce musée. "
                "Il n’en part qu’une par jour, quoi qu’il arrive."
            ),
            _("Voir ce qui est signalé"),
            url_for("dashboard.visitor_reports.index", museum=museum.slug),
            rows=_rows(reports, language),
        )
    mailers.post(mailers.Reader.of(reader), draft, now)


def _hand(
    reader: User, reports: Sequence[VisitorReport], entries: Mapping[int, MuseumEntry], now: datetime
) -> None:
    language: Language = reader.language or "fr"
    with force_locale(language):
        rows = [
            (entries[report.museum_id].name.text(language), report_words.sentence(report, language))
            for report in reports
            if report.museum_id in entries
        ]
        draft = mailers.Draft(
            "visitor_report_unanswered",
            _("Des signalements de visiteurs sans réponse"),
            [
                _(
                    "Ces musées n’ont pas répondu en %(days)s jours, ou n’ont personne pour répondre. "
                    "À vous de vérifier, ou de joindre le musée.",
                    days=visitor_reports.UNANSWERED.days,
                )
            ],
            _("Vous recevez cette lettre parce que vous travaillez pour l’association."),
            _("Voir les signalements"),
            url_for("admin.visitor_reports.index"),
            rows=rows,
        )
    mailers.post(mailers.Reader.of(reader), draft, now)


def _rows(reports: Sequence[VisitorReport], language: Language) -> list[tuple[str, str]]:
    return [
        (moments.day(report.received_at, language), report_words.sentence(report, language))
        for report in reports
    ]
