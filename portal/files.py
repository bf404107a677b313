"""Where files are kept: a small store of named contents, a local folder by default.

A name is made by the portal, never by a visitor: lower-case letters, digits, `-`, `.` and `/`; anything else, `..`
first of all, is refused before it reaches a disk. A content is written whole and fsynced under its name or not at all.
"""

import contextlib
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

_PART = r"[a-z0-9][a-z0-9-]*"
_NAME = re.compile(rf"(?:{_PART}/)+{_PART}\.[a-z0-9]{{1,5}}", re.ASCII)
_FOLDER = re.compile(rf"{_PART}(?:/{_PART})*", re.ASCII)


class NameRefusedError(ValueError):
    """A name that no part of the portal makes."""


class Store(Protocol):
    """Contents by name."""

    def put(self, name: str, content: bytes) -> None:
        """Keep a content under a name, whole; one that is there already is replaced."""

    def open(self, name: str) -> BinaryIO:
        """Open a content for reading; raises `FileNotFoundError`."""

    def delete(self, name: str) -> None:
        """Forget a content, if it is there."""

    def exists(self, name: str) -> bool:
        """Return whether there is a content of this name."""

    def names(self, folder: str, before: datetime | None = None) -> Iterator[str]:
        """Yield the names in this folder, those of contents put before an instant only where one is given."""


@dataclass(frozen=True)
class Folder:
    """A store in a folder of this machine."""

    path: Path

    def put(self, name: str, content: bytes) -> None:
        """Write the file beside its place, then move it there."""
        place = self._place(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f".{secrets.token_hex(8)}.part")
        try:
            with part.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(place)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _sync(place.parent)

    def open(self, name: str) -> BinaryIO:
        """Open the file."""
        return self._place(name).open("rb")

    def delete(self, name: str) -> None:
        """Remove the file, and the folder that it leaves empty."""
        place = self._place(name)
        place.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # another file is there
            place.parent.rmdir()

    def exists(self, name: str) -> bool:
        """Return whether the file is there."""
        return self._place(name).is_file()

    def names(self, folder: str, before: datetime | None = None) -> Iterator[str]:
        """Yield the names of the files under a folder; what is only half written has none."""
        if not _FOLDER.fullmatch(folder):
            raise NameRefusedError(folder)
        for found in sorted((self.path / folder).rglob("*")):
            name = found.relative_to(self.path).as_posix()
            if not _NAME.fullmatch(name) or not found.is_file():
                continue
            if before is None or found.stat().st_mtime < before.timestamp():
                yield name

    def _place(self, name: str) -> Path:
        if not _NAME.fullmatch(name) or len(name) > 200:
            raise NameRefusedError(name[:200])
        return self.path / name


def _sync(folder: Path) -> None:
    """Have the folder itself remember the file's name through a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
