"""Letters that ask whether a museum's hours are still right: each with a link of its reader's own."""

from collections.abc import Iterable
from datetime import datetime

from flask import url_for
from flask_babel import force_locale

from portal.db import Language, db
from portal.domain import hours
from portal.domain.accounts import Actor, Purpose, User, confirmations, tokens
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.confirmations import Bond
from portal.domain.hours.standing import BLOCK
from portal.domain.museums import MuseumEntry
from portal.web import mailers
from portal.web.kit import clock, formats, hour_places, hour_summary
from portal.web.kit.hour_summary import Summary
from portal.web.kit.messages import _, ngettext


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
    name, correct = museum.name.text(language), hour_places.screen(museum)
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
