"""Which addresses may be asked at all."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from portal.fetch.troubles import NotPublicError

PORTS = {"http": 80, "https": 443}
LONGEST = 2_000

# Where an IPv4 address hides in one of IPv6 (RFC 6052, 3056, 4380): what counts is where it leads.
_TRANSLATING = ip_network("64:ff9b::/96")


@dataclass(frozen=True)
class Target:
    """A web address, taken apart."""

    scheme: str
    host: str
    """As DNS spells it."""
    port: int
    path: str
    """With the query."""


def target_of(address: str) -> Target:
    """Return a web address taken apart; raise `NotPublicError` for anything else, names of people in it included."""
    if len(address) > LONGEST or any(sign.isspace() or ord(sign) < 0x20 for sign in address):
        raise NotPublicError
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        spelled = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise NotPublicError from None
    if parts.scheme not in PORTS or not spelled or "@" in parts.netloc or "\\" in address:
        raise NotPublicError
    if port not in {None, PORTS[parts.scheme]}:
        raise NotPublicError
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return Target(parts.scheme, spelled, PORTS[parts.scheme], f"{path}?{query}" if query else path)


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the public internet, however it is written."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return all(each.is_global and not each.is_multicast for each in _meant(found))


def _meant(found: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Return an address with those that hide in it."""
    if isinstance(found, IPv4Address):
        return [found]
    hidden = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
    if found in _TRANSLATING:
        hidden.append(IPv4Address(int(found) & 0xFFFFFFFF))
    within = [each for each in hidden if each is not None]
    return list(within) if found.ipv4_mapped or found in _TRANSLATING else [found, *within]
