"""The room's address, which each of its parts adds its views to."""

from flask import Blueprint

blueprint = Blueprint("history", __name__, url_prefix="/historique")
