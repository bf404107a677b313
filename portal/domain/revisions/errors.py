"""What writing by block refuses, by name."""

from typing import TYPE_CHECKING

from portal.domain.errors import DomainError

if TYPE_CHECKING:
    from portal.domain.revisions.blocks import Snapshot
    from portal.domain.revisions.models import Revision


class ConflictError(DomainError):
    """Somebody wrote the block since it was read; both texts are here, and what both were written on."""

    def __init__(
        self, theirs: "Revision | None", yours: "Snapshot", base: "Snapshot | None", version: int
    ) -> None:
        super().__init__()
        self.theirs = theirs
        """What stands now; nothing where it was taken back."""
        self.yours = yours
        self.base = base
        """What the loser had read, where it is still kept."""
        self.version = version
        """What the next attempt is to be written on."""


class PlannedError(DomainError):
    """The block already waits for a planned publication, which must be withdrawn before another text is written."""

    def __init__(self, planned: "Revision") -> None:
        super().__init__()
        self.planned = planned


class NotPendingError(DomainError):
    """The revision waits for nothing any more: published, refused, replaced or discarded meanwhile."""


class EndBeforeStartError(DomainError):
    """A text planned to end before it begins."""


class PastInstantError(DomainError):
    """A publication planned for an instant that has passed."""


class ReviewedFirstError(DomainError):
    """The association reads this museum's texts of this kind before they appear: they are proposed, not published."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind


class UrgentKindError(DomainError):
    """A kind that cannot wait for anybody to read it, asked to wait."""


class ChangedError(DomainError):
    """The text was written again since it was read by who decides about it."""
