"""Reads sentences about hours back into rows."""

from portal.domain.hours.sentences.loose import read

__all__ = ["read"]
