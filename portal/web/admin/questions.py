"""Reads what a list is asked from its address: a value that makes no sense is left aside, with a sentence."""

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from portal.web.kit.messages import _

LONGEST = 200
LAST_PAGE = 100_000

Word = TypeVar("Word", bound=enum.Enum)
Meant = TypeVar("Meant")


@dataclass
class Asking:
    """The parameters of one list, read one by one."""

    arguments: MultiDict[str, str]
    kept: dict[str, str] = field(default_factory=dict)
    """What made sense, as the list's own links write it again."""
    refused: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return what somebody typed."""
        value = self.arguments.get(name, "").replace("\0", "").strip()[:LONGEST]
        if value:
            self.kept[name] = value
        return value

    def word(self, name: str, words: type[Word]) -> Word | None:
        """Return the member that the value spells."""
        return self.meaning(name, lambda value: next((w for w in words if w.value == value), None))

    def meaning(self, name: str, read: Callable[[str], Meant | None]) -> Meant | None:
        """Return what the value means, if it means anything."""
        value = self.arguments.get(name, "").strip()[:LONGEST]
        if not value:
            return None
        found = read(value)
        if found is None:
            self.refused.append(name)
        else:
            self.kept[name] = value
        return found

    def page(self) -> int:
        """Return the number of the page; what is no number is the first one."""
        number = self.meaning("page", _page) or 1
        self.kept.pop("page", None)
        return number

    def sentences(self, names: Mapping[str, str]) -> list[str]:
        """Return a sentence for each criterion left aside, by the name that people read."""
        return [
            _(
                "Ce critère n’a pas été compris et a été laissé de côté : %(name)s.",
                name=names.get(name, name),
            )
            for name in self.refused
        ]


def _page(value: str) -> int | None:
    is_number = value.isascii() and value.isdigit() and len(value) <= 6
    return int(value) if is_number and 0 < int(value) <= LAST_PAGE else None
