"""Keeps an event's text, and settles what its button says: a draft, a proposal, a publication."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Response, flash, request, url_for

from portal.db import db
from portal.domain import events, revisions
from portal.domain.accounts.chronicle import note
from portal.domain.events import Event, EventRefusedError, keeping
from portal.domain.events import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.events.rows import Event as Said
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Author, ConflictError, Revision, Snapshot, State
from portal.web.dashboard.events import typed
from portal.web.dashboard.events.forms import EventForm
from portal.web.kit import authors, clock, conflicts, gate, review, versions
from portal.web.kit.events import difference
from portal.web.kit.messages import _, ngettext

PUBLISH, SUBMIT = "publish", "submit"


def by(museum: MuseumEntry) -> Author:
    """Return who writes."""
    return authors.author(museum)


def checked(sheet: dict[str, Any], before: Said | None, museum: MuseumEntry) -> Snapshot:
    """Return the block that a form says, its rule written out beside what was edited by hand.

    Raise `EventRefusedError` with every field at fault.
    """
    today = clock.today()
    said = events.event_of(events.checked(typed.tree_of(sheet), today, museum_id=museum.id))
    if said.rule is None:
        return events.snapshot_of(said)
    given = [one for one in (before.occurrences if before else ()) if one.rule_date is not None]
    start = replace(said, occurrences=(*given, *said.occurrences), rule=before.rule if before else None)
    written = keeping.with_rule(said, start, today)
    if not written.occurrences:
        raise EventRefusedError({"rule.frequency": E.RuleEmptyError()})
    return events.snapshot_of(written)


def keep(
    museum: MuseumEntry, event: Event, form: EventForm, sheet: dict[str, Any], posted: Mapping[str, str]
) -> Revision | None:
    """Keep what is typed as the event's draft; nothing where it changes nothing.

    Raise `ConflictError` where somebody wrote meanwhile, `EventRefusedError`, `PlannedError`.
    """
    session, key = db.session(), events.key(event)
    before = events.event_of(revisions.head(session, key).snapshot)
    text = versions.wanted(session, key, form.seen, checked(sheet, before, museum), posted)
    kept = revisions.save_draft(session, key, text, seen=form.seen, by=by(museum), now=clock.now())
    return None if kept is None or kept.state is State.LIVE else kept


def settle(museum: MuseumEntry, event: Event, kept: Revision, act: str) -> None:
    """Publish what was kept, propose it or leave it a draft, as the button says and as the person may."""
    if act == PUBLISH and review.may_publish(events.KIND):
        review.publish(kept)
        tell("content.published", museum, event)
        number = len(events.event_of(kept.content).occurrences)
        told = ngettext("C’est en ligne, avec %(num)s date.", "C’est en ligne, avec %(num)s dates.", number)
        flash(told if number else _("C’est en ligne."), "info")
    elif act in {PUBLISH, SUBMIT}:
        if review.propose(kept):
            tell("content.submitted", museum, event)
        said = _("Votre événement est proposé à qui publie pour le musée.")
        flash(review.proposed(events.KIND, said), "info")
    else:
        flash(_("Votre brouillon est gardé. Rien n’a changé dans l’agenda."), "info")


def tell(action: str, museum: MuseumEntry, event: Event) -> None:
    """Note in the journal what was done with an event."""
    after = {"block": events.KIND, "event": event.short_id}
    note(action, by=gate.actor(), now=clock.now(), museum_id=museum.id, after=after)


def both_texts(museum: MuseumEntry, event: Event, told: ConflictError, form: EventForm) -> Response:
    """Return the page of two texts, status 409, field by field; dates are kept whole, theirs or yours."""
    shown = conflicts.conflict_of(told, events.EVENTS, difference.names(), request.form, difference.say)
    whole = replace(shown, disputed=[replace(each, both=None) for each in shown.disputed])
    writer = authors.name_of(told.theirs) if told.theirs else None
    action = url_for(".edit", museum=museum.slug, number=event.id)
    return conflicts.answer(whole, form, action, layout="layouts/desk.html", name=writer)
