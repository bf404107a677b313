"""`flask audit …`: whether the journal is still what was written."""

import click
from flask.cli import AppGroup

from portal.cli.work import transaction
from portal.domain import journal

commands = AppGroup("audit", help="Le journal : ce qui a été fait, et par qui.")

EXIT_BROKEN = 1
BREAKS = {
    "altered": "cette ligne a été changée",
    "missing": "des lignes manquent ici",
    "unlinked": "cette ligne ne suit plus la précédente",
    "cut": "la fin du journal n’est plus ce qui a été écrit",
}


@commands.command("verify")
def verify() -> None:
    """Relit tout le journal et dit s'il est entier.

    Sort avec 0 s'il l'est, avec 1 sinon, chaque rupture étant nommée. La dernière empreinte, gardée ailleurs,
    prouve plus tard que rien n'a été réécrit.
    """
    with transaction(dry_run=True):
        breaks = journal.verify()
        length, digest = journal.length(), journal.last_digest()
    if not breaks:
        click.echo(f"Le journal est entier : {length} lignes, dernière empreinte {digest}.")
        return
    click.echo(f"Le journal n’est plus entier : {len(breaks)} ruptures sur {length} lignes.", err=True)
    for found in breaks:
        click.echo(f"! ligne {found.sequence} : {BREAKS[found.reason]}", err=True)
    raise SystemExit(EXIT_BROKEN)
