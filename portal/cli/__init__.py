"""The commands a person types: ten lines that call an action, say what was done, and commit."""

import os
from pathlib import Path

from flask import Flask

from portal.cli import accounts, audit, check_data, jobs, letters, museums, seed, serve
from portal.db import db

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"


def init_app(app: Flask) -> None:
    """Give the application its commands."""
    for room in (accounts, audit, jobs, letters, museums, seed):
        app.cli.add_command(room.commands)
    app.cli.add_command(serve.serve)
    app.cli.add_command(check_data.check_data)
    if os.environ.get("FLASK_RUN_FROM_CLI"):
        prepare_migrations(app)


def prepare_migrations(app: Flask) -> None:
    """Let the application migrate its database; only commands do, so that servers do not carry Alembic."""
    from flask_migrate import Migrate  # noqa: PLC0415 - half a second and 12 MB that a server has no use for

    Migrate(app, db, directory=str(MIGRATIONS), render_as_batch=True)
