"""From bytes to text: what is plainly no register is turned away before anything is parsed."""

import codecs

from portal.domain.museums.register_file.facts import Encoding, NotARegister, Reason

MAX_BYTES = 50 * 1024 * 1024

# First bytes of what people send by mistake: a printed page, a spreadsheet (xlsx and ods are zips).
_SIGNATURES = ((b"%PDF", Reason.PDF), (b"PK\x03\x04", Reason.ZIP))


def decode(data: bytes) -> tuple[str, Encoding]:
    """Text of the file and the encoding it was written in."""
    if len(data) > MAX_BYTES:
        raise NotARegister(Reason.TOO_BIG, size=len(data), limit=MAX_BYTES)
    for signature, reason in _SIGNATURES:
        if data.startswith(signature):
            raise NotARegister(reason)
    if b"\0" in data:
        raise NotARegister(Reason.NOT_TEXT)
    text, encoding = _decoded(data)
    beginning = text.lstrip()[:1]
    if not beginning:
        raise NotARegister(Reason.EMPTY)
    if beginning == "<":
        raise NotARegister(Reason.MARKUP)
    return text, encoding


def _decoded(data: bytes) -> tuple[str, Encoding]:
    encoding = Encoding.UTF_8_BOM if data.startswith(codecs.BOM_UTF8) else Encoding.UTF_8
    try:
        return data.decode(encoding.value), encoding
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(Encoding.WINDOWS_1252.value), Encoding.WINDOWS_1252
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252: a picture or an archive meets one of them soon.
        raise NotARegister(Reason.NOT_TEXT) from None
