"""What the accounts refuse, by name."""

from portal.domain.errors import DomainError


class AddressRefusedError(DomainError):
    """What was written is no e-mail address (RFC 5321, 5322)."""


class AddressTakenError(DomainError):
    """The address belongs to another account."""


class NameRefusedError(DomainError):
    """Nothing, too much, or signs that no name has."""


class PasswordRefusedError(DomainError):
    """A password that would not protect; `reason` is `short`, `long` or `common`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TooManyFailuresError(DomainError):
    """Too many failed sign-ins; `seconds` says when to come back."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"{seconds} s")
        self.seconds = seconds


class AlreadyMemberError(DomainError):
    """The person is in this museum's team already."""


class AlreadyInvitedError(DomainError):
    """Another invitation to the same team waits at this address."""


class MayNotGrantError(DomainError):
    """A role above one's own, or one's own raised."""


class LastManagerError(DomainError):
    """The museum would be left without anybody responsible, and nobody has said so on purpose."""


class LastAdminError(DomainError):
    """The association would be left without an admin."""


class InvitationClosedError(DomainError):
    """The invitation was answered, taken back, or has expired."""


class NotFoundError(DomainError):
    """There is no such person or invitation here."""


class NotTheGuestError(DomainError):
    """The invitation is for the owner of an address, who is not the one signed in, or is not signed in."""
