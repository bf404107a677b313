"""One text to be read, part by part: what the public reads, what is proposed, and what was decided meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import abort, render_template

from portal.db import db
from portal.domain import museums, revisions
from portal.domain.accounts import profile
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Policy, Revision, Snapshot, Span, State
from portal.web.admin import moments
from portal.web.admin.moderation import words
from portal.web.admin.moderation.forms import AnswerForm, ReasonForm
from portal.web.admin.moderation.queue import to_read
from portal.web.kit import authors
from portal.web.kit.kinds import REVIEWED, Kind, kind_of
from portal.web.kit.messages import _

ACCEPT, REFUSE, LATER = "accept", "refuse", "later"


@dataclass(frozen=True)
class Field:
    """One field that differs."""

    label: str
    lang: str | None
    spans: list[Span]

    @property
    def before(self) -> list[Span]:
        """What is read now."""
        return [span for span in self.spans if span.kind != "ins"]

    @property
    def after(self) -> list[Span]:
        """What is proposed."""
        return [span for span in self.spans if span.kind != "del"]


@dataclass(frozen=True)
class Part:
    """What is accepted or refused as one."""

    name: str
    fields: list[Field]


@dataclass(frozen=True)
class One:
    """A text, its museum and kind, and what it changes."""

    revision: Revision
    museum: MuseumEntry
    kind: Kind
    before: Snapshot
    parts: list[Part]

    @property
    def is_to_be_read(self) -> bool:
        """Whether nobody has decided yet."""
        return revisions.is_to_be_read(self.revision)

    @property
    def is_public(self) -> bool:
        """Whether the public reads it already."""
        return self.revision.state is State.LIVE

    @property
    def is_whole(self) -> bool:
        """Whether it is accepted or refused all at once."""
        return self.kind.part is None or self.revision.state is State.SCHEDULED or len(self.parts) < 2

    def anchor(self, part: str) -> str:
        """Return where a part is on the page."""
        return f"partie-{part.replace('.', '-')}"

    @property
    def since(self) -> datetime:
        """When it was published, submitted or planned."""
        one = self.revision
        return one.live_at or one.submitted_at or one.decided_at or one.created_at


def find(revision_id: int) -> One:
    """Return a text, or 404."""
    revision = revisions.anywhere(db.session(), revision_id) or abort(404)
    kind = kind_of(revision.kind) or abort(404)
    museum = museums.guide().by_id.get(revision.museum_id) or abort(404)
    before = _before(revision)
    return One(revision, museum, kind, before, _parts(kind, before, revision.content))


def page(
    one: One,
    form: AnswerForm | None = None,
    reason: ReasonForm | None = None,
    *,
    chosen: Mapping[str, str] | None = None,
    told: str = "",
) -> str:
    """Return the page of a text: to be decided, or what was decided; `told` is why an answer was not taken."""
    queue = [each.id for each in to_read()]
    place = queue.index(one.revision.id) if one.revision.id in queue else None
    return render_template(
        "admin/moderation/show.html",
        one=one,
        form=form or AnswerForm(formdata=None, seen=one.revision.number),
        reason=reason or ReasonForm(formdata=None),
        chosen=chosen or {},
        told=told,
        decided="" if one.is_to_be_read else _decided(one.revision),
        writer=authors.name_of(one.revision),
        rule=rule_of(revisions.policies_of(db.session(), one.museum.id)),
        place=place,
        total=len(queue),
        previous=queue[place - 1] if place else None,
        following=queue[place + 1] if place is not None and place + 1 < len(queue) else None,
        words=words,
        moments=moments,
    )


def rule_of(decided: Mapping[str, Policy]) -> list[tuple[Policy, list[Kind]]]:
    """Return the kinds of each policy that has some."""
    of = {
        policy: [each for each in REVIEWED if decided.get(each.kind, Policy.TRUSTED) is policy]
        for policy in Policy
    }
    return [(policy, kinds) for policy, kinds in of.items() if kinds]


def _before(revision: Revision) -> Snapshot:
    """Return what the public reads without the text, or read before it."""
    if revision.state is State.LIVE:
        read = revisions.last_read(db.session(), revision)
        return read.content if read else revisions.block_of(revision.kind).blank
    head = revisions.head(db.session(), revision.key)
    return head.live.content if head.live else revisions.block_of(revision.kind).blank


def _parts(kind: Kind, before: Snapshot, after: Snapshot) -> list[Part]:
    found: dict[str, Part] = {}
    for label, field, spans in kind.tell(before, after):
        last = field.rpartition(".")[2]
        name = kind.part_of(field)
        part = found.setdefault(name, Part(name, []))
        part.fields.append(Field(label, last if last in words.LANGUAGES else None, spans))
    return list(found.values())


def _decided(revision: Revision) -> str:
    """Say what became of a text that waits for nobody any more."""
    by = revision.decided_by_id
    name = profile.names_of({by}).get(by) if by else None
    who = name or _("Quelqu’un")
    at = moments.moment(revision.decided_at) if revision.decided_at else ""
    if revision.state is State.REFUSED and at:
        return _("%(name)s a renvoyé ce texte à son auteur, %(moment)s.", name=who, moment=at)
    if revision.state is State.LIVE and at:
        return _("Ce texte est en ligne : %(name)s l’a accepté, %(moment)s.", name=who, moment=at)
    return _("Ce texte n’attend plus : il a été repris, remplacé ou rétabli entre-temps.")
