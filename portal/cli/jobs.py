"""`flask jobs …`: the worker as a process of its own."""

import click
from flask import current_app
from flask.cli import AppGroup

from portal import jobs

commands = AppGroup("jobs", help="Les travaux : lettres, publications prévues, ménage de la nuit.")

EXIT_REFUSED = 2


@commands.command("run")
def run() -> None:
    """Fait les travaux jusqu'à ce qu'on l'arrête ; le travail en cours est fini d'abord."""
    setting = current_app.extensions["settings"].jobs
    if setting != "process":
        click.echo(
            f"PORTAL_JOBS vaut {setting} : écrivez process, ici et pour le serveur, sans quoi deux les feraient.",
            err=True,
        )
        raise SystemExit(EXIT_REFUSED)
    click.echo("Les travaux commencent. Ctrl+C pour arrêter.")
    jobs.work(current_app._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001 - as Flask documents
