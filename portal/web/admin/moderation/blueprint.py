"""The room's address, which each of its parts adds its views to."""

from flask import Blueprint

blueprint = Blueprint("moderation", __name__, url_prefix="/moderation")

ONE = "/<int(max=2147483647):revision_id>/"
"""One text to be read."""
