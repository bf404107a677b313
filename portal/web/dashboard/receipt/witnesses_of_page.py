"""What surfaces must say of a museum's prices, of what it says of itself, and show of its pictures."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from portal.db import db
from portal.domain import admission, hours, media
from portal.domain.media import files
from portal.domain.revisions import Snapshot
from portal.web.dashboard.receipt.witness import PAGES, Asked, Kind, Witness
from portal.web.kit import clock
from portal.web.kit import prices as words
from portal.web.kit.languages import Language
from portal.web.kit.typography import typographic

MOST_SHOWN, MOST_TOLD = 13, 5
"""Pictures on the page, and those that search engines are told of."""


def prices(asked: Asked) -> Iterator[Witness]:
    """Yield what each surface must say of what entry costs."""
    rows, today = admission.of(asked.museum.id).rows, clock.today()
    board = words.board(rows, today, "fr")
    for kind, language in PAGES:
        yield Witness(kind, _board(words.board(rows, today, language)))
    yield Witness(Kind.DATA, [str(line.amount) for line in rows.lines])
    held = [line for line in rows.lines if rows.holds(line, today)]
    yield Witness(Kind.ENGINES, [f"{line.amount / 100:.2f}" for line in held])
    has_sign = not (asked.museum.is_archived or hours.of(asked.museum.id).is_empty)
    if has_sign and board.sections and not (board.ended or board.begins):
        first = board.sections[0].rows[0]
        yield Witness(Kind.SIGN, [first.who[0].text, first.cost])


def _board(board: words.Board) -> list[str]:
    rows = [row for section in board.sections for row in section.rows]
    return [text for row in rows for text in (*(piece.text for piece in (*row.who, *row.details)), row.cost)]


def profile(asked: Asked) -> Iterator[Witness]:
    """Yield what each surface must say of the museum's names, text, addresses and numbers."""
    museum, act = asked.museum, asked.publication.acts[0]
    for kind, language in PAGES:
        yield Witness(kind, _said(asked, language), _lines_gone(act.before, act.now.content, language))
    if not museum.is_archived:
        yield Witness(Kind.LISTS, [museum.name.fr], query=museum.name.fr)
    yield Witness(Kind.DATA, [museum.name.fr, *filter(None, [museum.name.oc])])
    known = (museum.name.fr, museum.shown_phone, museum.shown_email, museum.shown_website)
    yield Witness(Kind.ENGINES, [each for each in known if each])


def _said(asked: Asked, language: Language) -> list[str]:
    museum = asked.museum
    text = museum.presentation.text(language) if museum.presentation else ""
    places = (museum.shown_place, museum.shown_street)
    site = urlsplit(museum.shown_website or "").hostname or ""
    return [
        museum.name.text(language),
        *text.split("\n\n"),
        *(typographic(each, "fr") for each in places if each),
        *(each for each in (museum.shown_phone, museum.shown_email) if each),
        site.removeprefix("www."),
    ]


def _lines_gone(before: Snapshot, now: Snapshot, language: Language) -> list[str]:
    """Return what the presentation no longer says."""
    old, new = (
        (text["presentation"].get(language) or text["presentation"]["fr"] or "") for text in (before, now)
    )
    return [part for part in old.split("\n\n") if part and part not in new]


def pictures(asked: Asked) -> Iterator[Witness]:
    """Yield what each surface must show, by the names of the copies: those that are still being made are not there yet."""
    act = asked.publication.acts[0]
    known = {one.id: one.token for one in files.all_of(db.session(), asked.museum.id)}
    now, before = (_tokens(content, known) for content in (act.now.content, act.before))
    gone = [token for token in before if token not in now]
    for kind, _language in PAGES:
        yield Witness(kind, now[:MOST_SHOWN], gone)
    if not asked.museum.is_archived:
        yield Witness(Kind.LISTS, now[:1], gone, query=asked.museum.name.fr)
    yield Witness(Kind.ENGINES, now[:MOST_TOLD], gone)


def _tokens(content: Snapshot, known: dict[int, str]) -> list[str]:
    """Return the tokens of the pictures that the public may see of a text of the block, in its order."""
    today, found = clock.today().isoformat(), []
    for id_ in content["order"]:
        photo = {**media.BLANK, **content["photos"][str(id_)]}
        if id_ in known and not media.missing(photo) and (photo["embargo"] or "") <= today:
            found.append(known[id_])
    return found
