"""A museum's hours as its page says them: what applies now, what comes, what is announced, who confirmed it and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.domain import hours
from portal.domain.hours import Answer, Kept, State
from portal.domain.hours.rows import Closure, Period
from portal.web.kit import formats, moments, opening
from portal.web.kit.daily import Daily
from portal.web.kit.languages import Language
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.public.museums import coming, seasons
from portal.web.public.museums.coming import Coming
from portal.web.public.museums.tables import Table, table


@dataclass(frozen=True)
class Shut:
    """A long closure that holds today: `Fermé pour travaux`, since when and until when; the hours that wait."""

    title: str
    dates: str
    own: str | None
    waiting: Sequence[str]


@dataclass(frozen=True)
class Doubt:
    """Why today's hours are not confirmed, and what to do."""

    title: str
    sentence: str


@dataclass(frozen=True)
class Block:
    """Everything the block shows; what there is not is empty."""

    shut: Shut | None
    doubt: Doubt | None
    table: Table | None
    earlier: tuple[str, str] | None
    """The title and the week of the last season before today, where today has none."""
    announced: Sequence[Coming]
    next: tuple[str, str] | None
    """When the next season begins, and its week."""
    services: Sequence[tuple[str, str]]
    holidays: Sequence[tuple[str, str]]
    confirmed: str


_known: Daily[Block] = Daily()


def of_museum(museum_id: int, kept: Kept, today: date, *, has_phone: bool) -> Block | None:
    """Return the block of a museum, worked out once a day; nothing where it never entered its hours."""
    if kept.is_empty:
        return None
    key = museum_id, page_language(), has_phone
    return _known.get(today, key, lambda: of(kept, today, has_phone=has_phone))


def of(kept: Kept, today: date, *, has_phone: bool = True) -> Block:
    """Return the block of a museum that has said its hours, in the page's language."""
    language, schedule = page_language(), kept.schedule
    answer, closure = schedule.on(today), schedule.closure_on(today)
    season = None if closure else seasons.season_on(schedule, today)
    is_doubtful = answer.state is State.UNCONFIRMED
    return Block(
        shut=shut(closure, kept, today, language) if closure else None,
        doubt=_doubt(kept, answer, language, has_phone=has_phone) if is_doubtful else None,
        table=table(season, language, answer) if season else None,
        earlier=None if season or closure else _earlier(kept, today, language),
        announced=coming.announced(kept, today, language),
        next=None if closure else _next(kept, today, language, is_first=season is None),
        services=[] if closure else list(services(kept, today, language)),
        holidays=[coming.holiday(each, language) for each in seasons.holidays_ahead(schedule, today)],
        confirmed=confirmed(kept, today, language),
    )


def shut(closure: Closure, kept: Kept, today: date, language: Language) -> Shut:
    """Return a long closure in words."""
    title = formats.sentence_case(opening.closure_words(closure, language))
    rest = opening.closure_sentence(closure, language, today=today).removeprefix(title).strip(" ,")
    waiting = [_whole(period, language) for period in kept.schedule.rows.periods]
    return Shut(title, f"{formats.sentence_case(rest)}.", coming.own_french(closure.words, language), waiting)


def services(kept: Kept, today: date, language: Language) -> list[tuple[str, str]]:
    """Return the services that keep hours of their own, by name, with those of now or of the next season."""
    found = []
    for service in kept.schedule.rows.services:
        if service.inherits:
            continue
        now = kept.schedule.period_on(today, service.periods)
        shown = [now] if now else service.periods
        said = " ".join(
            f"{opening.week_sentence(period, language)}." if period is now else f"{_whole(period, language)}."
            for period in shown
        )
        found.append((formats.sentence_case(opening.service_name(service.kind, language)), said))
    return found


def confirmed(kept: Kept, today: date, language: Language) -> str:
    """Write when the museum confirmed its hours, and how far they are known."""
    last = hours.horizon(kept.schedule, today)
    until = formats.full_date(last, language) if last and last >= today else None
    day = moments.day(kept.confirmed_at, language) if kept.confirmed_at else None
    if day and until:
        return _(
            "Horaires confirmés par le musée le %(day)s, connus jusqu’au %(until)s.", day=day, until=until
        )
    if day:
        return _("Horaires confirmés par le musée le %(day)s.", day=day)
    return _("Horaires connus jusqu’au %(until)s.", until=until) if until else ""


def _doubt(kept: Kept, answer: Answer, language: Language, *, has_phone: bool) -> Doubt:
    call = (
        _("Téléphonez avant de venir.") if has_phone else _("Renseignez-vous auprès du musée avant de venir.")
    )
    since = seasons.unknown_since(kept.schedule, answer.date) if answer.rule.row is None else None
    if since is None:
        rule = formats.sentence_case(opening.rule_words(answer.rule, answer, language))
        return Doubt(_("Horaires non confirmés pour aujourd’hui"), f"{rule}. {call}")
    write = formats.day_month if since.year == answer.date.year else formats.full_date
    told = _("La saison précédente est finie, le musée n’a pas encore publié la suivante.")
    return Doubt(_("Horaires non confirmés depuis le %(day)s", day=write(since, language)), f"{told} {call}")


def _earlier(kept: Kept, today: date, language: Language) -> tuple[str, str] | None:
    season = seasons.last_season(kept.schedule, today)
    if season is None:
        return None
    week = formats.sentence_case(opening.week_sentence(season.period, language))
    return opening.period_title(season.period, language), f"{week}."


def _next(kept: Kept, today: date, language: Language, *, is_first: bool) -> tuple[str, str] | None:
    season = seasons.next_season(kept.schedule, today)
    if season is None:
        return None
    write = formats.day_month if season.first.year == today.year else formats.full_date
    day, week = write(season.first, language), f"{opening.week_sentence(season.period, language)}."
    if is_first:
        return _("Prochaine saison annoncée, à partir du %(day)s\u00a0:", day=day), week
    title = opening.period_title(season.period, language)
    dates = opening.when_words(season.period, language)
    if title.lower() == dates.lower():
        return _("Dès le %(day)s\u00a0:", day=day), week
    return _("Dès le %(day)s, %(title)s\u00a0:", day=day, title=title[:1].lower() + title[1:]), week


def _whole(period: Period, language: Language) -> str:
    """Write a season in one sentence: its dates, then its week."""
    dates = formats.sentence_case(opening.when_words(period, language))
    return f"{dates}\u00a0: {opening.week_sentence(period, language)}"
