"""What may be said of a link: a site that fails once is not spoken of, one that fails for days is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.domain.links.models import LinkCheck, Standing

CERTAIN: Mapping[Standing, tuple[int, timedelta]] = {
    Standing.MOVED: (1, timedelta(0)),
    Standing.GONE: (2, timedelta(hours=12)),
    Standing.UNREACHABLE: (3, timedelta(days=3)),
    Standing.CERTIFICATE: (3, timedelta(days=3)),
}
"""How often in a row, and for how long, before a museum is told: sites have bad nights."""
AT_ONCE = 500


@dataclass(frozen=True)
class Known:
    """What is known of an address."""

    id: int
    address: str
    standing: Standing | None
    since: datetime | None
    times: int
    moved_to: str | None
    checked_at: datetime | None

    @property
    def is_told(self) -> bool:
        """Whether it is time to say that something is wrong with it."""
        if self.standing is None or self.standing not in CERTAIN:
            return False
        times, span = CERTAIN[self.standing]
        if self.since is None or self.checked_at is None:
            return False
        return self.times >= times and self.checked_at - self.since >= span


def standings(session: Session, addresses: Iterable[str]) -> Mapping[str, Known]:
    """Return what is known of addresses, by address."""
    asked = sorted(set(addresses))
    found: dict[str, Known] = {}
    for start in range(0, len(asked), AT_ONCE):
        rows = select(LinkCheck).where(LinkCheck.address.in_(asked[start : start + AT_ONCE]))
        found |= {link.address: _known(link) for link in session.scalars(rows)}
    return found


def known(session: Session, number: int) -> Known | None:
    """Return what is known of one address, by its number."""
    link = session.get(LinkCheck, number)
    return None if link is None else _known(link)


def _known(link: LinkCheck) -> Known:
    return Known(link.id, link.address, link.standing, link.since, link.times, link.moved_to, link.checked_at)
