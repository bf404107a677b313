"""The table of prices: what is live of each museum."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Instant, Model, MuseumOwned, PublicContent


class MuseumPrices(MuseumOwned, PublicContent, Model):
    """What is live of a museum's prices, as the block was last published (`portal.domain.admission.snapshots`).

    One row a museum, whole: a page reads its prices in one statement however many lines there are.
    """

    __tablename__ = "museum_prices"

    museum_id: Mapped[int] = mapped_column(ForeignKey("museum.id", ondelete="CASCADE"), primary_key=True)
    prices: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    """When somebody of the museum last published its prices, or said that they are still right."""
    confirmed_by_id: Mapped[int | None]
