"""Where else a museum is: its pages on known networks, other sites it names, where visitors book."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from portal.domain import texts
from portal.domain.errors import DomainError
from portal.domain.museums import contacts


class Network(NamedTuple):
    """A network, by its own name, and the hosts that are its."""

    name: str
    hosts: tuple[str, ...]


NETWORKS: Mapping[str, Network] = {
    "facebook": Network("Facebook", ("facebook.com", "fb.com", "fb.me")),
    "instagram": Network("Instagram", ("instagram.com",)),
    "youtube": Network("YouTube", ("youtube.com", "youtu.be")),
    "tiktok": Network("TikTok", ("tiktok.com",)),
    "linkedin": Network("LinkedIn", ("linkedin.com",)),
    "bluesky": Network("Bluesky", ("bsky.app", "bsky.social")),
}
MOST_OTHERS = 3
LONGEST_NAME = 60


class InsecureError(DomainError):
    """Not the address of a site that answers over https."""


class NetworkError(DomainError):
    """An address of another site than the network's."""


def secure(text: str | None) -> str | None:
    """Return an `https` address, or nothing where none was typed."""
    try:
        address = contacts.website(text)
    except contacts.WebsiteError:
        raise InsecureError from None
    if address is not None and not address.startswith("https://"):
        raise InsecureError
    return address


def of_network(name: str, text: str | None) -> str | None:
    """Return the address of a page on a network, in `https` whatever was typed."""
    typed = texts.line(text, contacts.LONGEST)
    if typed is None:
        return None
    address = secure(typed.replace("http://", "https://", 1)) or ""
    host, path = _host(address), urlsplit(address).path
    if not path.strip("/") or not any(
        host == own or host.endswith(f".{own}") for own in NETWORKS[name].hosts
    ):
        raise NetworkError
    return address


def other(typed: Mapping[str, Any]) -> dict[str, str] | None:
    """Return another site with its name, that of its host where none was given; nothing for an empty row."""
    name, address = texts.line(typed.get("name"), LONGEST_NAME), secure(typed.get("address"))
    if address is None:
        if name is not None:
            raise InsecureError
        return None
    return {"name": name or _host(address).removeprefix("www."), "address": address}


def shown(networks: Mapping[str, str] | None, others: list[dict[str, str]] | None) -> list[tuple[str, str]]:
    """Return the name and the address of each place, in order."""
    known = [(NETWORKS[key].name, (networks or {}).get(key)) for key in NETWORKS]
    named = [(name, address) for name, address in known if address]
    return named + [(one["name"], one["address"]) for one in others or []]


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""
