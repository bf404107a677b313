"""`flask museums …`: the register of the Musées de France."""

from pathlib import Path
from typing import NoReturn

import click
from flask.cli import AppGroup

from portal.cli.refusals import sentence
from portal.cli.work import transaction
from portal.domain.museums import register_file, registration
from portal.web.kit import clock

commands = AppGroup("museums", help="Le registre des musées de France.")

EXIT_REFUSED = 2
FACT_NAMES = {
    "official_name": "nom officiel",
    "street": "adresse",
    "place": "lieu",
    "postcode": "code postal",
    "town": "ville",
    "departement": "département",
    "phone": "téléphone",
    "website": "site",
    "domains": "domaines",
    "latitude": "latitude",
    "longitude": "longitude",
    "former_ref": "ancienne référence",
}


@commands.command("import-museofile")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--region", help="N’importe que les musées de cette région (par exemple Occitanie).")
@click.option("--dry-run", is_flag=True, help="Dit ce qui changerait, sans rien écrire.")
def import_museofile(file: Path, region: str | None, *, dry_run: bool) -> None:
    """Importe un fichier Muséofile publié, sous toutes ses formes connues.

    L'identifiant Muséofile est la seule clé. Ce qu'un musée a écrit n'est jamais touché ; un musée absent du
    fichier est archivé, pas supprimé.
    """
    read = _read(file)
    with transaction(dry_run=dry_run):
        try:
            plan = register_file.plan(registration.current_facts(), read, region)
        except register_file.UnknownRegion:
            _refuse(f"« {region} » n’est pas une région de France. Écrivez par exemple Occitanie.")
        registration.apply(plan, clock.now())
    _report(read, plan, dry_run=dry_run)


def _read(file: Path) -> register_file.RegisterFile:
    try:
        return register_file.read(file.read_bytes())
    except OSError as error:
        _refuse(f"Le fichier {file} ne peut pas être lu ({error.strerror}).")
    except register_file.NotARegister as refusal:
        _refuse(f"0 musée importé. {sentence(refusal.reason, refusal.detail)}")


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(EXIT_REFUSED)


def _report(read: register_file.RegisterFile, plan: register_file.Plan, *, dry_run: bool) -> None:
    click.echo(f"Forme du fichier : {read.generation} ({read.shape}, {read.encoding}).")
    click.echo("Rien n’est encore changé." if dry_run else "Fait.")
    click.echo(
        f"{len(plan.created)} à créer, {len(plan.changed)} à modifier, {len(plan.archived)} à archiver, "
        f"{len(plan.restored)} à rétablir, {len(plan.unchanged)} inchangés, {len(plan.refused)} lignes refusées."
        if dry_run
        else f"{len(plan.created)} créés, {len(plan.changed)} modifiés, {len(plan.archived)} archivés, "
        f"{len(plan.restored)} rétablis, {len(plan.unchanged)} inchangés, {len(plan.refused)} lignes refusées.",
    )
    for row in plan.created:
        click.echo(f"+ {row.museofile_id} {row.facts.official_name} ({row.facts.town})")
    for museofile_id, changes in plan.changed:
        click.echo(f"~ {museofile_id}")
        for name, (before, after) in changes.items():
            click.echo(f"    {FACT_NAMES.get(name, name)} : {_shown(before)} → {_shown(after)}")
    for sign, ids in (("-", plan.archived), ("=", plan.restored)):
        for museofile_id in ids:
            click.echo(f"{sign} {museofile_id} {'archivé' if sign == '-' else 'rétabli'}")
    for row in plan.unknown_refs:
        click.echo(
            f"? ligne {row.line} : l’ancienne référence {row.former_ref} n’est celle d’aucun musée connu"
        )
    for refusal in plan.refused:
        named = f" ({refusal.museofile_id})" if refusal.museofile_id else ""
        click.echo(f"! ligne {refusal.line}{named} : {sentence(refusal.reason, refusal.detail)}")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "rien"
    return str(value) if value not in {None, ""} else "rien"
