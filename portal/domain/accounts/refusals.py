"""What teams and invitations refuse, by name; the web floor turns each into a calm sentence."""

from collections.abc import Collection

from portal.domain.errors import DomainError


class NotYours(DomainError):  # noqa: N818 - reads as the sentence it is
    """A role that the person acting may not give, take or change."""


class NotAMember(DomainError):  # noqa: N818 - reads as the sentence it is
    """Somebody who is not, or no longer, in the team."""


class LastManager(DomainError):  # noqa: N818 - reads as the sentence it is
    """Museums that would lose the only person answerable for them, without anybody having said so."""

    def __init__(self, museum_ids: Collection[int]) -> None:
        super().__init__(f"museums left without a manager: {sorted(museum_ids)}")
        self.museum_ids = tuple(sorted(museum_ids))


class AlreadyMember(DomainError):  # noqa: N818 - reads as the sentence it is
    """An invitation for somebody who has come in already."""


class AlreadyInvited(DomainError):  # noqa: N818 - reads as the sentence it is
    """A corrected address that another pending invitation of the museum already has."""


class NoSuchInvitation(DomainError):  # noqa: N818 - reads as the sentence it is
    """An invitation that is not there, or not for who asks."""


class AlreadyAnswered(DomainError):  # noqa: N818 - reads as the sentence it is
    """An invitation that waits for no answer any more, or a link that a newer one has replaced."""


class HasExpired(DomainError):  # noqa: N818 - reads as the sentence it is
    """A link older than seven days."""


class AskedAlready(DomainError):  # noqa: N818 - reads as the sentence it is
    """A new link asked for twice within a day."""


class MustSignIn(DomainError):  # noqa: N818 - reads as the sentence it is
    """An invitation to an address that has an account, whose owner is not signed in."""


class SomebodyElse(DomainError):  # noqa: N818 - reads as the sentence it is
    """An invitation to one person, opened by another who is signed in."""
