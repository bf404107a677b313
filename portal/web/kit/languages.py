"""The two languages of the portal, and their order."""

from typing import get_args

from portal.db.translated import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)

__all__ = ["LANGUAGES", "Language"]
