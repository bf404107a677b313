"""Keeps which French each Occitan text answers to, whatever room it is written in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.db import insert_or_nothing
from portal.domain import revisions
from portal.domain.revisions import Author, Key, Prose, Written
from portal.domain.translations.models import TranslationAnswer
from portal.domain.translations.sentences import plain
from portal.domain.translations.walking import Text, digest, texts_of

NOBODY = Author(None)


@dataclass(frozen=True)
class Answer:
    """A French text that an Occitan one answers to."""

    digest: str
    french: str
    at: datetime


Answers = Mapping[tuple[Key, str, str], tuple[Answer, ...]]
"""By block, field and digest of the Occitan, the last one last."""


def read(session: Session, museum_id: int | None = None, key: Key | None = None) -> Answers:
    """Return what every Occitan answers to: of a block, of a museum, or of every museum that the session sees."""
    wanted = select(
        TranslationAnswer.museum_id,
        TranslationAnswer.kind,
        TranslationAnswer.subject_id,
        TranslationAnswer.field,
        TranslationAnswer.occitan,
        TranslationAnswer.french_digest,
        TranslationAnswer.french,
        TranslationAnswer.at,
    )
    if key is not None:
        wanted = wanted.where(
            TranslationAnswer.kind == key.kind, TranslationAnswer.subject_id == key.subject_id
        )
    owner = key.museum_id if key else museum_id
    if owner is not None:
        wanted = wanted.where(TranslationAnswer.museum_id == owner)
    found: dict[tuple[Key, str, str], list[Answer]] = {}
    for museum, kind, subject, field, occitan, french, text, at in session.execute(
        wanted.order_by(TranslationAnswer.at, TranslationAnswer.id)
    ):
        found.setdefault((Key(museum, kind, subject), field, occitan), []).append(Answer(french, text, at))
    return {place: tuple(answers) for place, answers in found.items()}


def french_digest(prose: Prose, french: str) -> str:
    """Return what stands for a French text: its words, so that markup alone changes nothing."""
    return digest(plain(french, is_rich=prose.is_rich))


def keep(session: Session, key: Key, texts: Iterable[Text], *, by: Author, now: datetime) -> None:
    """Keep that these Occitan texts say what their French says."""
    for text in texts:
        if text.oc is None:
            continue
        place = {
            "museum_id": key.museum_id,
            "kind": key.kind,
            "subject_id": key.subject_id,
            "field": text.prose.path,
            "occitan": digest(text.oc),
            "french_digest": french_digest(text.prose, text.fr),
        }
        more = {"french": text.fr, "at": now, "by_id": by.actor_id}
        if not insert_or_nothing(session, TranslationAnswer, **place, **more):
            own = session.scalars(select(TranslationAnswer).filter_by(**place)).one()
            own.at, own.by_id = now, by.actor_id
    session.flush()


@revisions.follow
def follow(session: Session, written: Written) -> None:
    """Keep account of a text that was written: a new Occitan answers to the French beside it.

    An Occitan that stayed while its French changed answers to the French it answered to, unless the touch was minor.
    """
    block = revisions.block_of(written.key.kind)
    after = [text for text in texts_of(block, written.after) if text.oc]
    if not after:
        return
    before = [text for content in written.before for text in texts_of(block, content) if text.oc]
    known = read(session, key=written.key)
    unrecorded = [
        text for text in before if (written.key, text.prose.path, digest(text.oc or "")) not in known
    ]
    keep(session, written.key, unrecorded, by=NOBODY, now=written.now)
    keep(session, written.key, _new(after, before), by=written.by, now=written.now)
    if written.minor:
        known = read(session, key=written.key)
        moved = list(_moved(written, after, known))
        keep(session, written.key, moved, by=written.by, now=written.now)


def _new(after: Iterable[Text], before: Iterable[Text]) -> Iterator[Text]:
    """Yield the texts whose Occitan was just written, even if it reads like one that stood beside another French."""
    stood = {(text.prose.path, text.fr, text.oc) for text in before}
    changed = [text for text in after if (text.prose.path, text.fr, text.oc) not in stood]
    kept = {(text.prose.path, text.fr, text.oc) for text in after} & stood
    # Each Occitan that no longer stands beside its French accounts for one that stands beside a changed one.
    left = Counter((path, oc) for path, _fr, oc in stood - kept)
    for text in changed:
        place = (text.prose.path, text.oc)
        if left[place]:
            left[place] -= 1
        else:
            yield text


def _moved(written: Written, after: Iterable[Text], known: Answers) -> Iterator[Text]:
    """Yield the texts whose French a minor touch changed and whose Occitan was right until then."""
    gone_on_from = texts_of(revisions.block_of(written.key.kind), written.before[-1])
    was_right = {
        (text.prose.path, text.path, text.oc)
        for text in gone_on_from
        if text.oc and is_answered(written.key, text, known)
    }
    for text in after:
        if (text.prose.path, text.path, text.oc) in was_right:
            yield text


def is_answered(key: Key, text: Text, known: Answers) -> bool:
    """Return whether the Occitan beside this French says what it says, as far as anybody kept account."""
    answers = known.get((key, text.prose.path, digest(text.oc or "")), ())
    return not answers or french_digest(text.prose, text.fr) in {answer.digest for answer in answers}
