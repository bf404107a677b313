"""An event's page: its next date first, then all of them, each with where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.db import Translated
from portal.domain import museums
from portal.domain.events import finding
from portal.domain.events.live import Dated, Shown
from portal.domain.events.vocabulary import Standing
from portal.domain.museums import MuseumEntry
from portal.web.kit import status_lines
from portal.web.kit.clock import today
from portal.web.kit.events import listing, moments, said, words
from portal.web.kit.languages import Language
from portal.web.kit.locale import page_language
from portal.web.public.agenda.blueprint import blueprint
from portal.web.public.agenda.structured import event_data


@dataclass(frozen=True)
class Line:
    """A date in the list of dates."""

    day: str
    hours: str
    begins: str
    standing: Standing
    word: str
    mark: str
    message: Translated | None
    note: Translated | None
    moved: str
    place: str
    title: Translated | None


@blueprint.get("/agenda/<slug:slug>/")
def show(slug: str) -> ResponseReturnValue:
    """Show an event; its short id alone finds it, and any other words before it lead to today's address."""
    event = finding.by_address(slug)
    if event is None:
        abort(404)
    if event.address != slug:
        return redirect(url_for(".show", slug=event.address), 301)
    now, language = today(), page_language()
    dated = finding.dates_of([event.id])[event.id]
    coming = [one for one in dated if one.ends_on >= now]
    past = [one for one in dated if one.ends_on < now]
    following = next((one for one in coming if one.standing.takes_place), coming[0] if coming else None)
    guide = museums.guide()
    museum, organiser = guide.by_id.get(event.place_id), guide.by_id.get(event.museum_id)
    if museum is None or organiser is None:
        abort(404)
    return render_template(
        "public/agenda/show.html",
        event=event,
        said=event.said,
        museum=museum,
        organiser=organiser,
        partners=_partners(event, guide.by_id),
        type_name=str(words.TYPES[event.said.type]),
        types_name=str(words.TYPES_MANY[event.said.type]),
        ages=said.ages(event.said),
        following=following,
        following_words=following and moments.when(following.occurrence, now, language),
        others=moments.others(coming),
        run=event.said.run and moments.run(event.said.run, now, language),
        marks=event.said.run and list(map(moments.mark_word, moments.run_marks(event.said.run, now))),
        extended=_extended(event),
        coming=_lines(coming, now, language),
        past=_lines(past, now, language),
        is_over=moments.is_over(event, dated, now),
        standing_word=words.standing_word(event.said.standing),
        standing_mark=words.MARKS.get(event.said.standing, ""),
        facts=_facts(event, language),
        place=listing.place_words(event.said.place),
        line=status_lines.of([museum])[museum.id],
        data=event_data(event, dated, museum, organiser, language),
    )


def _lines(dated: Sequence[Dated], now: date, language: Language) -> list[Line]:
    return [
        Line(
            day=moments.day(one.occurrence, now, language),
            hours=moments.hours(one.occurrence, language),
            begins=f"{one.occurrence.start:%Y-%m-%dT%H:%M}",
            standing=one.standing,
            word=words.standing_word(one.standing),
            mark=words.MARKS.get(one.standing, ""),
            message=one.message,
            note=one.occurrence.note,
            moved=moments.moved(one.occurrence, now, language),
            place=listing.place_words(one.occurrence.place) if one.occurrence.place else "",
            title=one.occurrence.title,
        )
        for one in dated
    ]


def _facts(event: Shown, language: Language) -> dict[str, str]:
    kept = event.said
    return {
        "audience": said.audience(kept, language),
        "price": said.price(kept.price, language),
        "registration": said.registration(kept.registration, language),
        "languages": said.languages(kept, language),
        "access": said.access(kept, language),
        "cycles": said.cycles(kept, language),
        "duration": said.duration(kept.school.minutes, language)
        if kept.school and kept.school.minutes
        else "",
    }


def _extended(event: Shown) -> date | None:
    run = event.said.run
    return run.extended_from if run else None


def _partners(event: Shown, known: Mapping[int, MuseumEntry]) -> list[MuseumEntry]:
    return [known[id_] for id_ in event.said.co_organisers if id_ in known and id_ != event.museum_id]
