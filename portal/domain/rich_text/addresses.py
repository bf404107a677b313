"""Where a link may lead: a site, a letter, a telephone; anything else is text without a link."""

import re
from urllib.parse import urlsplit

LONGEST = 500
_SITE = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/?#:]\S*)?")
_LETTER = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:(?![0-9]+(?:/|$))")
_NUMBER = re.compile(r"\+?[0-9][0-9.\-]{2,20}")
# What ends an address in the notation, and what no address needs bare.
_ENCODED = {sign: f"%{ord(sign):02X}" for sign in "()[]<>\"'\\`{}|^ "}
_BARE = re.compile(r"[\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def href(typed: str | None) -> str | None:
    """Return an address that is safe to follow, `https` or `mailto` where none was typed; nothing for any other."""
    address = (typed or "").strip()
    if _BARE.search(address.replace(" ", "")) or not 0 < len(address) <= LONGEST:
        return None
    if not _SCHEME.match(address):
        prefix = "mailto:" if _LETTER.fullmatch(address) else "https://" if _SITE.fullmatch(address) else ""
        address = prefix + address
    encoded = "".join(_ENCODED.get(sign, sign) for sign in address)
    scheme, _, rest = encoded.partition(":")
    known = _CHECKS.get(scheme.lower())
    return f"{scheme.lower()}:{rest}" if known and known(rest) and len(encoded) <= LONGEST else None


def _is_site(rest: str) -> bool:
    try:
        parts = urlsplit(f"https:{rest}")
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    return rest.startswith("//") and bool(host) and "." in (host or "") and "@" not in parts.netloc


def _is_number(rest: str) -> bool:
    return bool(_NUMBER.fullmatch(rest.replace("%20", "")))


_CHECKS = {
    "https": _is_site,
    "http": _is_site,
    "mailto": lambda rest: bool(_LETTER.fullmatch(rest.partition("?")[0])),
    "tel": _is_number,
}
