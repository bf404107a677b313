"""The table of access: what is live of each museum, as its three blocks were last published."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Instant, Model, MuseumOwned, PublicContent


class MuseumAccess(MuseumOwned, PublicContent, Model):
    """What is live of a museum's access and practical facts (`portal.domain.access.snapshots`): one row a museum."""

    __tablename__ = "museum_access"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    access: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    outages: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    practical: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    access_confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    """When somebody of the museum last published its access, or said that it is still right."""
    access_confirmed_by_id: Mapped[int | None]
    practical_confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    """The same of its practical facts."""
    practical_confirmed_by_id: Mapped[int | None]
