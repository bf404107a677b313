"""The room's blueprint, alone so that its modules may hang their views on it."""

from flask import Blueprint

blueprint = Blueprint("translation", __name__, url_prefix="/traduction")
