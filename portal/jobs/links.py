"""Follows the links that museums wrote, at night, a few at a time: letters and pictures share the worker."""

import logging
import time
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from flask import current_app

from portal.db import READ_EVERYTHING, db, enter, writing
from portal.domain import links
from portal.domain.links import Outcome, Standing
from portal.fetch import (
    AGENT,
    CertificateError,
    Fetcher,
    FetchError,
    Followed,
    NoHostError,
    NotPublicError,
    UnreachableError,
    follow,
)
from portal.fetch.following import Manners

log = logging.getLogger(__name__)

MOST, SECONDS = 10, 20.0
"""As many addresses, and as long, as one run takes; the next is two minutes away."""

NOT_THERE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
SHY = {401, 402, 403, 405, 406, 407, 408, 418, 425, 429, 451, 999}
"""What sites answer to programs while they open to people."""


def prepare(now: datetime) -> None:
    """Find the addresses that museums publish tonight."""
    if not current_app.extensions["settings"].checks_links:
        return
    with writing():
        enter(db.session(), READ_EVERYTHING)
        links.prepare(db.session(), now)
        db.session.commit()


def follow_some(now: datetime) -> int:
    """Follow a few of those whose turn it is; return how many."""
    settings = current_app.extensions["settings"]
    if not settings.checks_links:
        return 0
    fetcher = current_app.extensions.get("fetcher") or Fetcher(agent=f"{AGENT} (+{settings.public_url})")
    manners, began, done = Manners(), time.monotonic(), 0
    while done < MOST and time.monotonic() - began < SECONDS:
        claimed = _claim(now)
        if claimed is None:
            break
        id_, address = claimed
        outcome = find_out(fetcher, address, manners)
        with writing():
            links.conclude(db.session(), id_, outcome, now)
            db.session.commit()
        done += 1
    return done


def find_out(fetcher: Fetcher, address: str, manners: Manners) -> Outcome:
    """Follow an address: its head first; what refuses that is asked as a browser would."""
    try:
        found = _followed(fetcher, address, manners)
    except (NoHostError, NotPublicError):
        return Outcome(Standing.GONE)
    except CertificateError:
        return Outcome(Standing.CERTIFICATE)
    except FetchError as error:
        log.info("%s: %s", address, error)
        return Outcome(Standing.UNREACHABLE)
    return _judged(found, address)


def _judged(found: Followed, address: str) -> Outcome:
    status = found.answer.status
    if status in NOT_THERE:
        return Outcome(Standing.GONE)
    if status >= HTTPStatus.BAD_REQUEST and status not in SHY:
        return Outcome(Standing.UNREACHABLE)
    if found.moved_to and _place(found.moved_to) != _place(address):
        return Outcome(Standing.MOVED, found.moved_to)
    return Outcome(Standing.WORKS)


def _followed(fetcher: Fetcher, address: str, manners: Manners) -> Followed:
    try:
        found = follow(fetcher, address, "HEAD", manners)
    except UnreachableError:  # some servers hang up on who asks for a head alone
        return follow(fetcher, address, "GET", manners)
    if found.answer.status < HTTPStatus.BAD_REQUEST:
        return found
    return follow(fetcher, address, "GET", manners)


def _claim(now: datetime) -> tuple[int, str] | None:
    with writing():
        link = links.claim_next(db.session(), now)
        claimed = None if link is None else (link.id, link.address)
        db.session.commit()
    return claimed


def _place(address: str) -> tuple[str, str, str]:
    """Return what makes an address another place: neither its scheme, nor `www.`, nor a last slash."""
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query
