"""The atlas: the whole map beside the whole list."""

from dataclasses import replace

from flask import Blueprint, g, render_template, request

from portal.domain import museums
from portal.web.kit import questions, selections, status_lines
from portal.web.kit.chips import chips
from portal.web.kit.maps import town_map
from portal.web.kit.pagination import PER_PAGE

blueprint = Blueprint("atlas", __name__, url_prefix="/carte")


@blueprint.get("/")
def show() -> str:
    """Show every museum that satisfies what is asked, on the map and in the list, in one order."""
    guide = museums.guide()
    question = replace(questions.read(request.args, guide), page=1, per_page=PER_PAGE)
    selection = selections.of(question, guide)
    g.canonical_parameters = questions.parameters(question)
    return render_template(
        "public/atlas/show.html",
        guide=guide,
        question=question,
        chips=chips(question, guide, ".show"),
        selection=selection,
        drawn=town_map(selection.museums),
        lines=status_lines.of(selection.museums, question.when),
    )
