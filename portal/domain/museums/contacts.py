"""How a museum is reached, as it types it: understood, put in one spelling, or refused by name."""

import re
from urllib.parse import urlsplit

from portal.domain import texts
from portal.domain.errors import DomainError

LONGEST = 300

_PUNCTUATION = re.compile(r"[\s.\-/()\u00a0\u202f]")
_FRENCH = re.compile(r"(?:\+33|0033|0)([1-9][0-9]{8})")
_ABROAD = re.compile(r"(?:\+|00)([1-9][0-9]{6,14})")
_SHORT = re.compile(r"3[0-9]{3}")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?![0-9]+(?:/|$))", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,}")
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,})"
)
_POSTCODE = re.compile(r"[0-9]{5}")


class PhoneError(DomainError):
    """Not one telephone number."""


class WebsiteError(DomainError):
    """Not the address of a site."""


class EmailError(DomainError):
    """Not an address for letters."""


class PostcodeError(DomainError):
    """Not five digits."""


def phone(text: str | None) -> str | None:
    """Return a French number in pairs, a short one as it is, one from abroad with its country."""
    typed = texts.line(text, LONGEST)
    if typed is None:
        return None
    digits = _PUNCTUATION.sub("", typed.replace("(0)", ""))
    if match := _FRENCH.fullmatch(digits):
        return " ".join(re.findall("..", f"0{match[1]}"))
    if match := _ABROAD.fullmatch(digits):
        return f"+{match[1]}"
    if _SHORT.fullmatch(digits):
        return digits
    raise PhoneError


def website(text: str | None) -> str | None:
    """Return an address that a browser opens, `https` where none was typed."""
    typed = texts.line(text, LONGEST)
    if typed is None:
        return None
    try:
        parts = urlsplit(typed if _SCHEME.match(typed) else f"https://{typed}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise WebsiteError from None
    is_strange = "@" in parts.netloc or "\\" in typed or re.search(r"\s", typed) or port == 0
    if parts.scheme not in {"http", "https"} or is_strange or not _HOST.fullmatch(host):
        raise WebsiteError
    path = "" if parts.path == "/" and not parts.query else parts.path
    return parts._replace(netloc=parts.netloc.lower(), path=path).geturl()


def email(text: str | None) -> str | None:
    """Return an address for letters, its domain in small letters."""
    typed = texts.line(text, LONGEST)
    if typed is None:
        return None
    local, _, domain = typed.rpartition("@")
    address = f"{local}@{domain.lower()}"
    if len(address) > 254 or ".." in local or local.startswith(".") or not _EMAIL.fullmatch(address):
        raise EmailError
    return address


def postcode(text: str | None) -> str | None:
    """Return a postcode of France."""
    typed = texts.line(text, LONGEST)
    if typed is not None and not _POSTCODE.fullmatch(typed.replace(" ", "")):
        raise PostcodeError
    return typed and typed.replace(" ", "")
