"""The archive of a museum's cleared pictures: written while it is sent, one picture in memory at a time."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from portal.domain import media
from portal.domain.media import Shown
from portal.domain.media.models import copy_name
from portal.files import NameRefusedError, Store

PIECE = 256 * 1024
Text = tuple[str, str]
"""The name of a file, and what it says."""


class _Pipe(io.RawIOBase):
    """A file that keeps only what has not been sent yet."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting = bytearray()

    def writable(self) -> bool:
        """Return that it takes bytes."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes."""
        self._waiting += data
        return len(data)

    def take(self) -> bytes:
        """Return what waits, once."""
        sent, self._waiting = bytes(self._waiting), bytearray()
        return sent


def pieces(
    store: Store, texts: Sequence[Text], pictures: Sequence[tuple[str, Shown]], now: datetime
) -> Iterator[bytes]:
    """Yield the archive: the texts, then each picture's largest copy under its name; one not made yet is left out."""
    pipe, stamp = _Pipe(), now.timetuple()[:6]
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_STORED) as archive:
        for name, text in texts:
            archive.writestr(zipfile.ZipInfo(name, stamp), text.encode())
        yield pipe.take()
        for name, picture in pictures:
            content = _largest(store, picture)
            if content is not None:
                archive.writestr(zipfile.ZipInfo(name, stamp), content)
                yield pipe.take()
    yield pipe.take()


def _largest(store: Store, picture: Shown) -> bytes | None:
    width, _height = picture.sizes(media.WHOLE)[-1]
    name = f"{media.WHOLE.name}-{width}.{media.WHOLE.formats[-1]}"
    try:
        with store.open(copy_name(picture.token, picture.set_of(media.WHOLE), name)) as file:
            return file.read()
    except (OSError, NameRefusedError):
        return None
