"""Why a report, or an answer to one, is refused."""

from portal.domain.errors import DomainError


class NothingSaidError(DomainError):
    """Neither what happened nor a word."""


class TooManyReportsError(DomainError):
    """As many reports as are taken in a day, from one network or about one museum."""

    def __init__(self, seconds: int) -> None:
        super().__init__()
        self.seconds = seconds
        """Until some are taken again."""


class AlreadyClosedError(DomainError):
    """Somebody has closed it meanwhile."""
