"""The blueprint that the agenda's views hang on."""

from flask import Blueprint

blueprint = Blueprint("agenda", __name__)
