"""What cannot be kept of typed prices, each named so that a sentence by its field can say what to do."""

from collections.abc import Mapping

from portal.domain.errors import DomainError


class PricesRefusedError(DomainError):
    """What was typed cannot be kept; `errors` says why, by path (`lines.2.amount`, `free_days.0.day`)."""

    def __init__(self, errors: Mapping[str, DomainError]) -> None:
        super().__init__()
        self.errors = errors


class AmountNegativeError(DomainError):
    """Less than nothing."""


class AmountTooHighError(DomainError):
    """More than any museum asks."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        """In cents."""


class ValidityInvertedError(DomainError):
    """It ends before it begins."""


class LineTwiceError(DomainError):
    """The same price for the same people, twice at a time."""

    def __init__(self, other: int) -> None:
        super().__init__()
        self.other = other
        """The other's place in the list, from 0."""


class AgesInvertedError(DomainError):
    """The first age is above the last."""


class AgeRefusedError(DomainError):
    """An age nobody has."""


class GroupRefusedError(DomainError):
    """A number of people that makes no group."""


class NameMissingError(DomainError):
    """Nobody is named whom the price is for."""


class FreeYetPaysError(DomainError):
    """Entry is said to be free for everybody, and this asks for money."""


class FreeDayTwiceError(DomainError):
    """The same free day, twice."""

    def __init__(self, other: int) -> None:
        super().__init__()
        self.other = other


class FreeDayUnsaidError(DomainError):
    """A free day that does not say which."""


class MonthsRefusedError(DomainError):
    """A month without the other, or one that no year has."""


class TooManyLinesError(DomainError):
    """More lines than a museum has."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
