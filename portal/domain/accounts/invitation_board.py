"""The board of invitations: each museum of the register with everybody asked to it, and those nobody is asked to."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from portal.db import db
from portal.domain import museums
from portal.domain.accounts.invitation_states import State, state
from portal.domain.accounts.invitations import PENDING
from portal.domain.accounts.models import AssociationRight, Invitation, Membership, User
from portal.domain.accounts.roles import Role
from portal.domain.folding import fold
from portal.domain.museums import MuseumEntry

RESENDABLE = frozenset({State.SENT, State.OPENED, State.EXPIRED, State.WAITING})
"""What a new letter may help: not an address that refuses letters, nor an answer given."""


@dataclass(frozen=True, slots=True)
class Line:
    """One museum and one person asked to it; of the association where there is no museum."""

    museum: MuseumEntry | None
    state: State
    name: str = ""
    email: str = ""
    role: Role | None = None
    since: datetime | None = None
    """When what the state says happened."""
    expires_at: datetime | None = None
    is_renewal_asked: bool = False
    invitation_id: int | None = None
    """Of an invitation that still waits for an answer."""

    @property
    def may_be_sent_again(self) -> bool:
        """Whether a new letter may help."""
        return self.invitation_id is not None and self.state in RESENDABLE


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked of the board."""

    state: State | None = None
    text: str = ""
    departement: str = ""


@dataclass(frozen=True)
class Board:
    """The lines that answer what is asked, and how many each state would give beside the rest of it."""

    lines: tuple[Line, ...]
    counts: Counter[State]


def board(wanted: Filter, now: datetime) -> Board:
    """Return the board as it stands: the association first, then museums by name."""
    lines = [line for line in _everything(now) if _answers(line, wanted)]
    counts = Counter(line.state for line in lines)
    chosen = [line for line in lines if wanted.state in {None, line.state}]
    return Board(tuple(chosen), counts)


def waiting(now: datetime) -> int:
    """Return how many invitations wait for the association: come back, expired, or a new link asked for."""
    rows = db.session.scalars(select(Invitation).where(*PENDING))
    return sum(
        state(row, now) in {State.BOUNCED, State.EXPIRED} or row.renewal_asked_at is not None for row in rows
    )


def _answers(line: Line, wanted: Filter) -> bool:
    if wanted.departement and (line.museum is None or line.museum.departement.code != wanted.departement):
        return False
    if "@" in wanted.text:
        return wanted.text.strip().lower() in line.email
    words = fold(wanted.text).split()
    museum = line.museum
    said = [line.name, line.email]
    if museum is not None:
        said += [
            museum.name.fr,
            museum.name.oc or "",
            museum.slug,
            museum.museofile_id or "",
            museum.town.name.fr,
        ]
    return all(word in fold(" ".join(said)) for word in words)


def _everything(now: datetime) -> Sequence[Line]:
    """Return every line: four statements beside the guide, however many museums there are."""
    of_museum: dict[int | None, list[Line]] = defaultdict(list)
    by_id = museums.guide().by_id
    for line in [*_members(by_id), *_association(), *_invitations(by_id, now)]:
        of_museum[line.museum.id if line.museum else None].append(line)
    lines = sorted(of_museum[None], key=_order)
    for museum in museums.guide().museums:
        lines += sorted(of_museum[museum.id], key=_order) or [Line(museum, State.NOT_INVITED)]
    return lines


def _order(line: Line) -> tuple[bool, str, int]:
    return (line.state is not State.ACCEPTED, fold(line.name or line.email), line.invitation_id or 0)


def _members(by_id: Mapping[int, MuseumEntry]) -> Iterator[Line]:
    statement = select(Membership.museum_id, Membership.role, Membership.since, User.name, User.email)
    rows = db.session.execute(statement.join(User, User.id == Membership.user_id).where(_IS_OPEN))
    for museum_id, role, since, name, email in rows:
        if museum_id in by_id:  # an archived museum is on no list
            yield Line(by_id[museum_id], State.ACCEPTED, name, email or "", role, since)


def _association() -> Iterator[Line]:
    statement = select(AssociationRight.role, AssociationRight.since, User.name, User.email)
    rows = db.session.execute(statement.join(User, User.id == AssociationRight.user_id).where(_IS_OPEN))
    for role, since, name, email in rows:
        yield Line(None, State.ACCEPTED, name, email or "", role, since)


def _invitations(by_id: Mapping[int, MuseumEntry], now: datetime) -> Iterator[Line]:
    """Yield those that wait or were refused: those accepted are people by now, those taken back are nobody's."""
    open_or_refused = (Invitation.accepted_at.is_(None), Invitation.revoked_at.is_(None))
    for row in db.session.scalars(select(Invitation).where(*open_or_refused)):
        if row.museum_id is not None and row.museum_id not in by_id:
            continue
        yield Line(
            museum=by_id[row.museum_id] if row.museum_id is not None else None,
            state=state(row, now),
            name=row.name,
            email=row.email or "",
            role=row.role,
            since=row.refused_at or row.bounced_at or row.opened_at or row.sent_at or row.invited_at,
            expires_at=row.expires_at,
            is_renewal_asked=row.renewal_asked_at is not None,
            invitation_id=row.id if row.is_pending else None,
        )


_IS_OPEN = User.disabled_at.is_(None) & User.erased_at.is_(None)
