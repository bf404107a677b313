"""Deciding one public holiday with one button, from wherever it is asked about."""

from collections.abc import Mapping
from functools import partial

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import hours, revisions
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.hours import additions
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import Decision, HolidayRule
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import PlannedError
from portal.web.dashboard.hours import naming
from portal.web.dashboard.hours.views import blueprint
from portal.web.kit import authors, clock, gate, redirects, refusals, review
from portal.web.kit.messages import LazyString, _, _l

SAID: Mapping[Decision, LazyString] = {
    Decision.CLOSED: _l("%(holiday)s : fermé. La page publique le dit déjà."),
    Decision.USUAL: _l("%(holiday)s : ouvert comme d’habitude. La page publique le dit déjà."),
}
"""What one button decides, and what is then said; hours of their own are written in the screen."""


@blueprint.post("/feries/")
@gate.requires(Permission.CONTENT_DRAFT)
def decide(museum: MuseumEntry) -> ResponseReturnValue:
    """Decide one holiday: at once for who publishes, proposed by who does not; a decision taken meanwhile stands."""
    rule = _rule()
    session, key, now = db.session(), hours.key(museum.id), clock.now()
    change, by = partial(additions.with_decision, rule=rule), authors.author(museum)
    name, read = naming.holiday_name(rule.holiday), hours.of(museum.id)
    try:
        if review.may_publish(key.kind):
            done, action = revisions.amend(session, key, change, by=by, now=now), "content.published"
            said = str(SAID[rule.decision]) % {"holiday": name}
        else:
            done, action = review.propose_change(key, change), "content.submitted"
            said = review.proposed(
                key.kind, _("%(holiday)s : c’est proposé à qui publie pour le musée.", holiday=name)
            )
    except PlannedError as planned:
        flash(refusals.sentence(planned), "warning")
        return _back(museum)
    if done is None:
        flash(_("%(holiday)s : c’était déjà décidé. Regardez vos horaires.", holiday=name), "warning")
    else:
        if action == "content.published" and read.confirmed_at is not None:
            # One answer is no reading of all the hours: who last confirmed them stays who did.
            hours.confirm(session, museum.id, by_id=read.confirmed_by_id, now=read.confirmed_at)
        note(action, by=gate.actor(), now=now, museum_id=museum.id, after={"block": key.kind})
        flash(said, "info")
    return _back(museum)


def _rule() -> HolidayRule:
    try:
        holiday = Holiday(request.form.get("holiday", ""))
        decision = Decision(request.form.get("decision", ""))
    except ValueError:
        abort(422)
    if decision not in SAID:
        abort(422)
    return HolidayRule(holiday, decision)


def _back(museum: MuseumEntry) -> ResponseReturnValue:
    return redirect(redirects.back(url_for(".edit", museum=museum.slug, _anchor="feries")), 303)
