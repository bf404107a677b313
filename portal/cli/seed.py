"""`flask seed …`: fills an empty installation."""

import click
from flask import current_app
from flask.cli import AppGroup

from portal.cli.account_refusals import refuse
from portal.cli.work import transaction
from portal.db import db, mark_demonstration
from portal.domain.access import demonstration as invented_access
from portal.domain.accounts import demonstration
from portal.domain.admission import demonstration as invented_prices
from portal.domain.events import demonstration as invented_events
from portal.domain.hours import demonstration as invented_hours
from portal.domain.media import demonstration as invented_photos
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
    """Ajoute des horaires, des tarifs, un accès, des photos et un agenda inventés, et des comptes de démonstration ; jamais en production.

    Chaque page le dit alors. Les musées qui ont déjà publié leurs horaires gardent les leurs.

    Peut se relancer : ce qui existe déjà n'est pas touché.
    """
    if not current_app.extensions["settings"].is_development:
        refuse(
            "Les comptes de démonstration ne se font pas en production : leur mot de passe est connu de tous."
        )
    with transaction():
        made = demonstration.make(clock.now(), key=str(current_app.config["SECRET_KEY"]))
        with_hours = invented_hours.make(clock.now())
        with_prices = invented_prices.make(clock.now())
        with_photos = invented_photos.make(current_app.extensions["files"], clock.now())
        with_access = invented_access.make(clock.now())
        number_of_events = invented_events.make(clock.now())
        mark_demonstration(db.session(), is_demonstration=True)
    click.echo(
        f"{made} comptes de démonstration ajoutés, {with_hours} musées ont des horaires inventés, "
        f"{with_prices} des tarifs inventés, {with_access} un accès inventé, {with_photos} des photos dessinées\u00a0; "
        f"{number_of_events} événements sont inventés."
    )


@commands.command("remove-demo")
def remove_demo() -> None:
    """Efface les comptes, horaires, tarifs, accès, photos et événements de démonstration ; ce qu’un musée a écrit depuis reste."""
    with transaction():
        removed = demonstration.remove(clock.now())
        with_hours = invented_hours.remove()
        with_prices = invented_prices.remove()
        with_photos = invented_photos.remove(current_app.extensions["files"])
        with_access = invented_access.remove()
        number_of_events = invented_events.remove()
        mark_demonstration(db.session(), is_demonstration=False)
    click.echo(
        f"{removed} comptes effacés, les horaires inventés de {with_hours} musées, les tarifs de {with_prices}, "
        f"l’accès de {with_access}, les photos de {with_photos}, {number_of_events} événements."
    )


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
