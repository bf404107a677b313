"""What a file is, by its first bytes and its last: pictures by their signature, everything else by name."""

import re
import struct
from collections.abc import Iterator

from portal.domain.media.errors import FileRefusedError
from portal.domain.media.vocabulary import Fault, Format

_LOOKED_AT = 64 * 1024
"""Bytes at each end in which a second nature is looked for."""
_SECOND_NATURE = re.compile(
    rb"<\?php|<script[\s>]|<!doctype\s+html|<html[\s>]|<svg[\s>]|%PDF-\d", re.IGNORECASE
)
_ARCHIVE_END = b"PK\x05\x06"

_AVIF, _AVIF_FILM = {b"avif"}, {b"avis"}
_HEIF = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"}
_HEIF_FILM = {b"hevc", b"hevx"}

_OTHERS: tuple[tuple[re.Pattern[bytes], Fault], ...] = (
    (re.compile(rb"%PDF-"), Fault.DOCUMENT),
    (re.compile(rb"II\*\x00|MM\x00\*|II\x2b\x00|MM\x00\x2b|IIU\x00|FUJIFILM"), Fault.RAW),
    (re.compile(rb"\x1a\x45\xdf\xa3|RIFF....AVI |\x00\x00\x01[\xb3\xba]", re.DOTALL), Fault.FILM),
    (
        re.compile(
            rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+svg[^>]*>\s*)?<svg[\s>]",
            re.DOTALL | re.IGNORECASE,
        ),
        Fault.DRAWING,
    ),
    (
        re.compile(
            rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|\?php|\?xml)",
            re.DOTALL | re.IGNORECASE,
        ),
        Fault.PAGE,
    ),
)


def recognise(content: bytes) -> Format:
    """Return what a picture is; raise `FileRefusedError` for what is none, or is something else too."""
    if not content:
        raise FileRefusedError(Fault.EMPTY)
    found = _picture(content)
    if found is None:
        raise FileRefusedError(_other(content))
    if _is_double(content):
        raise FileRefusedError(Fault.DOUBLE)
    return found


def is_cut_short(content: bytes, kind: Format) -> bool:
    """Return whether a container says that it is longer than it is; costs no decoding."""
    if kind is Format.WEBP:
        return int.from_bytes(content[4:8], "little") + 8 > len(content)
    if kind in {Format.AVIF, Format.HEIF}:
        return any(end > len(content) for _name, end in _boxes(content))
    return False


def webp_size(content: bytes) -> tuple[int, int]:
    """Return the size that a WebP file says it has, before any memory is taken for it (RFC 9649)."""
    head = content[12:30].ljust(18, b"\0")
    if head.startswith(b"VP8X"):
        return int.from_bytes(head[12:15], "little") + 1, int.from_bytes(head[15:18], "little") + 1
    if head.startswith(b"VP8L"):
        bits = int.from_bytes(head[9:13], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", head[14:18])
    return width & 0x3FFF, height & 0x3FFF


def _picture(content: bytes) -> Format | None:
    if content.startswith(b"\xff\xd8\xff"):
        return Format.JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Format.PNG
    if content.startswith((b"GIF87a", b"GIF89a")):
        return Format.GIF
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return Format.WEBP
    return _iso(content) if content[4:8] == b"ftyp" else None


def _iso(content: bytes) -> Format | None:
    """Return which picture an ISO base media file holds (ISO/IEC 14496-12, 23008-12); a film is none."""
    length = min(int.from_bytes(content[:4], "big"), 256)
    major, brands = content[8:12], {content[at : at + 4] for at in range(16, length, 4)}
    if major in _AVIF_FILM | _HEIF_FILM:
        raise FileRefusedError(Fault.ANIMATED)
    if major in _AVIF or (brands & _AVIF and major in {b"mif1", b"miaf"}):
        return Format.AVIF
    return Format.HEIF if major in _HEIF else None


def _boxes(content: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the boxes of an ISO file and where each ends."""
    at = 0
    while at + 8 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(content[at + 8 : at + 16], "big")
        if size == 0:  # to the end of the file
            return
        yield content[at + 4 : at + 8], at + size
        at += max(size, 8)
    if at < len(content):
        yield b"", len(content) + 1


def _other(content: bytes) -> Fault:
    head = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if content[4:8] == b"ftyp":
        return Fault.FILM
    return next((fault for pattern, fault in _OTHERS if pattern.match(head)), Fault.UNKNOWN)


def _is_double(content: bytes) -> bool:
    """Return whether another reader would find a page, a program, a document or an archive in the picture."""
    head, tail = content[:_LOOKED_AT], content[-_LOOKED_AT:]
    if _SECOND_NATURE.search(head) or _SECOND_NATURE.search(tail):
        return True
    end = content.rfind(_ARCHIVE_END, max(0, len(content) - 65_557))
    return end >= 0 and end + 22 + int.from_bytes(content[end + 20 : end + 22], "little") == len(content)
