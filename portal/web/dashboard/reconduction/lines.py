"""The lines of the page: each row in words before and after, why, and the choice about it."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from portal.domain import revisions
from portal.domain.hours import snapshots
from portal.domain.hours.reconduction import Line, LineKind
from portal.domain.hours.rows import Closure, Exceptional, HolidayRule, Period
from portal.domain.hours.shifting import Why
from portal.domain.revisions import Span as Run
from portal.web.kit import dates, formats, hour_facts, opening
from portal.web.kit.languages import Language
from portal.web.kit.messages import LazyString, _l
from portal.web.kit.opening.reasons import why

WHYS: dict[Why, LazyString] = {
    Why.EACH_YEAR: _l("Revient chaque année : rien à faire."),
    Why.RUNNING: _l("Dure encore cette année-là : rien à faire."),
    Why.ALREADY: _l("L’année suivante l’a déjà."),
    Why.SAME_DATES: _l("Mêmes dates."),
    Why.WEEKDAY: _l("Même jour de la semaine, même rang dans le mois."),
    Why.NEAR_EASTER: _l(
        "Même samedi du mois. C’était la veille de Pâques : si c’est Pâques qui compte, changez la date."
    ),
    Why.EASTER: _l("Suit Pâques."),
    Why.SCHOOL: _l("Suit les vacances scolaires de la zone C."),
    Why.SCHOOL_UNKNOWN: _l(
        "Ces vacances scolaires ne sont pas encore connues : même jour de la semaine, à vérifier."
    ),
    Why.PROPER: _l("Propre à son année : nous proposons de ne pas la reprendre."),
    Why.BRIDGE: _l("Un pont : le jour férié tombe maintenant un autre jour de la semaine."),
    Why.HOLDS: _l("Décidé une fois pour toutes."),
    Why.OTHER_SEASON: _l(
        "Ce jour férié tombe dans une autre saison : l’horaire d’habitude n’est plus le même."
    ),
    Why.OTHER_WEEKDAY: _l(
        "Ce jour férié tombe un autre jour de la semaine : l’horaire d’habitude n’est plus le même."
    ),
    Why.UNDECIDED: _l("Pas encore décidé : la page dira « non confirmé »."),
}


@dataclass(frozen=True)
class Shown:
    """A line as the page shows it."""

    line: Line
    code: str
    """Names the row itself, wherever it stands by the time the form comes back."""
    title: str
    before: str
    after: list[Run]
    """What is proposed, what differs marked; empty where nothing is."""
    why: str


def shown(line: Line, language: Language) -> Shown:
    """Return a line in words."""
    before = _words(line.before, line.dates, language)
    after: list[Run] = []
    if line.after is not None and line.moved is not None:
        runs = revisions.words_difference(before, _words(line.after, line.moved, language))
        after = [_quiet(run) for run in runs if run.kind != "del"]
    return Shown(line, code_of(line), _title(line, language), before, after, str(WHYS[line.why]))


def _quiet(run: Run) -> Run:
    """Return a run as it is shown: a year that is another goes without saying."""
    return (
        Run("same", run.text)
        if run.text.strip().rstrip(",").isdigit() and len(run.text.strip()) >= 4
        else run
    )


def code_of(line: Line) -> str:
    """Return what names a row: a digest of all it says."""
    row = line.before
    if isinstance(row, Period):
        said = snapshots.period_json(row)
    elif isinstance(row, Exceptional):
        said = snapshots.exception_json(row)
    elif isinstance(row, Closure):
        said = snapshots.closure_json(row)
    else:
        said = {"holiday": row.holiday.value}
    written = json.dumps([line.kind.value, said], sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:12]


def _title(line: Line, language: Language) -> str:
    row = line.before
    if isinstance(row, Period):
        return opening.period_title(row, language)
    if isinstance(row, HolidayRule):
        return formats.sentence_case(opening.holiday_name(row.holiday, language))
    if isinstance(row, Closure):
        return formats.sentence_case(opening.closure_words(row, language))
    named = why(row.reason, row.words, language) or opening.exception_sentence(row, language)
    return formats.sentence_case(named)


def _words(row: object, days: tuple[date, date | None] | None, language: Language) -> str:
    first, last = days or (None, None)
    when = ""
    if first and last:
        when = dates.long_date(first, language) if first == last else dates.date_range(first, last, language)
    if isinstance(row, Period):
        week = opening.week_sentence(row, language)
        return f"{when or opening.when_words(row, language)}\n{week}"
    if isinstance(row, HolidayRule):
        return f"{when}, {opening.decision_words(row, language)}"
    if isinstance(row, Closure):
        return when or opening.closure_sentence(row, language)
    if isinstance(row, Exceptional):
        return f"{when or opening.span_words(row.span, language)}\n{hour_facts.effect_words(row, language)}"
    return when


def is_asked(shown_line: Shown) -> bool:
    """Return whether the page asks about a line, or only says that there is nothing to do."""
    return shown_line.line.is_choice


def is_holiday(shown_line: Shown) -> bool:
    """Return whether a line is a public holiday, which is decided elsewhere."""
    return shown_line.line.kind is LineKind.HOLIDAY
