"""Cuts a sentence about hours into what it names: seasons, days, hours, who may come, what is closed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from portal.domain.hours import entry
from portal.domain.hours.entry.calendar import MONTH
from portal.domain.hours.entry.plain import plain, tidy
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import CLOSED, Access, Day
from portal.domain.hours.sentences.closings import Closing, closings_at
from portal.domain.hours.sentences.dates import When, when_at
from portal.domain.hours.sentences.days import Days, days_at, hours_at, until_at
from portal.domain.hours.sentences.errors import AmbiguousError, NotUnderstoodError

_SEPARATOR = re.compile(r" *(?:[,;.:()/-]|(?:et|e|puis|ainsi que|\+|&)(?![a-z0-9'])) *")
_LISTED = re.compile(r" *(?:[,;/+&]|et(?![a-z])|e(?![a-z]))? *(?:et )?")
_FILLER = re.compile(
    r" *(?:le musee est|lo museu es|le musee|ouvert(?:e|s|es)?(?: au public)?|dobert(?:a|s|as)?|ouverture|visites?|horaires|inclus"
    r"|exceptionnelle(?:ment)?|sans interruption|en continu|non-stop|sens interrupcion|le matin|l'apres-midi|lo matin"
    r"|l'aprep-miegjorn|et uniquement|uniquement|(?:horaires )?(?:d'|de |en )?(?:ete|hiver|printemps|automne|haute saison"
    rf"|moyenne saison|basse saison)(?= ?[(:,]? ?(?:du |de |d')?(?:[0-9]|(?:{MONTH})(?![a-z]))))(?![a-z]) *"
)
_BUT = re.compile(r" *\(?(?:sauf|hors|levat)(?![a-z])")
"""What takes a part out of what is closed: “closed on Mondays but in July”."""
_SHUT = re.compile(r"(?:ferme|fermee|tampat|tampada)(?![a-z])")
_LAST = re.compile(
    r"(?:derniere (?:entree|admission)|darriera dintrada)s? (?P<minutes>[^,;.()]*?(?:avant|abans) (?:la |l'heure de )?(?:fermeture|tampadura))"
)
_LATE = re.compile(r" *(?:en )?(?:nocturnes?|nocturnas?)(?![a-z]) *:? *")
_GROUPS = r"(?:pour (?:les |des )?|pels )?(?:groupes?|grops)(?: et (?:les )?scolaires)?"
_BOOKED = r"(?:sur|sus) (?:rendez-vous|rdv|reservation|rendetz-vos|reservacion)"
_ACCESS = re.compile(
    rf"(?:uniquement |seulement )?(?:(?P<groups>{_GROUPS},? {_BOOKED}|{_BOOKED},? {_GROUPS}|{_GROUPS})|{_BOOKED})"
    r"(?: uniquement| seulement)?(?![a-z])"
)
_EASTER_MONDAY, _WHIT_MONDAY = (
    r"(?:lundis? de paques|diluns de pascas)",
    r"(?:lundis? de pentecote|diluns de pentacosta)",
)
_FEASTS = re.compile(
    rf"(?:les? |lo )?(?:(?P<both>{_EASTER_MONDAY} (?:et|e) (?:le |les |lo )?(?:{_WHIT_MONDAY}|de pentecote|pentecote))"
    rf"|(?P<easter>{_EASTER_MONDAY})|(?P<whit>{_WHIT_MONDAY}))(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Token:
    """Something a sentence names, where, and whether a comma or an “and” parts it from what comes before."""

    start: int
    end: int
    is_parted: bool
    sentence: int = 0
    """The number of its sentence: what a full stop parts does not go together."""
    whens: tuple[When, ...] = ()
    days: tuple[Days, ...] = ()
    hours: Day | None = None
    access: Access | None = None
    until: int | None = None
    last_admission: int | None = None
    """In minutes before closing."""
    is_late: bool = False
    feasts: tuple[Holiday, ...] = ()
    closings: tuple[Closing, ...] = field(default=())

    @property
    def is_statement(self) -> bool:
        """Whether it says hours, of the seasons and days around it."""
        return self.hours is not None or self.access is not None or self.until is not None


def tokens(sentence: str) -> list[Token]:
    """Return what a sentence names, in order; raise `NotUnderstoodError` with the part that is none of it."""
    original = tidy(sentence)
    return list(_cut(plain(original), original))


def _cut(text: str, original: str) -> Iterator[Token]:
    position, sentence, is_parted, is_late = 0, 0, True, False
    before: Token | None = None
    while position < len(text):
        if match := _LATE.match(text, position):
            position, is_late = match.end(), True
            continue
        if match := _FILLER.match(text, position):
            position = match.end()
            continue
        token = _token(text, position, is_parted=is_parted, is_late=is_late)
        if token is not None:
            if before and _is_doubtful(before, token, text):
                raise AmbiguousError(original[before.start : token.end])
            before = replace(token, sentence=sentence)
            yield before
            position, is_parted = token.end, False
            is_late = is_late and not token.is_statement
        elif match := _SEPARATOR.match(text, position):
            sentence += "." in match[0]
            position, is_parted = match.end(), True
        elif text[position] == " ":
            position += 1
        else:
            raise NotUnderstoodError(re.split(r"[,;.](?: |$)", original[position:])[0])


def _is_doubtful(before: Token, token: Token, text: str) -> bool:
    """Return whether something closed is cut into: “closed on Mondays but in July”, “closed from 12 to 14”."""
    is_shut = bool(before.closings) or before.hours == CLOSED
    if not is_shut:
        return False
    if token.closings:
        return _BUT.match(text, token.start) is not None
    return token.is_statement and not token.is_parted and _BUT.match(text, before.start) is None


def _token(text: str, position: int, *, is_parted: bool, is_late: bool) -> Token | None:
    if closings := closings_at(text, position):
        return Token(position, closings[1], is_parted, closings=closings[0])
    if match := _FEASTS.match(text, position):
        return Token(position, match.end(), is_parted, feasts=_feasts(match))
    if whens := _whens(text, position):
        return Token(position, whens[1], is_parted, whens=whens[0])
    if days := days_at(text, position):
        return Token(position, days[1], is_parted, days=tuple(days[0]))
    if match := _LAST.match(text, position):
        return Token(position, match.end(), is_parted, last_admission=entry.minutes(match["minutes"]))
    return _statement(text, position, is_parted=is_parted, is_late=is_late)


def _statement(text: str, position: int, *, is_parted: bool, is_late: bool) -> Token | None:
    if hours := hours_at(text, position):
        return Token(position, hours[1], is_parted, hours=hours[0], is_late=is_late)
    if until := until_at(text, position):
        return Token(position, until[1], is_parted, until=until[0])
    if match := _SHUT.match(text, position):
        return Token(position, match.end(), is_parted, hours=CLOSED)
    if match := _ACCESS.match(text, position):
        access = Access.GROUPS if match["groups"] else Access.APPOINTMENT
        return Token(position, match.end(), is_parted, access=access)
    return None


def _feasts(match: re.Match[str]) -> tuple[Holiday, ...]:
    if match["both"]:
        return Holiday.EASTER_MONDAY, Holiday.WHIT_MONDAY
    return (Holiday.EASTER_MONDAY if match["easter"] else Holiday.WHIT_MONDAY,)


def _whens(text: str, position: int) -> tuple[tuple[When, ...], int] | None:
    found: list[When] = []
    end = position
    while named := when_at(text, position):
        found.append(named[0])
        end = named[1]
        separator = _LISTED.match(text, end)
        position = separator.end() if separator else end
    return (tuple(found), end) if found else None
