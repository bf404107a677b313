"""`flask accounts …`: the first accounts, recovery, and people's rights over their data."""

import json
import sys

import click
from flask import current_app
from flask.cli import AppGroup

from portal.cli.account_refusals import PASSWORD_FLAWS, refuse
from portal.cli.work import transaction
from portal.domain import museums
from portal.domain.accounts import (
    AssociationRole,
    MuseumRole,
    Purpose,
    User,
    addresses,
    administration,
    arriving,
    demonstration,
    passwords,
    personal_data,
    profile,
    rights,
    second_factor,
    team,
    tokens,
)
from portal.domain.accounts.errors import AddressRefusedError, LastAdminError, PasswordRefusedError
from portal.web.kit import addresses as web_addresses
from portal.web.kit import clock

commands = AppGroup(
    "accounts", help="Les comptes : les premiers, la récupération, les droits sur ses données."
)

ROLES = [role.value for role in MuseumRole]


@commands.command("create")
@click.argument("email")
@click.option("--admin", "right", flag_value="admin", help="Administre l’association.")
@click.option("--moderator", "right", flag_value="moderator", help="Relit, et écrit à la place des musées.")
@click.option("--translator", "right", flag_value="translator", help="Écrit le côté occitan.")
@click.option("--partner", "right", flag_value="partner", help="Lit les bilans.")
@click.option("--museum", "slug", help="Le musée, par la fin de son adresse (par exemple musee-goya).")
@click.option("--role", "role", help="Le rôle dans ce musée : manager, editor ou contributor.")
@click.option("--password-stdin", is_flag=True, help="Lit le mot de passe sur l’entrée standard.")
def create(
    email: str, right: str | None, slug: str | None, role: str | None, *, password_stdin: bool
) -> None:
    """Crée un compte, ou ajoute un droit à un compte qui existe.

    Sans mot de passe, donne un lien qui ouvre le compte une fois.
    """
    address = _address(email)
    _check_what_is_given(right, slug, role)
    digest = _digest_of_input(address) if password_stdin else None
    with transaction():
        user = profile.by_email(address)
        is_new = user is None
        user = user or arriving.begin(address, address.partition("@")[0], now=clock.now())
        if not user.may_sign_in:
            refuse(f"Le compte {address} est fermé. Une personne de l’association peut le rouvrir.")
        is_added = _give(user, right, slug, role)
        if digest:
            profile.set_password(user, digest, by=None, now=clock.now())
        link = None if digest else _link(user)
    click.echo(f"Compte créé pour {address}." if is_new else f"{address} a déjà un compte.")
    click.echo("Le droit est donné." if is_added else "Ce droit y était déjà : rien n’est changé.")
    _say_link(link)


@commands.command("link")
@click.argument("email")
def link(email: str) -> None:
    """Donne un lien qui ouvre le compte une fois."""
    with transaction():
        user = _known(email)
        if not user.may_sign_in:
            refuse(f"Le compte {user.email} est fermé : aucun lien ne l’ouvre.")
        made = _link(user)
    _say_link(made)


@commands.command("disable")
@click.argument("email")
def disable(email: str) -> None:
    """Ferme un compte et toutes ses sessions, sans rien effacer."""
    with transaction():
        user = _known(email)
        alone = _museums_left_by(user)
        try:
            administration.disable(user, by=None, now=clock.now(), reason="cli", hand_over=True)
        except LastAdminError:
            refuse(
                f"{user.email} est la seule personne qui administre : créez d’abord un autre compte --admin."
            )
        address = user.email
    click.echo(f"Le compte {address} est fermé.")
    _say_handed_over(alone)


@commands.command("export")
@click.argument("email")
def export(email: str) -> None:
    """Écrit en JSON tout ce que le portail sait d’une personne (RGPD, article 15)."""
    with transaction(dry_run=True):
        held = json.dumps(personal_data.export(_known(email)), ensure_ascii=False, indent=2)
    click.echo(held)


@commands.command("erase")
@click.argument("email")
def erase(email: str) -> None:
    """Efface une personne : ne reste que son numéro (RGPD, article 17). Cela ne se défait pas."""
    with transaction():
        user = _known(email)
        alone = _museums_left_by(user)
        try:
            personal_data.erase(user, by=None, now=clock.now(), hand_over=True)
        except LastAdminError:
            refuse(
                f"{user.email} est la seule personne qui administre : créez d’abord un autre compte --admin."
            )
        number = user.id
    click.echo(f"La personne n° {number} est effacée : nom, adresse, accès, lettres.")
    _say_handed_over(alone)


def _address(email: str) -> str:
    try:
        return addresses.fold(email)
    except AddressRefusedError:
        refuse(f"« {email} » n’est pas une adresse entière, par exemple prenom.nom@musee.fr.")


def _known(email: str) -> User:
    return profile.by_email(_address(email)) or refuse(f"Aucun compte n’a l’adresse {email}.")


def _check_what_is_given(right: str | None, slug: str | None, role: str | None) -> None:
    if (right is None) == (slug is None):
        refuse("Dites une chose, et une seule : --admin, --moderator, --translator, --partner, ou --museum.")
    if (slug is None) != (role is None) or (role is not None and role not in ROLES):
        refuse("--museum va avec --role manager, editor ou contributor.")


def _give(user: User, right: str | None, slug: str | None, role: str | None) -> bool:
    now = clock.now()
    if right is not None:
        is_held = AssociationRole(right) in rights.of_user(user.id)
        rights.give(user, AssociationRole(right), by=None, now=now)
        return not is_held
    museum = museums.by_slug(slug or "") or museums.by_slug(museums.slug_now(slug or "") or "")
    if museum is None:
        refuse(f"Aucun musée n’a l’adresse « {slug} ». La voici dans sa page : /fr/musees/…/")
    return team.raise_to(user, museum.id, MuseumRole(role or ""), by=None, now=now)


def _digest_of_input(address: str) -> str:
    """Return the digest of the password given, made before the database is taken."""
    password = sys.stdin.readline().rstrip("\r\n")
    try:
        passwords.check(password, (address,))
    except PasswordRefusedError as error:
        refuse(f"0 compte créé. {PASSWORD_FLAWS[error.reason]}")
    return passwords.digest(password)


def _link(user: User) -> str:
    secret = tokens.make(Purpose.SIGN_IN, now=clock.now(), user_id=user.id)
    path = current_app.url_map.bind("localhost").build("auth.links.show", {"secret": secret})
    return web_addresses.absolute(path)


def _say_link(made: str | None) -> None:
    if made:
        minutes = int(tokens.LIFETIMES[Purpose.SIGN_IN].total_seconds() // 60)
        click.echo(f"Lien à usage unique, valable {minutes} minutes :\n{made}")


def _museums_left_by(user: User) -> list[str]:
    by_id = museums.guide().by_id
    return [by_id[id_].name.fr for id_ in team.orphans_if_gone(user.id) if id_ in by_id]


def _say_handed_over(names: list[str]) -> None:
    for name in names:
        click.echo(f"{name} n’a plus de responsable : l’association s’en occupe.")


@commands.command("code")
def code() -> None:
    """Donne le code du moment du compte d'administration de la démonstration."""
    with transaction(dry_run=True):
        if not demonstration.everybody():
            refuse("Il n’y a pas de compte de démonstration ici.")
    click.echo(second_factor.code_of(demonstration.TOTP_SECRET, clock.machine_now()))
