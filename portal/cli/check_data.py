"""`flask check-data`: the editors' own checks over every museum."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click
from flask import current_app
from flask.cli import with_appcontext

from portal.cli.work import transaction
from portal.domain import hours, museums
from portal.domain.hours import AdviceKind, derived
from portal.domain.hours.checking import exceptions_errors, hours_errors
from portal.domain.museums import MuseumEntry
from portal.web.kit import clock, hour_refusals

if TYPE_CHECKING:
    from portal.domain.errors import DomainError

EXIT_CONTRADICTORY = 1
ADVICE = {
    AdviceKind.NOTHING_NOW: "aucun horaire ne couvre aujourd’hui",
    AdviceKind.GAP: "aucun horaire ne couvre le {day}",
    AdviceKind.ENDS_SOON: "rien n’est dit après le {day}",
    AdviceKind.NOTHING_AFTER: "rien n’est dit après le {day}",
    AdviceKind.PAST_PERIOD: "une période est finie depuis le {day}",
    AdviceKind.LAST_ADMISSION: "la dernière entrée tombe avant l’ouverture",
    AdviceKind.HOLIDAY_UNDECIDED: "jour férié non décidé, le {day}",
    AdviceKind.HIDDEN_EXCEPTION: "une ouverture du {day} tombe pendant une longue fermeture",
    AdviceKind.SCHOOL_UNKNOWN: "le calendrier scolaire n’est pas connu après le {day}",
}


@click.command("check-data")
@click.option("--quiet", is_flag=True, help="Seulement ce qui se contredit.")
@with_appcontext
def check_data(*, quiet: bool) -> None:
    """Relit les horaires de tous les musées comme l'éditeur les relit.

    Sort avec 0 si rien ne se contredit (les conseils n'y changent rien), avec 1 sinon.
    """
    today, wrong, worth_a_look = clock.today(), 0, 0
    with transaction(dry_run=True), current_app.test_request_context("/fr/"):
        for museum in museums.guide().museums:
            kept = hours.of(museum.id)
            for path, said in _contradictions(museum, kept, today):
                wrong += 1
                click.echo(f"! {museum.slug} · {path} : {said}")
            for advice in hours.advice(kept.schedule.rows, kept.schedule.school, today):
                worth_a_look += 1
                if not quiet:
                    day = advice.day.strftime("%d/%m/%Y") if advice.day else ""
                    click.echo(f"  {museum.slug} · {advice.path} : {ADVICE[advice.kind].format(day=day)}")
    click.echo(f"{wrong} contradictions, {worth_a_look} points à regarder.")
    if wrong:
        raise SystemExit(EXIT_CONTRADICTORY)


def _contradictions(museum: MuseumEntry, kept: hours.Kept, today: date) -> Iterator[tuple[str, str]]:
    rows = kept.schedule.rows
    errors: dict[str, DomainError] = {**hours_errors(rows, today), **exceptions_errors(rows, today)}
    for path, error in errors.items():
        yield path, hour_refusals.sentence(error)
    for day in derived.astray(museum.id, kept.schedule):
        yield "jours", f"le {day:%d/%m/%Y} n’est pas ce que disent les horaires"
