"""Writes Occitan: kept, proposed or published beside the French it was written for, and never beside another."""

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from portal.domain import revisions
from portal.domain.errors import DomainError
from portal.domain.revisions import Author, Block, Head, Key, Revision, Snapshot, State
from portal.domain.translations import answers
from portal.domain.translations.models import MachineDraft
from portal.domain.translations.standing import Field
from portal.domain.translations.walking import texts_of, with_occitan, without_occitan


class Act(enum.Enum):
    """What becomes of what was written."""

    KEEP = "keep"
    SUBMIT = "submit"
    PUBLISH = "publish"


@dataclass(frozen=True)
class Wanted:
    """An Occitan text for a field as it stands now."""

    field: Field
    seal: str
    """What the writer had read, `Text.seal`."""
    oc: str | None


class OvertakenError(DomainError):
    """Somebody wrote the French or the Occitan of these texts since they were read."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.fields = fields


@dataclass(frozen=True)
class Outcome:
    """What became of each block that was written."""

    published: tuple[Key, ...] = ()
    submitted: tuple[Key, ...] = ()
    kept: tuple[Key, ...] = ()
    """Waiting: as a draft, or with what already waits."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every block that was written."""
        return (*self.published, *self.submitted, *self.kept)


def hold(session: Session, keys: Iterable[Key], now: datetime) -> None:
    """Keep these blocks from being written by anybody else, so that what is read next stays as it is."""
    wanted = list(keys)
    if wanted:
        revisions.hold_all(session, wanted, now)


def write(session: Session, wanted: Sequence[Wanted], act: Act, *, by: Author, now: datetime) -> Outcome:
    """Write these texts; raise `OvertakenError`, or `PlannedError` where a planned publication waits.

    A text is published where the public reads the very French that its writer read; else it joins what waits. A
    proposal goes to those who publish only if the French and the facts beside it are those the public reads:
    nobody else's unfinished draft is handed in with it.
    """
    overtaken = [each.field for each in wanted if each.seal != each.field.text.seal]
    if overtaken:
        raise OvertakenError(overtaken)
    done: dict[Act, list[Key]] = {act: [] for act in Act}
    for key, texts in _by_block(wanted).items():
        _forget_machine(session, key, texts)
        change = _change(revisions.block_of(key.kind), texts)
        done[_write(session, key, change, act, by=by, now=now)].append(key)
        _answer(session, key, texts, by=by, now=now)
    return Outcome(tuple(done[Act.PUBLISH]), tuple(done[Act.SUBMIT]), tuple(done[Act.KEEP]))


def confirm(session: Session, fields: Iterable[Field], *, by: Author, now: datetime) -> None:
    """Keep that these Occitan texts say what their French says today, without touching them."""
    for field in fields:
        answers.keep(session, field.key, [field.text], by=by, now=now)


def propose_by_machine(session: Session, field: Field, text: str, *, by: Author, now: datetime) -> None:
    """Keep what a machine made of a field's French, for a person to read."""
    _forget_machine(session, field.key, [Wanted(field, field.text.seal, None)])
    session.add(
        MachineDraft(
            museum_id=field.key.museum_id,
            kind=field.key.kind,
            subject_id=field.key.subject_id,
            field=field.text.prose.path,
            french_digest=answers.french_digest(field.text.prose, field.text.fr),
            text=text,
            made_at=now,
            made_for_id=by.actor_id,
        )
    )
    session.flush()


def forget_machine(session: Session, fields: Iterable[Field]) -> None:
    """Drop what a machine proposed for these fields."""
    for field in fields:
        _forget_machine(session, field.key, [Wanted(field, field.text.seal, None)])


def _write(
    session: Session,
    key: Key,
    change: Callable[[Snapshot], Snapshot],
    act: Act,
    *,
    by: Author,
    now: datetime,
) -> Act:
    """Write one block, and return what became of it."""
    published = revisions.amend(session, key, change, by=by, now=now) if act is Act.PUBLISH else None
    if act is Act.SUBMIT:
        _take_up(session, key, change, by=by, now=now)
    revisions.join(session, key, change, by=by, now=now)
    if published is not None:
        return Act.PUBLISH
    head = revisions.head(session, key)
    if act is not Act.KEEP and _is_occitan_alone(revisions.block_of(key.kind), head, State.DRAFT):
        revisions.submit(session, _pending(head), now=now)
        return Act.SUBMIT
    is_submitted = head.pending is not None and head.pending.state is State.SUBMITTED
    return Act.SUBMIT if is_submitted and act is Act.SUBMIT else Act.KEEP


def _take_up(
    session: Session, key: Key, change: Callable[[Snapshot], Snapshot], *, by: Author, now: datetime
) -> None:
    """Make a draft of a translation that was sent back, with the change that it was sent back for."""
    head = revisions.head(session, key)
    if _is_occitan_alone(revisions.block_of(key.kind), head, State.REFUSED):
        revisions.save_draft(session, key, change(head.snapshot), seen=head.version, by=by, now=now)


def _is_occitan_alone(block: Block, head: Head, state: State) -> bool:
    """Return whether what waits stands so, and differs from what the public reads by its Occitan alone."""
    if head.pending is None or head.pending.state is not state:
        return False
    online = head.live.content if head.live else head.found
    return without_occitan(block, online) == without_occitan(block, head.pending.content)


def _pending(head: Head) -> Revision:
    if head.pending is None:
        raise ValueError("nothing waits")
    return head.pending


def _change(block: Block, wanted: Sequence[Wanted]) -> Callable[[Snapshot], Snapshot]:
    def change(content: Snapshot) -> Snapshot:
        for each in wanted:
            content = with_occitan(block, content, each.field.text.path, each.field.text.fr, each.oc)
        return content

    return change


def _answer(session: Session, key: Key, wanted: Sequence[Wanted], *, by: Author, now: datetime) -> None:
    """Keep that what was written answers to the French that was read, though it may read like another text."""
    head, paths = revisions.head(session, key), {each.field.text.path for each in wanted}
    written = texts_of(revisions.block_of(key.kind), head.snapshot)
    answers.keep(session, key, [text for text in written if text.path in paths], by=by, now=now)


def _forget_machine(session: Session, key: Key, wanted: Iterable[Wanted]) -> None:
    for each in wanted:
        text = each.field.text
        session.execute(
            delete(MachineDraft).where(
                MachineDraft.museum_id == key.museum_id,
                MachineDraft.kind == key.kind,
                MachineDraft.subject_id == key.subject_id,
                MachineDraft.field == text.prose.path,
                MachineDraft.french_digest == answers.french_digest(text.prose, text.fr),
            )
        )


def _by_block(wanted: Iterable[Wanted]) -> Mapping[Key, list[Wanted]]:
    found: dict[Key, list[Wanted]] = {}
    for each in wanted:
        found.setdefault(each.field.key, []).append(each)
    return found
