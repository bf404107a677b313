"""`POST /mesure`: a browser says that a museum's page was opened, or one of its links followed; a number grows by one.

No cookie is set or read but the mark of our own staff, no address is kept, nothing tells two visitors apart. Whatever
is not such a message leaves no trace.
"""

import re
import secrets
import time
from collections.abc import Mapping
from hashlib import blake2b
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, request
from werkzeug.exceptions import RequestEntityTooLarge, TooManyRequests

from portal.domain import museums
from portal.domain.measures import Kind
from portal.web.kit import counting
from portal.web.kit.buckets import Buckets
from portal.web.kit.languages import LANGUAGES
from portal.web.kit.sessions import MARK

blueprint = Blueprint("measure", __name__)

LONGEST = 512
"""Bytes of a message: a real one has some eighty."""
PER_MINUTE = 120
"""Messages from one address: a class of pupils behind one network, each opening a page."""
SEEN: Mapping[str, Kind] = {
    "vue": Kind.VIEW,
    "itineraire": Kind.ROUTE,
    "appel": Kind.CALL,
    "site": Kind.SITE,
    "recherche": Kind.SEARCH,
    "ouvert": Kind.SEARCH_OPEN,
    "gratuit": Kind.SEARCH_FREE,
    "acces": Kind.SEARCH_ACCESS,
    "abri": Kind.SEARCH_SHELTER,
    "pres": Kind.SEARCH_NEAR,
}
"""What a browser may say, as `mesure.js` writes it."""
_ROBOT = re.compile(r"(?<!cu)bot\b|bot[/;-]|crawl|spider|slurp|preview|monitor|lighthouse", re.IGNORECASE)
"""Robots that run scripts and say who they are; CUBOT makes telephones."""
_SALT = secrets.token_bytes(16)
_buckets = Buckets()


@blueprint.post("/mesure")
def create() -> Response:
    """Count what a page says happened; 204 whether or not it is counted, 400 for what no page of ours says."""
    _refuse_other_sites()
    kinds, slug, language = _read()
    if not (_is_unwelcome() or _is_somebody_of_ours()):
        _refuse_floods()
        museum = museums.guide().by_slug.get(slug)
        if museum is not None:
            counting.count(museum.id, kinds, language)
    answer = Response(status=204)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _read() -> tuple[set[Kind], str, str]:
    """Return what is said, of which museum, in which language; 400 for anything else."""
    request.max_content_length = LONGEST
    try:
        said = request.form
    except RequestEntityTooLarge:
        abort(400)
    words, slug, language = said.getlist("quoi"), said.get("musee", ""), said.get("langue", "")
    if not words or any(word not in SEEN for word in words) or language not in LANGUAGES or not slug:
        abort(400)
    return {SEEN[word] for word in words}, slug, language


def _is_unwelcome() -> bool:
    """Return whether counting is refused by the visitor (DNT, GPC), or it is a robot that says so."""
    agent = request.user_agent.string
    refuses = "1" in {request.headers.get("DNT"), request.headers.get("Sec-GPC")}
    return refuses or not agent or _ROBOT.search(agent) is not None


def _is_somebody_of_ours() -> bool:
    """Return whether this browser has signed in: who works on a page is no visitor of it."""
    return MARK in request.cookies


def _refuse_other_sites() -> None:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        abort(403)
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403)


def _refuse_floods() -> None:
    """Answer 429 to an address that says too much; it is known for a minute at most, by a digest that dies with us."""
    address = blake2b((request.remote_addr or "").encode(), key=_SALT, digest_size=12).hexdigest()
    wait = _buckets.take(address, PER_MINUTE, time.monotonic())
    if wait:
        raise TooManyRequests(retry_after=wait)
