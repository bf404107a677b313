"""The page of a part: the form, what the public will read of it, what waits and what is worth a look."""

from typing import Any

from flask import render_template

from portal.db import db
from portal.domain import access, revisions
from portal.domain.access import FACTS_OF, NEEDS_OF, Comfort, Family, Mark, snapshots
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Head, Snapshot
from portal.web.dashboard.access import advices
from portal.web.dashboard.access.forms import PartForm, RefusalForm
from portal.web.dashboard.access.parts import ACCESS, PARTS, Part
from portal.web.dashboard.access.shown import broken
from portal.web.kit import access as words
from portal.web.kit import authors, clock
from portal.web.kit.access import paths
from portal.web.kit.locale import page_language

SHOWN = 6


def show(
    museum: MuseumEntry, part: Part, head: Head, form: PartForm, refusal: RefusalForm | None = None
) -> str:
    """Return the page of a part."""
    session = db.session()
    history = revisions.history(session, museum.id, part.block.kind)[:SHOWN]
    kept = access.of(museum.id)
    is_access = part.name == ACCESS
    confirmed_at = kept.access_confirmed_at if is_access else kept.practical_confirmed_at
    more: dict[str, Any] = _access(museum, head.snapshot) if is_access else _practical(head.snapshot)
    return render_template(
        part.template,
        form=form,
        part=part,
        parts=PARTS.values(),
        head=head,
        state=head.pending.state.value if head.pending else None,
        confirmed_at=confirmed_at,
        changes=_changes(part, head) if head.pending else [],
        history=history,
        writers=authors.names_of(history),
        refusal=refusal or RefusalForm(prefix="refusal-", formdata=None),
        **more,
    )


def _access(museum: MuseumEntry, snapshot: Snapshot) -> dict[str, Any]:
    today, language = clock.today(), page_language()
    outages = broken(museum)
    known = snapshots.access_of(snapshot, outages.snapshot)
    return {
        "outages": outages,
        "shown": words.all_needs(known, today, today, language),
        "doubts": advices.of(known),
        "families": [
            (
                family,
                words.GROUPS[family][language],
                [
                    (words.need_name(need, language) if len(NEEDS_OF[family]) > 1 else "", FACTS_OF[need])
                    for need in NEEDS_OF[family]
                ],
                access.answered(known, family),
                _mark(known.marks.get(family)),
            )
            for family in Family
        ],
        "limits": access.LIMITED_BY_WORDS,
    }


def _mark(mark: Mark | None) -> tuple[str, bool] | None:
    """Return until when a mark is valid, and whether it still is."""
    today = clock.today()
    return (words.mark_words(mark, today, page_language()), mark.last >= today) if mark else None


def _practical(snapshot: Snapshot) -> dict[str, Any]:
    known, language = snapshots.practical_of(snapshot), page_language()
    return {
        "shown": words.practical_lines(known, language),
        "doubts": advices.of_practical(known),
        "facts": list(Comfort),
        "limits": frozenset(),
    }


def _changes(part: Part, head: Head) -> list[tuple[str, str, Any]]:
    """Return what a waiting text changes of what the public reads."""
    online = head.live.content if head.live else part.block.blank
    return [
        (
            paths.path_name(change.field),
            change.field,
            revisions.words_difference(
                paths.path_value(change.field, change.before), paths.path_value(change.field, change.after)
            ),
        )
        for change in revisions.difference(online, head.snapshot, part.block.fields)
    ]
