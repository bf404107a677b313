"""Keeps, proposes or publishes what the screen says, and tells two people who wrote at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from flask import Response
from werkzeug.datastructures import MultiDict

from portal.db import db
from portal.domain import admission, revisions
from portal.domain.accounts.chronicle import note
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import ConflictError, Snapshot, State
from portal.web.dashboard.prices.forms import PricesForm
from portal.web.kit import authors, conflicts, gate, prices, review, versions
from portal.web.kit.versions import CHOICE

DRAFT, SUBMIT, PUBLISH = "draft", "submit", "publish"


def keep(
    museum: MuseumEntry, form: PricesForm, yours: Snapshot, posted: Mapping[str, str], now: datetime
) -> str:
    """Do what the button says; return what became of the text, nothing where it changed nothing.

    Raise `ConflictError` where somebody wrote meanwhile, `PricesRefusedError` where what was chosen between two texts
    contradicts itself, `PlannedError` where a publication is planned.
    """
    session, key, by = db.session(), admission.key(museum.id), authors.author(museum)
    chosen = {name: "" if _is_both(name, value) else value for name, value in posted.items()}
    text = admission.checked(versions.wanted(session, key, form.seen, yours, chosen))
    kept = revisions.save_draft(session, key, text, seen=form.seen, by=by, now=now)
    act = posted.get("action", DRAFT)
    if kept is None or kept.state is State.LIVE:
        return ""
    if act == PUBLISH and review.may_publish(key.kind):
        review.publish(kept)
        admission.confirm(session, museum.id, by_id=gate.actor().id, now=now)
        tell("content.published", museum, now)
        return PUBLISH
    if act in {PUBLISH, SUBMIT}:
        if review.propose(kept):
            tell("content.submitted", museum, now)
        return SUBMIT
    return DRAFT


def answer(
    told: ConflictError, museum_action: str, form: PricesForm, posted: MultiDict[str, str]
) -> Response:
    """Return the page of two texts, status 409, part by part: whose prices, whose free days."""
    labels = {name: str(label) for name, label in prices.PARTS.items()}
    shown = conflicts.conflict_of(told, admission.PRICES, labels, posted, prices.part_words)
    whole = replace(shown, disputed=[replace(each, both=None, lang=None) for each in shown.disputed])
    writer = authors.name_of(told.theirs) if told.theirs else None
    return conflicts.answer(whole, form, museum_action, layout="layouts/desk.html", name=writer)


def tell(action: str, museum: MuseumEntry, now: datetime) -> None:
    """Note in the journal what was done with the prices."""
    note(action, by=gate.actor(), now=now, museum_id=museum.id, after={"block": admission.PRICES.kind})


def _is_both(name: str, value: str) -> bool:
    """Return whether a choice keeps both texts, which rows cannot."""
    return name.startswith(CHOICE) and value == "both"
