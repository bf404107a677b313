"""An event's fields in words: for its history, and for two editors."""

from typing import Any

from portal.domain import revisions
from portal.domain.events import snapshots
from portal.domain.revisions import Snapshot, Span
from portal.web.kit import clock, row_difference
from portal.web.kit.events import moments, words
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

Told = list[tuple[str, str, list[Span]]]


def names() -> dict[str, str]:
    """Return what each field of the block is called."""
    two = {
        "title": (_("Titre"), _("Titre en occitan")),
        "summary": (_("En deux phrases"), _("En deux phrases, en occitan")),
        "text": (_("Présentation"), _("Présentation en occitan")),
        "message": (_("Mot sur l’événement"), _("Mot en occitan")),
        "price.words": (_("Mot sur le prix"), _("Mot sur le prix, en occitan")),
    }
    said = {
        f"{name}.{language}": label
        for name, pair in two.items()
        for language, label in zip(("fr", "oc"), pair, strict=True)
    }
    return said | {
        "type": _("Genre"),
        "audiences": _("Public"),
        "age_from": _("Dès l’âge de"),
        "age_to": _("Jusqu’à l’âge de"),
        "theme": _("Thème"),
        "speeches": _("Langues"),
        "access": _("Accès"),
        "price.kind": _("Prix"),
        "price.least": _("Prix, à partir de"),
        "price.most": _("Prix, jusqu’à"),
        "registration.is_needed": _("Sur inscription"),
        "registration.link": _("Adresse pour réserver"),
        "registration.phone": _("Téléphone pour réserver"),
        "registration.email": _("Courriel pour réserver"),
        "registration.deadline": _("Inscription jusqu’au"),
        "registration.seats": _("Places"),
        "place.kind": _("Lieu"),
        "place.museum_id": _("Musée qui accueille"),
        "place.name": _("Nom du lieu"),
        "place.street": _("Rue"),
        "place.town": _("Commune"),
        "place.link": _("Adresse en ligne"),
        "co_organisers": _("Avec"),
        "operation": _("Opération nationale"),
        "school": _("Pour les classes"),
        "picture": _("Photo"),
        "standing": _("Ce qu’il devient"),
        "run": _("Période"),
        "rule": _("Répétition"),
        "occurrences": _("Dates"),
        "run.first": _("Premier jour"),
        "run.last": _("Dernier jour"),
        "run.extended_from": _("Annoncée d’abord jusqu’au"),
        "run.is_permanent": _("Exposition permanente"),
    }


def say(field: str, value: Any) -> str:
    """Return a field's value in words."""
    if field == "occurrences":
        return "\n".join(_dates(value))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return _("oui") if value else _("non")
    return "" if value is None else str(value)


def told(before: Snapshot | None, after: Snapshot) -> Told:
    """Return what differs between two texts of an event, field by field."""
    named, found = names(), []
    for change in revisions.difference(before, after):
        if change.field == "occurrences":
            spans = row_difference.difference(_dates(change.before), _dates(change.after))
        else:
            spans = revisions.words_difference(
                say(change.field, change.before), say(change.field, change.after)
            )
        found.append(
            (named.get(change.field, named.get(change.field.partition(".")[0], "")), change.field, spans)
        )
    return found


def _dates(rows: Any) -> list[str]:
    language, today = page_language(), clock.today()
    lines = []
    for row in rows or ():
        one = snapshots.occurrence_of(row)
        parts = [
            moments.day(one, today, language),
            moments.hours(one, language),
            words.standing_word(one.standing),
        ]
        message = one.message
        lines.append(", ".join(filter(None, [*parts, message.text(language) if message else ""])))
    return lines
