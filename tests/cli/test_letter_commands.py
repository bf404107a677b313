"""The outbox from the command line: what left, what did not, and what came back."""

from collections.abc import Callable

from click.testing import Result
from flask import Flask
from sqlalchemy import select

from portal.domain import letters
from portal.domain.accounts import User
from portal.domain.journal import AuditEvent
from portal.domain.letters import Letter, State
from portal.web.kit import clock
from tests.cast import Cast, everything


def run(app: Flask, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(args=list(arguments))


def write(app: Flask, user_id: int | None = None, **change: object) -> int:
    with everything(app) as session:
        letter: Letter = letters.post(
            kind="sign_in_link",
            to_email="aline@musee.example",
            to_name="Aline",
            language="fr",
            subject="Votre lien",
            text="t",
            html="h",
            now=clock.now(),
            user_id=user_id,
        )
        for name, value in change.items():
            setattr(letter, name, value)
        session.flush()
        return letter.id


def state(app: Flask, id_: int, of: Callable[[Letter], object] = lambda letter: letter.state) -> object:
    with everything(app):
        return of(letters.by_id(id_))


def test_letters_are_sent_when_asked(app: Flask) -> None:
    id_ = write(app)

    result = run(app, "letters", "send")

    assert result.exit_code == 0
    assert result.output == "1 parties, 0 à envoyer plus tard, 0 abandonnées, 0 revenues.\n"
    assert state(app, id_) is State.SENT


def test_the_list_says_what_became_of_each(app: Flask) -> None:
    waiting = write(app)
    bounced = write(app)
    run(app, "letters", "bounced", str(bounced), "550 inconnue")

    lines = run(app, "letters", "list").output.splitlines()
    failed = run(app, "letters", "list", "--failed").output.splitlines()

    assert [line.split()[0] for line in lines] == [str(bounced), str(waiting)]
    assert "revenue (550 inconnue)  sign_in_link  aline@musee.example  Votre lien" in lines[0]
    assert "à envoyer  sign_in_link" in lines[1]
    assert failed == lines[:1]


def test_an_empty_list_says_so(app: Flask) -> None:
    assert run(app, "letters", "list").output == "Aucune lettre.\n"
    assert run(app, "letters", "list", "--failed").output == "Toutes les lettres sont arrivées.\n"


def test_a_bounce_is_known_to_the_account_and_to_the_journal(app: Flask, cast: Cast) -> None:
    id_ = write(app, cast["aline"])

    result = run(app, "letters", "bounced", str(id_), "boîte pleine")

    assert result.exit_code == 0
    assert state(app, id_, lambda letter: letter.trouble) == "boîte pleine"
    with everything(app) as session:
        assert session.get(User, cast["aline"]).bounced_at is not None
        [event] = session.scalars(select(AuditEvent)).all()
        assert (event.action, event.subject, event.channel) == ("letter.bounced", f"letter:{id_}", "cli")


def test_a_letter_that_is_not_there_is_refused(app: Flask) -> None:
    emptied = write(app, to_email=None)

    for id_ in (emptied, 999999):
        result = run(app, "letters", "bounced", str(id_), "x")
        assert result.exit_code == 2
        assert "Il n’y a pas de lettre" in result.output


def test_a_worker_of_its_own_needs_the_setting_that_says_so(app: Flask) -> None:
    result = run(app, "jobs", "run")

    assert result.exit_code == 2
    assert "PORTAL_JOBS vaut none" in result.output
