"""What the reader of sentences could not take."""

from portal.domain.hours.entry.errors import EntryError


class NotUnderstoodError(EntryError):
    """A part of a sentence that is not understood: nothing is guessed."""


class ContradictionError(EntryError):
    """A part that says otherwise than another."""


class AmbiguousError(EntryError):
    """A part that may be meant in two ways: of which days, or of which season."""
