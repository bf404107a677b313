"""The blueprint that the room's views hang on."""

from flask import Blueprint

blueprint = Blueprint("events", __name__, url_prefix="/evenements")
