"""Collects what is wrong with one content, by the path of its field."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from portal.db import Translated
from portal.domain import texts
from portal.domain.errors import DomainError
from portal.domain.events import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.museums.profile import FrenchMissingError

T = TypeVar("T")
Clean = Callable[[str | None, int], str | None]


class Faults:
    """The errors of one content."""

    def __init__(self) -> None:
        self.errors: dict[str, DomainError] = {}

    def tried(self, path: str, read: Callable[[], T]) -> T | None:
        """Return what is read, or nothing with the reason kept."""
        try:
            return read()
        except DomainError as error:
            self.errors.setdefault(path, error)
            return None

    def choice(self, path: str, typed: Any, choices: Callable[[str], T]) -> T | None:
        """Return the choice that a value names; nothing where none is made."""
        if not typed:
            return None
        try:
            return choices(str(typed))
        except ValueError:
            self.errors.setdefault(path, E.UnknownChoiceError())
            return None

    def choices(self, path: str, typed: Any, of: Callable[[str], T]) -> tuple[T, ...]:
        """Return the choices that values name, each once, in the order given."""
        named = [typed] if isinstance(typed, str) else list(typed or ())
        found = (self.choice(path, one, of) for one in dict.fromkeys(named))
        return tuple(one for one in found if one is not None)

    def words(self, path: str, typed: Any, most: int, clean: Clean = texts.line) -> Translated | None:
        """Return a text in two languages; a French one is wanted beside any Occitan one."""
        both: Mapping[str, Any] = typed if isinstance(typed, Mapping) else {"fr": typed}
        french, occitan = (
            self.tried(f"{path}.{language}", partial(clean, both.get(language), most))
            for language in ("fr", "oc")
        )
        if occitan and not french:
            self.errors.setdefault(f"{path}.fr", FrenchMissingError())
        return Translated(french, occitan) if french else None

    def raise_if_any(self) -> None:
        """Raise what was collected."""
        if self.errors:
            raise E.EventRefusedError(self.errors)
