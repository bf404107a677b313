"""The WSGI callable that servers start: `wsgi:app`."""

from portal import create_app

app = create_app()
