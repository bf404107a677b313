"""How the hours of a museum stand: what a letter about them was written on, and dies with."""

from sqlalchemy.orm import Session

from portal.domain import revisions
from portal.domain.hours import blocks

BLOCK = "hours"
"""What is confirmed at once: seasons, holidays, exceptions and closures, as the public reads them."""


def standing(session: Session, museum_id: int) -> str:
    """Return what changes whenever either block of a museum's hours is published anew."""
    heads = (
        revisions.head(session, key) for key in (blocks.key(museum_id), blocks.exceptions_key(museum_id))
    )
    return ".".join(str(head.live.number if head.live else head.version) for head in heads)
