"""What of prices could not be read, each with the part that is wrong."""

from portal.domain.errors import DomainError


class EntryError(DomainError):
    """Something typed that says no price, nobody or no day."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part


class NotAnAmountError(EntryError):
    """No amount: words, letters, a number no till knows."""


class AmountMissingError(EntryError):
    """Somebody is named and no price is given."""


class AudienceMissingError(EntryError):
    """A price is given and nobody is named."""


class NotAFreeDayError(EntryError):
    """No day on which anything could be free."""


class NotADateError(EntryError):
    """No date of one year."""
