"""The journal's table: append-only, each line sealed to the one before it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Door, Instant, Model


class AuditEvent(Door, Model):
    """Something somebody did. People are named by number: an erased person leaves the chain whole."""

    __tablename__ = "audit_event"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """The place in the chain: 1, 2, 3, with none left out."""
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    action: Mapped[str] = mapped_column(String(60), index=True)
    actor_id: Mapped[int | None] = mapped_column(index=True)
    on_behalf_of_id: Mapped[int | None]
    """The person an admin looked as, or acted for."""
    museum_id: Mapped[int | None] = mapped_column(ForeignKey("museum.id"), index=True)  # type: ignore[assignment]  # empty for the association's own affairs
    subject: Mapped[str | None] = mapped_column(String(80), index=True)
    before: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    after: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    network: Mapped[str | None] = mapped_column(String(60))
    """The address without its last part: /24 of IPv4, /48 of IPv6."""
    channel: Mapped[str] = mapped_column(String(20))
    previous_digest: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))


class JournalHead(Model):
    """The single row that says where the chain ends; a writer holds it until its transaction ends."""

    __tablename__ = "journal_head"
    __table_args__ = (CheckConstraint("id = 1", name="single_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
