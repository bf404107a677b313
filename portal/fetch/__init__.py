"""Asks other sites, at addresses that people wrote: public hosts only, whatever names, redirects and servers try.

The host is resolved once, every address of it must be public, and the connection goes to the address that was
looked at: a name that changes its answer meanwhile fools nobody. Ports 80 and 443, one deadline for the whole of a
request, no body read beyond a limit. Nothing here follows a redirect by itself: `follow` checks each as the first.
"""

from portal.fetch.fetching import AGENT, Answer, Fetcher
from portal.fetch.following import MOST_REDIRECTS, Followed, follow
from portal.fetch.hosts import is_public, target_of
from portal.fetch.troubles import CertificateError, FetchError, NoHostError, NotPublicError, UnreachableError

__all__ = [
    "AGENT",
    "MOST_REDIRECTS",
    "Answer",
    "CertificateError",
    "FetchError",
    "Fetcher",
    "Followed",
    "NoHostError",
    "NotPublicError",
    "UnreachableError",
    "follow",
    "is_public",
    "target_of",
]
