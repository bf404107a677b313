"""What cannot be kept of typed access, each named so that a sentence by its field can say what to do."""

from collections.abc import Mapping

from portal.domain.errors import DomainError


class AccessRefusedError(DomainError):
    """What was typed cannot be kept; `errors` says why, by path (`facts.entrance.words.fr`, `marks.moteur.to`)."""

    def __init__(self, errors: Mapping[str, DomainError]) -> None:
        super().__init__()
        self.errors = errors


class AnswerMissingError(DomainError):
    """A limit or a detail without the yes or the no that it belongs to."""


class ChoiceError(DomainError):
    """None of the answers that were offered."""


class DayError(DomainError):
    """No day of the calendar."""


class DaysInvertedError(DomainError):
    """It ends before it begins."""


class EndMissingError(DomainError):
    """A beginning without the end that makes it expire by itself."""


class EndedAlreadyError(DomainError):
    """A day that has passed, for something that is to last."""


class TooFarError(DomainError):
    """A day farther away than anybody plans."""


class FutureError(DomainError):
    """A day to come, for something that has happened."""


class NumberError(DomainError):
    """No number between the least and the most."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.least, self.most = least, most


class DurationError(NumberError):
    """No duration between the least and the most, in minutes."""


class DistanceError(NumberError):
    """No distance between the least and the most, in metres."""


class TooManyOutagesError(DomainError):
    """More outages than a museum has at once."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
