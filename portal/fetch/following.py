"""Follows redirects, each checked as if somebody had written it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote, urljoin

from portal.fetch.fetching import Answer, Fetcher
from portal.fetch.hosts import target_of
from portal.fetch.troubles import NotPublicError, UnreachableError

MOST_REDIRECTS = 5
PERMANENT = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
REDIRECTS = PERMANENT | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}


@dataclass(frozen=True)
class Followed:
    """Where an address led."""

    answer: Answer
    address: str
    """The last one."""
    moved_to: str | None
    """Where it leads for good, as far as every redirect on the way said so."""


@dataclass
class Manners:
    """Lets a second pass between two requests to one host."""

    pause: float = 1.0
    wait: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic
    asked: dict[str, float] = field(default_factory=dict)

    def before(self, host: str) -> None:
        """Wait until a host may be asked again."""
        left = self.asked.get(host, -self.pause) + self.pause - self.now()
        if left > 0:
            self.wait(left)
        self.asked[host] = self.now()


def follow(fetcher: Fetcher, address: str, method: str, manners: Manners) -> Followed:
    """Ask an address and go where it sends; raise a `FetchError`, of a redirect as of the address itself."""
    at, moved_to, is_for_good = address, None, True
    for _turn in range(MOST_REDIRECTS + 1):
        manners.before(target_of(at).host)
        answer = fetcher.ask(at, method)
        if answer.status not in REDIRECTS or not answer.location:
            return Followed(answer, at, moved_to)
        at = _next(at, answer.location)
        is_for_good = is_for_good and answer.status in PERMANENT
        moved_to = at if is_for_good else moved_to
    raise UnreachableError("a loop of redirects")


def _next(at: str, location: str) -> str:
    try:
        # Servers write what they like there; what no address holds is spelled as browsers do.
        return urljoin(at, quote(location.strip(), safe="/%:@!$&'()*+,;=~-._?#[]"))
    except ValueError:
        raise NotPublicError from None
