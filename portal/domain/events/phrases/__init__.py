"""Reads when something is held as French people write it, and says what could not be read (product row M24)."""

from portal.domain.events.phrases.reading import Phrase, read

__all__ = ["Phrase", "read"]
