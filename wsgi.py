"""The WSGI callable that servers start: `wsgi:app`."""

import os
import sys

from portal import create_app, jobs, production_refusal
from portal.config import SettingsError

try:
    app = create_app()
except SettingsError as error:
    sys.exit(f"Le portail ne démarre pas. {error}")

# A server, not a command: it must not serve accounts that anybody may enter with, and it carries the jobs.
if not os.environ.get("FLASK_RUN_FROM_CLI"):
    refusal = production_refusal(app)
    if refusal:
        sys.exit(f"Le portail ne démarre pas. {refusal}")
    jobs.start(app)
