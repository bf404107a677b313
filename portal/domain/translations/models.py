"""The tables of translations: which French an Occitan text answers to, and what a machine has proposed unread."""

from datetime import datetime

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Instant, Model, MuseumOwned


class TranslationAnswer(MuseumOwned, Model):
    """That an Occitan text says what a French one says: somebody wrote it beside it, or confirmed it.

    Known by the texts and not by their place: a row that moves keeps its translation. One Occitan may answer to
    several French texts, the last of which is compared with today's.
    """

    __tablename__ = "translation_answer"
    __table_args__ = (
        UniqueConstraint(
            "museum_id",
            "kind",
            "subject_id",
            "field",
            "occitan",
            "french_digest",
            name="uq_translation_answer_place",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int]
    field: Mapped[str] = mapped_column(String(80))
    """The pattern of the block's declaration: `lines.*.condition`."""
    occitan: Mapped[str] = mapped_column(String(64))
    """The digest of the Occitan."""
    french_digest: Mapped[str] = mapped_column(String(64))
    french: Mapped[str] = mapped_column(Text)
    """The French it answers to, to show what changed since."""
    at: Mapped[datetime] = mapped_column(Instant)
    by_id: Mapped[int | None]
    """Nobody where it stood beside that French before anybody kept account."""


class MachineDraft(MuseumOwned, Model):
    """What a machine made of a French text, until a person has read it: it is in no revision, so nothing publishes it."""

    __tablename__ = "machine_draft"
    __table_args__ = (
        UniqueConstraint(
            "museum_id", "kind", "subject_id", "field", "french_digest", name="uq_machine_draft_place"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int]
    field: Mapped[str] = mapped_column(String(80))
    french_digest: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_for_id: Mapped[int | None]
    """Who asked for it."""
