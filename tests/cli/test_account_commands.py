"""The operator's commands on accounts: the first ones, recovery, and people's rights over their data."""

import json
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select, update

from portal.domain.accounts import (
    AssociationRight,
    AssociationRole,
    Membership,
    MuseumRole,
    User,
    UserSession,
    administration,
    passwords,
)
from tests.cast import Cast, Door, everything

PASSWORD = "la tuile canal rougit au soir"


def run(app: Flask, *arguments: str, stdin: str | None = None) -> Result:
    return app.test_cli_runner().invoke(args=["accounts", *arguments], input=stdin)


def person(app: Flask, email: str) -> User | None:
    with everything(app) as session:
        return session.scalar(select(User).where(User.email == email))


def count(app: Flask, table: Any) -> int:
    with everything(app) as session:
        return len(session.scalars(select(table)).all())


def link_in(result: Result) -> str:
    [found] = [line for line in result.output.splitlines() if line.startswith("http")]
    assert found.startswith("http://localhost:8000/")
    return found.removeprefix("http://localhost:8000")


def test_the_first_admin_is_made_without_a_password_and_comes_in_by_the_link(app: Flask) -> None:
    made = run(app, "create", "Premiere@Association.example", "--admin")
    door = Door(app)
    path = link_in(made)
    door.open(path)

    answer = door.post(path)

    assert made.exit_code == 0
    assert "Compte créé pour premiere@association.example." in made.output
    assert answer.status_code == 303
    assert door.get("/admin/").status_code != 200  # not before a second factor is set
    assert Door(app).post(path).status_code in {400, 410}


def test_a_password_given_on_the_input_signs_in(app: Flask) -> None:
    made = run(
        app,
        "create",
        "premiere@association.example",
        "--moderator",
        "--password-stdin",
        stdin=PASSWORD + "\n",
    )
    door = Door(app)
    door.get("/connexion")

    answer = door.post("/connexion", {"email": "premiere@association.example", "password": PASSWORD})

    assert made.exit_code == 0
    assert "http" not in made.output
    assert PASSWORD not in made.output
    assert answer.status_code == 303


@pytest.mark.parametrize("role", ["manager", "editor", "contributor"])
def test_somebody_joins_a_museum(app: Flask, cast: Cast, role: str) -> None:
    made = run(app, "create", "nova@musee.example", "--museum", cast.here_slug, "--role", role)

    with everything(app) as session:
        place = session.scalar(select(Membership).join(User).where(User.email == "nova@musee.example"))
        assert (place.museum_id, place.role) == (cast.here, MuseumRole(role))
    assert made.exit_code == 0


@pytest.mark.parametrize("right", list(AssociationRole))
def test_on_an_existing_address_the_right_is_added_and_said_twice_changes_nothing(
    app: Flask, cast: Cast, right: AssociationRole
) -> None:
    before = count(app, User)

    first = run(app, "create", "bernat@musee.example", f"--{right.value}")
    second = run(app, "create", "bernat@musee.example", f"--{right.value}")

    with everything(app) as session:
        held = session.scalars(
            select(AssociationRight.role).where(AssociationRight.user_id == cast["bernat"])
        )
        assert held.all() == [right]
        assert (
            session.scalar(select(Membership.role).where(Membership.user_id == cast["bernat"]))
            is MuseumRole.EDITOR
        )
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "Ce droit y était déjà" in second.output
    assert count(app, User) == before


def test_a_role_is_raised_and_never_lowered(app: Flask, cast: Cast) -> None:
    run(app, "create", "bernat@musee.example", "--museum", cast.here_slug, "--role", "manager")
    run(app, "create", "aline@musee.example", "--museum", cast.here_slug, "--role", "contributor")

    with everything(app) as session:
        for name in ("bernat", "aline"):
            held = session.scalar(select(Membership.role).where(Membership.user_id == cast[name]))
            assert held is MuseumRole.MANAGER, name


@pytest.mark.parametrize(
    "arguments",
    [
        ("create", "nova@musee.example"),
        ("create", "nova@musee.example", "--museum", "un-musee-qui-n-existe-pas", "--role", "editor"),
        ("create", "nova@musee.example", "--museum", "musee-goya"),
        ("create", "nova@musee.example", "--role", "editor"),
        ("create", "nova@musee.example", "--museum", "musee-goya", "--role", "roi"),
        ("create", "nova@musee.example", "--admin", "--museum", "musee-goya", "--role", "editor"),
        ("create", "pas une adresse", "--admin"),
        ("create", "n" * 300 + "@musee.example", "--admin"),
        ("link", "personne@musee.example"),
        ("disable", "personne@musee.example"),
        ("export", "personne@musee.example"),
        ("erase", "personne@musee.example"),
        ("erase", "pas une adresse"),
    ],
)
def test_what_makes_no_sense_is_refused_whole_with_a_sentence(app: Flask, arguments: tuple[str, ...]) -> None:
    refused = run(app, *arguments)

    assert refused.exit_code == 2
    assert refused.stderr.strip().endswith((".", "/"))
    assert "Traceback" not in refused.output
    assert count(app, User) == 0


@pytest.mark.parametrize("password", ["court", "motdepassemusee", "x" * 129, "", "nova@musee.example"])
def test_a_password_that_protects_nothing_makes_no_account(app: Flask, password: str) -> None:
    refused = run(app, "create", "nova@musee.example", "--admin", "--password-stdin", stdin=password + "\n")

    assert refused.exit_code == 2
    assert count(app, User) == 0


def test_a_link_is_given_to_who_lost_everything_and_the_older_one_dies(app: Flask, cast: Cast) -> None:
    older, newer = (link_in(run(app, "link", "aline@musee.example")) for _ in range(2))
    door = Door(app)
    door.get(older)
    refused = door.post(older)
    door.get(newer)

    assert refused.status_code == 410
    assert door.post(newer).status_code == 303


def test_a_disabled_account_is_out_at_once_and_no_link_opens_it(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    pending = link_in(run(app, "link", "aline@musee.example"))

    disabled = run(app, "disable", "aline@musee.example")

    assert disabled.exit_code == 0
    assert "n’a plus de responsable" in disabled.output
    assert aline.get("/espace/").location.startswith("/connexion")
    aline.get(pending)
    assert aline.post(pending).status_code == 410
    assert run(app, "link", "aline@musee.example").exit_code == 2
    assert run(app, "create", "aline@musee.example", "--admin").exit_code == 2


def test_the_last_admin_is_neither_disabled_nor_erased(app: Flask, cast: Cast) -> None:
    for command in ("disable", "erase"):
        refused = run(app, command, "denis@musee.example")

        assert refused.exit_code == 2, command
    run(app, "create", "seconde@association.example", "--admin")
    assert run(app, "erase", "denis@musee.example").exit_code == 0


def test_everything_held_about_a_person_comes_out_as_json_with_no_secret(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        session.execute(
            update(User).where(User.id == cast["aline"]).values(password_digest=passwords.digest(PASSWORD))
        )
    Door(app, cast["aline"])

    said = run(app, "export", "aline@musee.example")
    held = json.loads(said.output)

    assert said.exit_code == 0
    assert held["account"]["email"] == "aline@musee.example"
    assert held["account"]["has_password"] is True
    assert held["sessions"]
    assert "argon2" not in said.output


def test_an_erased_person_leaves_a_number_and_nothing_else(app: Flask, cast: Cast) -> None:
    Door(app, cast["bernat"])

    erased = run(app, "erase", "bernat@musee.example")

    assert erased.exit_code == 0
    assert person(app, "bernat@musee.example") is None
    with everything(app) as session:
        kept = session.get(User, cast["bernat"])
        assert (kept.name, kept.email, kept.password_digest) == ("", None, None)
        assert session.scalars(select(UserSession).where(UserSession.user_id == cast["bernat"])).all() == []


def test_production_can_ask_whether_demonstration_accounts_are_left(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        nobody = administration.demonstration_accounts_exist(session)
        session.execute(update(User).where(User.id == cast["clara"]).values(is_demonstration=True))
        somebody = administration.demonstration_accounts_exist(session)

    assert (nobody, somebody) == (False, True)


def test_every_command_explains_itself_in_french(app: Flask) -> None:
    for command in ("create", "link", "disable", "export", "erase"):
        said = run(app, command, "--help")

        assert said.exit_code == 0
        assert "EMAIL" in said.output
