"""Somebody at work: who acts, with which rights, as the gate found them at the start of the request."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from portal.db import Language
from portal.domain.accounts.roles import AssociationRole, MuseumRole


@dataclass(frozen=True)
class Actor:
    """The signed-in person, as plain values: nothing here is lost when the session changes scope."""

    id: int
    name: str
    email: str
    language: Language | None = None
    memberships: Mapping[int, MuseumRole] = field(default_factory=dict)
    """The role held in each museum, by the museum's number."""
    rights: frozenset[AssociationRole] = frozenset()
    """What they may do for the association, once their second factor is given where one is required."""
    needs_second_factor: bool = False
    """Whether rights are held back until a second factor is set up."""
    seen_through: int | None = None
    """The admin who looks as this person does, and may change nothing."""

    @property
    def initials(self) -> str:
        """Two letters for a small disc."""
        return initials_of(self.name, self.email)


def initials_of(name: str, email: str) -> str:
    """Return the first letters of a name's first and last words; of the address where there is no name."""
    words = [word for word in name.split() if word[:1].isalnum()]
    letters = [word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)]
    return "".join(letters).upper() or email[:1].upper()
