"""Whether what a person writes appears at once or is read first, and the words that say so, for every room."""

from collections.abc import Callable

from flask import Flask, g

from portal.db import db
from portal.domain import revisions
from portal.domain.accounts import Permission
from portal.domain.revisions import Key, Policy, Review, Revision, Snapshot, State
from portal.web.kit import authors, clock, gate
from portal.web.kit.messages import _


def init_app(app: Flask) -> None:
    """Let templates ask before they write a button."""
    app.jinja_env.globals.update(
        may_publish=may_publish, may_send_back=may_send_back, is_read_first=is_read_first
    )


def may_publish(*kinds: str) -> bool:
    """Return whether what this person writes of these kinds appears at once, in the museum of the page."""
    return gate.may(Permission.CONTENT_PUBLISH) and not any(map(is_read_first, kinds))


def is_read_first(kind: str) -> bool:
    """Return whether the association reads what this person writes of a kind before it appears."""
    if "policies" not in g:
        g.policies = revisions.policies_of(db.session(), g.museum.id)
    is_before = g.policies.get(kind) is Policy.BEFORE
    return is_before and authors.author(g.museum).is_reviewed


def goes_to_association(kind: str) -> bool:
    """Return whether what this person proposes is the association's to read, and no colleague's first."""
    return gate.may(Permission.CONTENT_PUBLISH) and is_read_first(kind)


def may_send_back(pending: Revision) -> bool:
    """Return whether a proposed text is this person's to give back to its author."""
    is_theirs = pending.review is not Review.WAITING or gate.may(Permission.CONTENT_REVIEW)
    return pending.state is State.SUBMITTED and is_theirs and gate.may(Permission.CONTENT_PUBLISH)


def publish(kept: Revision) -> Revision:
    """Publish a text; one that was refused, all the same."""
    by = authors.author(g.museum)
    return revisions.publish(db.session(), _taken_up(kept), by=by, now=clock.now())


def propose(kept: Revision) -> bool:
    """Hand a text to whom it waits for; return whether that is anything new."""
    kept, onwards = _taken_up(kept), goes_to_association(kept.kind)
    is_new = kept.state is State.DRAFT or (onwards and kept.state is State.SUBMITTED)
    if is_new:
        revisions.submit(db.session(), kept, now=clock.now(), to_association=onwards)
    return is_new


def propose_change(key: Key, change: Callable[[Snapshot], Snapshot]) -> Revision | None:
    """Propose a change, made to what waits if anything does; nothing where that says it already."""
    by, onwards = authors.author(g.museum), goes_to_association(key.kind)
    return revisions.propose(db.session(), key, change, by=by, now=clock.now(), to_association=onwards)


def proposed(kind: str, otherwise: str) -> str:
    """Return the sentence that says to whom a text was proposed; `otherwise` where it is to a colleague."""
    if goes_to_association(kind):
        return _(
            "C’est proposé à l’association, qui relit avant la publication. La page publique n’a pas changé."
        )
    return otherwise


def _taken_up(kept: Revision) -> Revision:
    if kept.state is not State.REFUSED:
        return kept
    return revisions.take_up(db.session(), kept, by=authors.author(g.museum), now=clock.now())
