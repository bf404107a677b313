"""The grand themes, with how many museums each has."""

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from portal.domain import museums
from portal.domain.museums import Criteria, Guide
from portal.web.api import serializers
from portal.web.api.answers import answer

blueprint = Blueprint("themes", __name__)


@blueprint.get("/themes")
def index() -> ResponseReturnValue:
    """Give every theme, in the association's order."""
    guide = museums.guide()
    return answer(lambda: _themes(guide))


def _themes(guide: Guide) -> dict[str, Any]:
    counts = guide.select(Criteria()).counts["themes"]
    items = [serializers.theme(theme) | {"museums": counts[theme.slug]} for theme in guide.themes]
    return serializers.listed(items, total=len(items))
