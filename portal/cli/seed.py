"""`flask seed …`: fills an empty installation."""

import click
from flask.cli import AppGroup

from portal.cli.work import transaction
from portal.domain.museums import founding
from portal.web.kit import clock

commands = AppGroup("seed", help="Remplit une installation vide.")


@commands.command("register")
def seed_register() -> None:
    """Ajoute les musées livrés avec le portail, leurs villes, départements, thèmes et labels.

    Peut se relancer : ce qui existe déjà n'est pas touché.
    """
    with transaction():
        founded = founding.found(clock.now())
    click.echo(
        f"{founded.museums} musées, {founded.towns} villes, {founded.departements} départements, "
        f"{founded.themes} thèmes et {founded.labels} labels ajoutés.",
    )
