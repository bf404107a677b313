"""`flask serve`: what `make run` starts. Brings the database up to date, fills it if empty, and serves."""

import os
import sys
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import func, select

from portal.cli.seed import say_demonstration, seed_demo, seed_register
from portal.cli.work import transaction
from portal.db import db
from portal.domain.museums import Museum


@click.command("serve")
@click.option("--port", default=lambda: int(os.environ.get("PORT", "8000")), type=click.IntRange(1, 65535))
@click.option("--host", default="127.0.0.1", show_default=True)
@with_appcontext
def serve(port: int, host: str) -> None:
    """Met la base à jour, la remplit si elle est vide, puis sert le portail."""
    from flask_migrate import upgrade  # noqa: PLC0415 - as in portal.cli.prepare_migrations

    upgrade()
    with transaction():
        is_empty = not db.session.scalar(select(func.count()).select_from(Museum))
    if is_empty:
        click.get_current_context().invoke(seed_register)
        if current_app.extensions["settings"].is_development:
            click.get_current_context().invoke(seed_demo)
    public_url = current_app.extensions["settings"].public_url
    click.echo(f"\n  Musées d’Occitanie\n  en français  {public_url}/fr/\n  en occitan   {public_url}/oc/")
    click.echo(f"  l’atelier   {public_url}/connexion\n")
    say_demonstration()
    click.echo("  Ctrl+C pour arrêter.\n")
    sys.stdout.flush()
    granian = str(Path(sys.executable).with_name("granian"))
    # Two processes of 32 threads each: a slow visitor never holds up the others (docs/performance.md).
    arguments = ["--interface", "wsgi", "--host", host, "--port", str(port), "--workers", "2"]
    os.environ.pop("FLASK_RUN_FROM_CLI", None)  # what follows is a server
    os.execv(granian, [granian, *arguments, "--blocking-threads", "32", "--no-ws", "wsgi:app"])  # noqa: S606 - our own server, no shell
