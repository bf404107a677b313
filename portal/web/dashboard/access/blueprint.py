"""The addresses of the room."""

from flask import Blueprint

blueprint = Blueprint("access", __name__, url_prefix="/acces")
