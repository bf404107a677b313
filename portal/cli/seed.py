"""`flask seed …`: fills an empty installation."""

import click
from flask import current_app
from flask.cli import AppGroup

from portal.cli.account_refusals import refuse
from portal.cli.work import transaction
from portal.domain.accounts import demonstration
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


@commands.command("demo")
def seed_demo() -> None:
    """Ajoute les comptes de démonstration, un par rôle ; jamais en production.

    Peut se relancer : ce qui existe déjà n'est pas touché.
    """
    if not current_app.extensions["settings"].is_development:
        refuse(
            "Les comptes de démonstration ne se font pas en production : leur mot de passe est connu de tous."
        )
    with transaction():
        made = demonstration.make(clock.now(), key=str(current_app.config["SECRET_KEY"]))
    click.echo(f"{made} comptes de démonstration ajoutés.")


@commands.command("remove-demo")
def remove_demo() -> None:
    """Efface les comptes de démonstration."""
    with transaction():
        removed = demonstration.remove(clock.now())
    click.echo(f"{removed} comptes de démonstration effacés.")


def say_demonstration() -> None:
    """Say how to sign in as the people of the demonstration, where they are."""
    with transaction(dry_run=True):
        if not demonstration.everybody():
            return
    click.echo(f"  Comptes de démonstration, mot de passe « {demonstration.PASSWORD} » :")
    for person in demonstration.PEOPLE:
        place = person.slug or "association"
        click.echo(f"  {demonstration.address_of(person):38} {person.role.value:12} {place}")
    click.echo(f"  L’administration demande aussi un code : clé {demonstration.TOTP_SECRET}, ou")
    click.echo("  flask --app wsgi accounts code\n")
