"""The WSGI callable that servers start: `wsgi:app`."""

import sys

from portal import create_app
from portal.config import SettingsError

try:
    app = create_app()
except SettingsError as error:
    sys.exit(f"Le portail ne démarre pas. {error}")
