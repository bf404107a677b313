"""How every text of a museum stands in Occitan: missing, proposed by a machine, a draft, stale, or published."""

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.domain import revisions
from portal.domain.revisions import Head, Key, State
from portal.domain.translations import answers
from portal.domain.translations.answers import Answer, Answers
from portal.domain.translations.models import MachineDraft
from portal.domain.translations.sentences import Changed, changes, normal, plain
from portal.domain.translations.walking import Text, digest, texts_of

Spoken = Callable[[str, Text], bool]
"""Whether the portal says a text of a kind in Occitan by itself: it is then a fact, and nobody translates it."""


class Standing(enum.Enum):
    """How a text stands in Occitan."""

    MISSING = "missing"
    MACHINE = "machine"
    """Missing, and a machine has proposed something that nobody has read."""
    DRAFT = "draft"
    """Written, and not what the public reads."""
    STALE = "stale"
    """Its French has changed since."""
    PUBLISHED = "published"


@dataclass(frozen=True)
class Field:
    """One text of a museum, and how it stands."""

    key: Key
    text: Text
    standing: Standing
    is_online: bool
    """Whether the public reads this French; else it waits too."""
    answered: str | None = None
    """Of a stale one, the French that its Occitan answers to."""
    machine: str | None = None
    """What a machine proposed."""
    refusal: str | None = None
    """Why what waits of its block was sent back, where it was."""

    @property
    def name(self) -> str:
        """A short name for forms and anchors, the same as long as the text stays where it is."""
        return digest(f"{self.key.kind}\0{self.key.subject_id}\0{self.text.path}")[:10]

    @property
    def french(self) -> str:
        """The words of its French."""
        return plain(self.text.fr, is_rich=self.text.prose.is_rich)

    @property
    def changes(self) -> list[Changed]:
        """Of a stale one, the sentences that changed."""
        if self.answered is None:
            return []
        return changes(plain(self.answered, is_rich=self.text.prose.is_rich), self.french)


def of_museum(session: Session, museum_id: int, today: date, spoken: Spoken) -> list[Field]:
    """Return the texts of a museum that may be translated, block by block; those of past days left out."""
    return list(everywhere(session, today, spoken, museum_id).get(museum_id, ()))


def everywhere(
    session: Session, today: date, spoken: Spoken, museum_id: int | None = None
) -> Mapping[int, tuple[Field, ...]]:
    """Return the texts of every museum that the session sees, by museum; four statements however many."""
    kinds = list(revisions.kinds_with_prose())
    heads = revisions.all_heads(session, kinds, museum_id)
    known = answers.read(session, museum_id)
    machines = _machines(session, museum_id)
    order = {kind: place for place, kind in enumerate(kinds)}
    found: dict[int, list[Field]] = {}
    gone = {kind: revisions.block_of(kind).gone(session) for kind in kinds}
    there = (key for key in heads if key.subject_id not in gone[key.kind])
    for key in sorted(there, key=lambda key: (key.museum_id, order[key.kind], key.subject_id)):
        fields = _fields(key, heads[key], known, machines, today)
        kept = (field for field in fields if field.text.oc or not spoken(key.kind, field.text))
        found.setdefault(key.museum_id, []).extend(kept)
    return {id_: tuple(fields) for id_, fields in found.items()}


def _fields(
    key: Key, head: Head, known: Answers, machines: Mapping[tuple[Key, str, str], str], today: date
) -> Iterator[Field]:
    block = revisions.block_of(key.kind)
    online = texts_of(block, head.live.content if head.live else head.found)
    french = {(text.prose.path, text.fr) for text in online}
    occitan = {(text.prose.path, text.oc) for text in online}
    once: dict[object, Text] = {}
    for text in texts_of(block, head.snapshot, today):
        once.setdefault((text.prose.path, text.fr, text.oc), text)
    for text in once.values():
        place = key, text.prose.path
        machine = machines.get((*place, answers.french_digest(text.prose, text.fr))) if not text.oc else None
        stale = None if answers.is_answered(key, text, known) else known[*place, digest(text.oc or "")]
        yield Field(
            key=key,
            text=text,
            standing=_standing(text, machine, stale, (text.prose.path, text.oc) in occitan),
            is_online=(text.prose.path, text.fr) in french,
            answered=_likest(stale, text) if stale else None,
            machine=machine,
            refusal=_refusal(head),
        )


def _refusal(head: Head) -> str | None:
    is_refused = head.pending is not None and head.pending.state is State.REFUSED
    return head.pending.refusal_reason if head.pending and is_refused else None


def _standing(text: Text, machine: str | None, stale: object, is_online: bool) -> Standing:
    if not text.oc:
        return Standing.MACHINE if machine else Standing.MISSING
    if stale:
        return Standing.STALE
    return Standing.PUBLISHED if is_online else Standing.DRAFT


def _likest(found: Iterable[Answer], text: Text) -> str:
    """Return the French that today's has come from: the likest, the last of those that are as like."""
    today = normal(text.fr).split()
    return max(
        found,
        key=lambda answer: (SequenceMatcher(None, normal(answer.french).split(), today).ratio(), answer.at),
    ).french


def _machines(session: Session, museum_id: int | None) -> dict[tuple[Key, str, str], str]:
    wanted = select(MachineDraft)
    if museum_id is not None:
        wanted = wanted.where(MachineDraft.museum_id == museum_id)
    return {
        (Key(each.museum_id, each.kind, each.subject_id), each.field, each.french_digest): each.text
        for each in session.scalars(wanted)
    }
