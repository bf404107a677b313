"""What cannot be kept of a picture or of what is said of it, each named so that a sentence can say what to do."""

from collections.abc import Mapping

from portal.domain.errors import DomainError
from portal.domain.media.vocabulary import Fault


class FileRefusedError(DomainError):
    """A file that cannot become a picture."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault


class PicturesRefusedError(DomainError):
    """What was typed cannot be kept; `errors` says why, by path (`photos.12.alt.fr`)."""

    def __init__(self, errors: Mapping[str, DomainError]) -> None:
        super().__init__()
        self.errors = errors


class AlternativeMissingError(DomainError):
    """Neither a description nor the word that there is none to give."""


class FileNameError(DomainError):
    """The name of a file instead of a description."""


class DecorativeError(DomainError):
    """Described, and said to be decorative: one or the other."""


class FrenchMissingError(DomainError):
    """Described in Occitan alone."""


class CreditMissingError(DomainError):
    """Nobody is credited."""


class LicenceMissingError(DomainError):
    """No licence of the list."""


class ConsentMissingError(DomainError):
    """Nobody says that the author and the people who can be recognised agree."""


class FocalError(DomainError):
    """No place of the picture."""


class EmbargoError(DomainError):
    """No date."""
