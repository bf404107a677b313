"""The two languages of the portal, and their order."""

from typing import Literal, get_args

Language = Literal["fr", "oc"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
