"""The guide's list and each museum's page."""

from flask import abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain import admission, hours, museums, visitor_reports
from portal.web.kit import freedom, questions, reach, selections, sentences, status_lines, when_words
from portal.web.kit.chips import chips
from portal.web.kit.clock import today
from portal.web.kit.events import upcoming
from portal.web.kit.locale import page_language
from portal.web.kit.maps import alone_on_the_map, region_map
from portal.web.kit.pagination import Page
from portal.web.public.museums import (
    access_block,
    asked_day,
    day_choices,
    facets,
    free_choices,
    hours_block,
    prices_block,
    reach_choices,
    written_texts,
)
from portal.web.public.museums.blueprint import blueprint
from portal.web.public.museums.structured_data import museum_data

NEIGHBOURS = 4
SHOWN_APART = 24
RADII = (10, 30, 60, 100, 200)
# Every telephone and every desk opens it, which a `geo:` address does not.
ROUTE = "https://www.openstreetmap.org/directions?to={},{}"


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """Show the museums that satisfy what is asked, as a list and a map in the same order."""
    if request.args.get("quand", "").strip():
        return redirect(url_for(".index", **day_choices.asked(request.args)))
    guide = museums.guide()
    question = questions.read(request.args, guide)
    selection = selections.of(question, guide)
    page = Page.of(selection.museums, question.page, question.per_page)
    if page is None:
        abort(404)
    g.canonical_parameters = questions.parameters(question)
    chosen = chips(question, guide)
    perhaps = reach_choices.perhaps(question, guide)
    shown = [each.id for each in (*page.items, *(perhaps.museums if perhaps else ())[:SHOWN_APART])]
    return render_template(
        "public/museums/index.html",
        guide=guide,
        question=question,
        selection=selection,
        page=page,
        chips=chosen,
        heading=facets.heading(chosen),
        summary=facets.summary(chosen, selection.total),
        more=facets.more_titles(),
        kept_by_search=questions.kept(question, "q", "tri"),
        kept_by_filters=questions.kept(
            question,
            *questions.FACETS,
            "pres",
            "rayon",
            "date",
            "ouvert",
            freedom.PARAMETER,
            reach.ACCESS,
            reach.SHELTER,
        ),
        orders=facets.orders(question),
        radii=RADII,
        groups=facets.groups(question, guide, selection),
        lines=status_lines.of(page.items, question.when),
        meant_link=facets.meant_link(question),
        today=today(),
        days=day_choices.days(question.when, today()),
        openings=day_choices.openings(question, guide),
        to_confirm=selections.to_confirm(question, guide),
        people=free_choices.people(question.free),
        reaching=reach_choices.choices(question, guide),
        perhaps=perhaps,
        apart=reach_choices.apart(question, perhaps.total) if perhaps else "",
        shown_apart=SHOWN_APART,
        reasons=reach_choices.reasons(question, shown),
        when_words=when_words,
        another_day=None if selection.total else day_choices.another_day(question, guide, today()),
        relaxations=[] if selection.total else facets.relaxations(question, guide),
        region=region_map(
            selection.museums,
            numbered=page.items,
            first_rank=page.first_rank,
            only=alone_on_the_map(question.criteria.departements),
        ),
    )


@blueprint.get("/<slug:slug>/")
def show(slug: str) -> ResponseReturnValue:
    """Show a museum; an address it had before, or its Muséofile id, leads to today's."""
    museum = museums.by_slug(slug)
    if museum is None:
        now = museums.slug_now(slug)
        if now is None:
            abort(404)
        return redirect(url_for(".show", slug=now), 301)
    entry = museums.entry_of(museum)
    kept, costs = hours.of(museum.id), admission.of(museum.id)
    asked = asked_day.read(request.args, kept, today())
    near = museums.guide().neighbours(entry, NEIGHBOURS)
    return render_template(
        "public/museums/show.html",
        museum=museum,
        entry=entry,
        labels=entry.labels_on(today()),
        texts=written_texts.of(museum),
        summary=sentences.of_museum(entry),
        near=near,
        route_address=ROUTE.format(museum.latitude, museum.longitude),
        region=region_map([], here=(museum.latitude, museum.longitude)),
        line=status_lines.of([entry])[entry.id],
        lines=status_lines.of(each.museum for each in near),
        block=hours_block.of_museum(museum.id, kept, today(), has_phone=bool(museum.shown_phone)),
        asked=asked,
        prices=prices_block.of_museum(costs, kept, asked.day or today()),
        doubts=visitor_reports.doubts_of(museum.id),
        reach=access_block.of_museum(museum.id, today()),
        upcoming=upcoming.of_museum(museum.id, today(), page_language()),
        data=museum_data(museum, entry, kept, costs, today()),
    )
