"""What pasted rules mean on a date, as the engines of the language evaluate them."""

from collections.abc import Sequence
from datetime import date

from portal.domain.hours import holidays
from portal.domain.hours.osm.contents import Content, Kind, Piece, over
from portal.domain.hours.osm.grammar import Said
from portal.domain.hours.osm.refusals import OsmRefusal, OsmRefusedError
from portal.domain.hours.rows import MIDNIGHT, Access, Day, Slot, is_nth
from portal.domain.hours.schedule import ONE_DAY

BY_APPOINTMENT = (
    "rendez-vous",
    "rendez vous",
    "rdv",
    "réserv",
    "reserv",
    "appointment",
    "booking",
    "demande",
)

_ACCESS = {Kind.OPEN: Access.OPEN, Kind.APPOINTMENT: Access.APPOINTMENT, Kind.GROUPS: Access.GROUPS}


def kind_of(said: Said) -> Kind:
    """Return what an `open` or `unknown` rule says; raise OsmRefusedError for hours that say nothing."""
    if said.state == "open":
        return Kind.OPEN
    words = said.comment.lower()
    if any(word in words for word in BY_APPOINTMENT):
        return Kind.GROUPS if "group" in words else Kind.APPOINTMENT
    if said.times:
        raise OsmRefusedError(OsmRefusal.UNKNOWN_HOURS, said.text)
    return Kind.UNCONFIRMED


def matches(said: Said, day: date) -> bool:
    """Return whether a rule holds on a date."""
    if said.spans and not any(span.covers(day) for span in said.spans):
        return False
    if not said.weekdays and not said.on_holidays:
        return True
    if said.on_holidays and holidays.on(day):
        return True
    return any(
        day.weekday() == weekday and (nth is None or is_nth(day, nth)) for weekday, nth in said.weekdays
    )


def content_on(rules: Sequence[Said], day: date) -> Content:
    """Return what rules say of a date, the night before it included.

    Raise OsmRefusedError for a night that a rule of the next day cuts off: engines differ, and nobody means it.
    """
    content: Content | None = None
    night: Content = ()
    for said in rules:
        is_today = matches(said, day)
        runs_in = tuple((0, end - MIDNIGHT) for _, end in said.times if end > MIDNIGHT)
        if runs_in and said.state != "off" and matches(said, day - ONE_DAY):
            night = over(night, tuple((start, end, kind_of(said)) for start, end in runs_in))
            if not is_today and not said.is_added and content is not None:
                raise OsmRefusedError(OsmRefusal.NIGHT, said.text)
        elif night and is_today and not said.is_added:
            raise OsmRefusedError(OsmRefusal.NIGHT, said.text)
        if is_today:
            content = applied(said, content)
    return over(content or (), night)


def applied(said: Said, before: Content | None, *, until: int = MIDNIGHT) -> Content:
    """Return what a rule makes of a day it holds on, up to some minute: closing some hours leaves the others."""
    times = tuple((start, min(end, until)) for start, end in said.times)
    if said.state == "off":
        left = before or ()
        for start, end in times or ((0, until),):
            left = tuple(
                piece
                for a, b, kind in left
                for piece in ((a, min(b, start), kind), (max(a, end), b, kind))
                if piece[0] < piece[1]
            )
        return left
    pieces = tuple((start, end, kind_of(said)) for start, end in times or ((0, MIDNIGHT),))
    return over((before or ()) if said.is_added else (), pieces)


def slots_of(rules: Sequence[Said]) -> Day | None:
    """Return the slots of a day on which all these rules hold; `None` where it is not known."""
    content: Content = ()
    for said in rules:
        content = applied(said, content, until=2 * MIDNIGHT)
    kinds = {kind for _, _, kind in content}
    if Kind.UNCONFIRMED in kinds:
        if len(kinds) > 1:
            raise OsmRefusedError(OsmRefusal.UNKNOWN_HOURS, rules[-1].text)
        return None
    around = next(
        (kind for a, b, kind in content if kind is not Kind.OPEN and (a == 0 or b == MIDNIGHT)), None
    )
    if around and sum(min(b, MIDNIGHT) - a for a, b, _ in content if a < MIDNIGHT) == MIDNIGHT:
        timed = tuple(_slot(piece) for piece in content if piece[2] is not around)
        return (*timed, Slot(None, None, _ACCESS[around]))
    return tuple(_slot(piece) for piece in content)


def _slot(piece: Piece) -> Slot:
    return Slot(piece[0], piece[1], _ACCESS[piece[2]])
