"""The WSGI callable that servers start: `wsgi:app`."""

import os
import sys

from portal import create_app, jobs
from portal.config import SettingsError

try:
    app = create_app()
except SettingsError as error:
    sys.exit(f"Le portail ne démarre pas. {error}")

if not os.environ.get(
    "FLASK_RUN_FROM_CLI"
):  # a server carries the jobs; a command ends before they would begin
    jobs.start(app)
