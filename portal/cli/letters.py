"""`flask letters …`: the outbox, seen and moved by the operator."""

import click
from flask.cli import AppGroup

from portal.cli.work import transaction
from portal.config import PARIS
from portal.domain import letters
from portal.domain.accounts.chronicle import note
from portal.domain.letters import Letter, State
from portal.jobs import outbox
from portal.web.kit import clock

commands = AppGroup("letters", help="Les lettres : celles qui partent, celles qui reviennent.")

EXIT_REFUSED = 2
LISTED = 200
STATES = {
    State.WAITING: "à envoyer",
    State.SENT: "partie",
    State.FAILED: "abandonnée",
    State.BOUNCED: "revenue",
}


@commands.command("list")
@click.option("--failed", is_flag=True, help="Seulement celles qui ne sont pas arrivées.")
def list_letters(*, failed: bool) -> None:
    """Liste les dernières lettres, la plus récente d'abord."""
    with transaction(dry_run=True):
        states: tuple[State | None, ...] = (State.FAILED, State.BOUNCED) if failed else (None,)
        found = [letter for state in states for letter in letters.page(state, "", offset=0, limit=LISTED)]
        lines = [_line(letter) for letter in sorted(found, key=lambda letter: -letter.id)]
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo("Toutes les lettres sont arrivées." if failed else "Aucune lettre.")


@commands.command("send")
def send() -> None:
    """Envoie maintenant les lettres dont l'heure est venue."""
    left = outbox.send_due(clock.now())
    with transaction(dry_run=True):
        counts = letters.counts()
    click.echo(
        f"{left} parties, {counts[State.WAITING]} à envoyer plus tard, "
        f"{counts[State.FAILED]} abandonnées, {counts[State.BOUNCED]} revenues.",
    )


@commands.command("bounced")
@click.argument("letter_id", metavar="ID", type=click.IntRange(min=1, max=2**31 - 1))
@click.argument("reason", metavar="REASON")
def bounced(letter_id: int, reason: str) -> None:
    """Note qu'une lettre est revenue, et pourquoi ; son compte et son invitation le montrent."""
    now = clock.now()
    with transaction():
        letter = letters.by_id(letter_id)
        if letter is None or letter.to_email is None:
            click.echo(f"Il n’y a pas de lettre {letter_id}, ou elle a été vidée.", err=True)
            raise SystemExit(EXIT_REFUSED)
        letters.record_bounce(letter, reason, now)
        outbox.tell(letter, now)
        note("letter.bounced", by=None, now=now, subject=f"letter:{letter.id}")
    click.echo(f"La lettre {letter_id} est notée comme revenue.")


def _line(letter: Letter) -> str:
    at = letter.written_at.astimezone(PARIS)
    told = f" ({letter.trouble})" if letter.trouble else ""
    return (
        f"{letter.id}  {at:%Y-%m-%d %H:%M}  {STATES[letter.state]}{told}  {letter.kind}  "
        f"{letter.to_email or 'adresse effacée'}  {letter.subject}"
    )
