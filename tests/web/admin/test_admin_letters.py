"""The outbox as Denis reads it: what was written, what became of it, and never the secret it carries."""

import base64
import hashlib
import re
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.accounts import User
from portal.domain.journal import AuditEvent
from portal.domain.letters import Letter, State, post
from tests.cast import Cast, Door, everything

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SECRET = "Zq3vN-8xkT1mWc_5yRb7uLp2oJd9sHf4gAe6iQn0tXw"  # as long as those of `tokens`
STYLE = "p { color: #111 }"
HTML = f'<!doctype html><html lang="fr"><head><title>x</title><style>{STYLE}</style></head><body><p><a href="https://musees.example/connexion/lien/{SECRET}/">Me connecter</a></p><script>alert(1)</script></body></html>'


@pytest.fixture
def letter(app: Flask, cast: Cast) -> int:
    """A letter to Aline, with a link in it."""
    with everything(app) as session:
        written = post(
            kind="sign_in_link",
            to_email="aline@musee.example",
            to_name="Aline",
            language="fr",
            subject="Votre lien de connexion",
            text=f"Bonjour Aline,\nhttps://musees.example/connexion/lien/{SECRET}/\n",
            html=HTML,
            now=NOW,
            user_id=cast["aline"],
        )
        session.flush()
        return written.id


@pytest.fixture
def denis(app: Flask, cast: Cast) -> Door:
    return Door(app, cast["denis"])


def read(app: Flask, id_: int) -> Letter:
    with everything(app) as session:
        found = session.get(Letter, id_)
        session.expunge(found)
        return found


def actions(app: Flask) -> list[tuple[str, str | None]]:
    with everything(app) as session:
        return [(line.action, line.subject) for line in session.scalars(select(AuditEvent))]


def test_the_outbox_lists_letters_by_state(app: Flask, cast: Cast, denis: Door, letter: int) -> None:
    assert "Votre lien de connexion" in denis.open("/admin/lettres/?etat=attente").words
    assert "Votre lien de connexion" in denis.open("/admin/lettres/?q=ALINE%40").words
    assert "Aucune lettre" in denis.open("/admin/lettres/?etat=partie").words
    assert "laissé de côté" in denis.open("/admin/lettres/?etat=perdue").words
    for gone in ("?page=2", "999/", "99999999999999999999/", "999/apercu/"):
        assert denis.get(f"/admin/lettres/{gone}").status_code == 404, gone


def test_nobody_but_admins_reads_a_letter(app: Flask, cast: Cast, letter: int) -> None:
    for name in ("miquel", "treva", "paula", "aline"):
        door = Door(app, cast[name])
        for path in ("", f"{letter}/", f"{letter}/apercu/"):
            assert door.get(f"/admin/lettres/{path}").status_code == 403, (name, path)
        for act in ("renvoyer/", "revenue/"):
            assert door.post(f"/admin/lettres/{letter}/{act}").status_code == 403, (name, act)
    assert Door(app).get(f"/admin/lettres/{letter}/apercu/").status_code == 303


def test_the_letter_is_shown_in_a_frame_that_can_do_nothing(
    app: Flask, cast: Cast, denis: Door, letter: int
) -> None:
    page = denis.open(f"/admin/lettres/{letter}/")
    frame = page.find("iframe")
    answer = denis.get(frame["src"])

    assert not frame["sandbox"], "an empty list: nothing is allowed"
    assert frame["src"] == f"/admin/lettres/{letter}/apercu/"
    assert "frame-src 'self'" in denis.get(f"/admin/lettres/{letter}/").headers["Content-Security-Policy"]
    policy = answer.headers["Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    for rule in ("default-src 'none'", "form-action 'none'", "frame-ancestors 'self'", "sandbox"):
        assert rule in policy.split("; "), rule
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_admin_never_holds_somebodys_link(app: Flask, cast: Cast, denis: Door, letter: int) -> None:
    for path in ("", f"{letter}/", f"{letter}/apercu/"):
        assert SECRET not in denis.get(f"/admin/lettres/{path}").get_data(as_text=True), path
    assert "https://musees.example/connexion/lien/…/" in denis.open(f"/admin/lettres/{letter}/").words


def test_a_real_sign_in_link_is_veiled_too(app: Flask, cast: Cast, denis: Door) -> None:
    denis.post(f"/admin/comptes/{cast['bernat']}/lien/")
    with everything(app) as session:
        sent = session.scalars(select(Letter)).one()
        [secret] = set(re.findall(r"/connexion/lien/([^/\s\"]+)/", sent.text + sent.html))
        id_ = sent.id

    for path in (f"{id_}/", f"{id_}/apercu/"):
        assert secret not in denis.get(f"/admin/lettres/{path}").get_data(as_text=True)


def test_a_letter_that_came_back_marks_the_account(app: Flask, cast: Cast, denis: Door, letter: int) -> None:
    answer = denis.post(f"/admin/lettres/{letter}/revenue/", {"reason": "Boîte pleine"})

    assert answer.status_code == 303
    sent = read(app, letter)
    assert (sent.state, sent.trouble, sent.due_at) == (State.BOUNCED, "Boîte pleine", None)
    with everything(app) as session:
        assert session.get(User, cast["aline"]).bounced_at is not None
    assert ("letter.bounced", f"letter:{letter}") in actions(app)
    assert "Revenue" in denis.open(f"/admin/lettres/{letter}/").words


def test_a_letter_is_sent_again(app: Flask, cast: Cast, denis: Door, letter: int) -> None:
    denis.post(f"/admin/lettres/{letter}/revenue/")

    denis.post(f"/admin/lettres/{letter}/renvoyer/")

    sent = read(app, letter)
    assert (sent.state, sent.attempts) == (State.WAITING, 0)
    assert sent.due_at is not None
    assert ("letter.sent_again", f"letter:{letter}") in actions(app)


def test_bad_words_are_given_back_and_a_forged_form_refused(
    app: Flask, cast: Cast, denis: Door, letter: int
) -> None:
    page = denis.send(f"/admin/lettres/{letter}/revenue/", {"reason": "x" * 301}, 422)
    assert page.find("input", attrs={"name": "reason"})["value"] == "x" * 301

    denis.token = "forged"
    assert denis.post(f"/admin/lettres/{letter}/renvoyer/").status_code == 400
    assert read(app, letter).state is State.WAITING


def test_a_letter_to_an_erased_person_is_empty_and_stays_so(
    app: Flask, cast: Cast, denis: Door, letter: int
) -> None:
    denis.post(f"/admin/comptes/{cast['aline']}/effacer/", {"name": "Aline", "hand_over": "y"})

    page = denis.open(f"/admin/lettres/{letter}/")
    assert page.h1.get_text() == "Lettre vidée"
    assert page.find("iframe") is None
    for act in ("renvoyer/", "revenue/"):
        assert denis.post(f"/admin/lettres/{letter}/{act}").status_code == 404
