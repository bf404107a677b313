"""Reads exceptions pasted one a line: `24/12/2026 : fermé, inventaire`, `du 2 au 9 mai 2027 : 10h-12h`."""

import re

from portal.domain.errors import DomainError
from portal.domain.folding import fold
from portal.domain.hours import entry
from portal.domain.hours.rows import Effect, Reason
from portal.web.dashboard.hours import naming
from portal.web.dashboard.hours.sheet import MOST_EXCEPTIONS, ExceptionTyped, Sheet
from portal.web.kit import hour_refusals
from portal.web.kit.messages import _, ngettext

LONGEST = 400
_PARTED = re.compile(r"\s+:\s*|\s*:\s+|:$|\t|\s*;\s*")
_RANGE = re.compile(r"(?:du |de )?(.+?)(?: (?:au|à|a) |\s+[-–]\s+)(.+)", re.IGNORECASE)
_YEAR = re.compile(r"\b(\d{4})$", re.ASCII)
_DEEDS = (
    (
        Effect.CLOSES_EARLY,
        re.compile(r"(?:ferme|fermeture|tampa)\s+(?:plus tôt\s+)?(?:à|a|dès)\s*(.+)", re.IGNORECASE),
    ),
    (
        Effect.OPENS_LATE,
        re.compile(r"(?:ouvre|ouverture)\s+(?:plus tard\s+)?(?:à|a|dès)\s*(.+)", re.IGNORECASE),
    ),
    (Effect.EXTRA, re.compile(r"(?:en plus|aussi)\s*:?\s*(.+)", re.IGNORECASE)),
)


def take_lines(sheet: Sheet) -> list[str]:
    """Turn the lines that can be read into rows; leave the others where they are, and return why, a sentence each."""
    typed = [line.strip() for line in sheet.lines.splitlines() if line.strip()]
    if len(typed) + len(sheet.exceptions) > MOST_EXCEPTIONS:
        return [
            _(
                "Il y aurait %(num)s dates ; %(most)s au plus. Rien n’a été ajouté.",
                num=len(typed) + len(sheet.exceptions),
                most=MOST_EXCEPTIONS,
            )
        ]
    left, told, found = [], [], []
    for line in typed:
        try:
            found.append(_row(line))
        except DomainError as error:
            left.append(line)
            told.append(_("« %(line)s » : %(why)s", line=line[:60], why=hour_refusals.sentence(error)))
    sheet.exceptions += found
    sheet.lines = "\n".join(left)
    return told[:5] + (
        [ngettext("Et %(num)s autre ligne.", "Et %(num)s autres lignes.", len(told) - 5)]
        if len(told) > 5
        else []
    )


def _row(line: str) -> ExceptionTyped:
    if len(line) > LONGEST:
        raise entry.NotABoundError(line)
    when, what = (*_PARTED.split(line, maxsplit=1), "")[:2]
    first, last = _days(when.strip())
    head, _comma, rest = what.partition(",")
    effect, times, is_reason = _effect(head.strip())
    words = what.strip() if is_reason else rest.strip()
    reason, words = _reason(words)
    return ExceptionTyped(first, last, effect.value, times, reason.value, words)


def _days(when: str) -> tuple[str, str]:
    """Return both ends as they would be typed; what the first leaves unsaid is the last's."""
    match = _RANGE.fullmatch(when)
    if match is None:
        return entry.bound_text(entry.bound(when)), ""
    start, end = match[1].strip(), match[2].strip()
    last = entry.bound(end, is_last=True)
    if re.fullmatch(r"\d{1,2}(?:er)?", start, re.ASCII):
        start = f"{start.removesuffix('er')} {entry.bound_text(last).partition(' ')[2]}"
    first = entry.bound(start)
    if last.year is not None and first.year is None and first.day is not None and first.month is not None:
        is_before = (first.month, first.day) <= (last.month or 0, last.day or 0)
        first = entry.bound(f"{entry.bound_text(first)} {last.year if is_before else last.year - 1}")
    return entry.bound_text(first), entry.bound_text(last, is_last=True)


def _effect(head: str) -> tuple[Effect, str, bool]:
    """Return what a line does, its hours, and whether its words are a reason instead."""
    for effect, pattern in _DEEDS:
        if match := pattern.fullmatch(head):
            return effect, match[1], False
    if fold(head) in {"", "ferme", "fermee", "fermeture", "tampat"}:
        return Effect.CLOSED, "", False
    bare = re.sub(r"^(?:ouvert|ouverture|dobert)\s*(?:de\s)?", "", head, flags=re.IGNORECASE)
    try:
        return Effect.HOURS, entry.times_text(entry.times(bare)), False
    except entry.EntryError:
        if any(figure.isdigit() for figure in head):
            raise
        return Effect.CLOSED, "", True


def _reason(words: str) -> tuple[Reason, str]:
    """Return the known reason that some words begin with, and the rest."""
    head, _comma, rest = words.partition(",")
    reason = naming.reason_of(head)
    return (reason, rest.strip()) if reason else (Reason.OTHER, words)
