"""The outbox against a real mail server: accepted, refused for now, refused for good, gone midway."""

import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain import letters
from portal.domain.accounts import AssociationRole, Invitation, User
from portal.domain.letters import Letter, Outcome, State
from portal.jobs import outbox, transports
from tests.cast import Cast, everything
from tests.jobs.conftest import NOW, Server, free_port, use

Post = Callable[..., int]


def send(app: Flask, now: datetime = NOW) -> int:
    with app.app_context():
        return outbox.send_due(now)


def fate(app: Flask, id_: int) -> Letter:
    with everything(app) as session:
        letter = letters.by_id(id_)
        assert letter is not None
        session.expunge(letter)
        return letter


@contextmanager
def talking(lines: list[bytes]) -> Iterator[str]:
    """A server that says these lines, one a line it hears, then hangs up; after `354` it waits for the whole text."""

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as heard:
                for line in lines:
                    connection.sendall(line)
                    if line.startswith(b"354"):
                        while heard.readline() not in {b".\r\n", b""}:
                            pass
                    else:
                        heard.readline()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, daemon=True).start()
        yield f"smtp://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)


def test_an_accepted_letter_is_sent_once(app: Flask, server: Server, post: Post) -> None:
    use(app, server.url)
    id_ = post()

    assert send(app) == 1
    assert send(app, NOW + timedelta(days=1)) == 0
    [received] = server.handler.received
    assert received["Subject"] == "Musée Goya : votre lien"
    assert received["To"].addresses[0].display_name == "Aline Delmàs"
    assert received["To"].addresses[0].addr_spec == "aline@musee.example"
    assert received["From"].addresses[0].addr_spec == "ne-pas-repondre@localhost"
    assert received["Message-ID"] == f"<letter-{id_}@localhost>"
    assert received["Auto-Submitted"] == "auto-generated"
    assert received["Date"].datetime == NOW
    assert [part.get_content_type() for part in received.iter_parts()] == ["text/plain", "text/html"]
    assert "voilà « l’été »" in received.get_body(("plain",)).get_content()
    assert "voilà « l’été »" in received.get_body(("html",)).get_content()
    assert fate(app, id_).state is State.SENT


def test_a_letter_of_a_transaction_undone_does_not_leave(app: Flask, server: Server) -> None:
    use(app, server.url)
    with everything(app) as session:
        letters.post(
            kind="x", to_email="a@b.example", to_name="", language="fr", subject="", text="", html="", now=NOW
        )
        session.rollback()

    assert send(app) == 0


def test_a_server_that_is_busy_is_asked_again_a_minute_later(app: Flask, server: Server, post: Post) -> None:
    use(app, server.url)
    id_ = post()
    server.handler.rcpt["aline@musee.example"] = "451 trop de monde"

    assert send(app) == 0
    assert send(app, NOW + timedelta(seconds=50)) == 0
    letter = fate(app, id_)
    assert (letter.state, letter.attempts) == (State.WAITING, 1)
    assert letter.trouble == "451 trop de monde"
    server.handler.rcpt.clear()
    assert send(app, NOW + timedelta(minutes=2)) == 1


def test_a_refused_recipient_has_bounced_with_the_reason(
    app: Flask, server: Server, post: Post, cast: Cast
) -> None:
    use(app, server.url)
    id_ = post(user_id=cast["aline"])
    server.handler.rcpt["aline@musee.example"] = "550 no such person"

    send(app)

    letter = fate(app, id_)
    assert (letter.state, letter.trouble) == (State.BOUNCED, "550 no such person")
    with everything(app) as session:
        assert session.get(User, cast["aline"]).bounced_at is not None


def test_a_refused_text_is_nobodys_address_and_is_tried_again(app: Flask, server: Server, post: Post) -> None:
    use(app, server.url)
    id_ = post()
    server.handler.data = "554 looks like spam"

    send(app)

    assert fate(app, id_).state is State.WAITING
    assert fate(app, id_).trouble == "554 looks like spam"


@pytest.mark.parametrize(
    "said",
    [
        [],
        [b"220 hello\r\n"],
        [b"220 hello\r\n", b"250 go on\r\n", b"250 sender\r\n", b"250 recipient\r\n"],
        [b"220 hello\r\n", b"250 go on\r\n", b"250 sender\r\n", b"250 recipient\r\n", b"354 text\r\n"],
        [b"not a mail server at all\r\n"],
    ],
)
def test_a_server_that_dies_midway_is_asked_again(app: Flask, post: Post, said: list[bytes]) -> None:
    id_ = post()
    with talking(said) as url:
        use(app, url)
        assert send(app) == 0

    letter = fate(app, id_)
    assert (letter.state, letter.attempts) == (State.WAITING, 1)
    assert letter.trouble


def test_a_bad_goodbye_does_not_send_the_letter_again(app: Flask, post: Post) -> None:
    id_ = post()
    whole = [
        b"220 hello",
        b"250 go on",
        b"250 sender",
        b"250 recipient",
        b"354 text",
        b"250 kept",
        b"421 busy",
    ]
    with talking([line + b"\r\n" for line in whole]) as url:
        use(app, url)
        assert send(app) == 1

    assert fate(app, id_).state is State.SENT


def test_a_bad_goodbye_does_not_hide_a_refusal(app: Flask, post: Post) -> None:
    id_ = post()
    whole = [b"220 hello", b"250 go on", b"250 sender", b"550 unknown", b"250 reset", b"421 busy"]
    with talking([line + b"\r\n" for line in whole]) as url:
        use(app, url)
        send(app)

    assert fate(app, id_).state is State.BOUNCED


def test_nobody_listening_is_for_now(app: Flask, post: Post) -> None:
    id_ = post()
    use(app, f"smtp://127.0.0.1:{free_port()}")

    assert send(app) == 0
    assert fate(app, id_).trouble.startswith("ConnectionRefusedError")


@pytest.mark.parametrize("address", ["pas une adresse", "aline@", "@musee.example", "a\r\nBcc: b@c.example"])
def test_one_impossible_address_does_not_hold_up_the_letters_behind_it(
    app: Flask, server: Server, post: Post, address: str
) -> None:
    use(app, server.url)
    impossible, good = post(to_email=address), post()

    assert send(app) == 1
    assert fate(app, impossible).state is State.BOUNCED
    assert fate(app, good).state is State.SENT
    assert len(server.handler.received) == 1


def test_a_transport_that_breaks_does_not_hold_up_the_letters_behind(
    app: Flask, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def send(self, message: EmailMessage) -> Outcome:
            raise RuntimeError(message["Subject"])

    monkeypatch.setattr(transports, "of", lambda *_: Broken())
    ids = [post(), post()]

    assert send(app) == 0
    assert [(fate(app, id_).attempts, fate(app, id_).trouble) for id_ in ids] == [(1, "RuntimeError")] * 2


def test_concurrent_senders_send_each_letter_once(app: Flask, server: Server, post: Post) -> None:
    use(app, server.url)
    ids = [post() for _ in range(20)]

    with ThreadPoolExecutor(4) as pool:
        left = sum(pool.map(lambda _: send(app), range(4)))

    assert left == 20
    assert sorted(message["Message-ID"] for message in server.handler.received) == sorted(
        f"<letter-{id_}@localhost>" for id_ in ids
    )


def test_a_sender_killed_after_its_claim_is_taken_over_under_the_same_name(
    app: Flask, server: Server, post: Post
) -> None:
    use(app, server.url)
    id_ = post()
    with everything(app):
        assert letters.claim_next(NOW) == id_

    assert send(app, NOW + timedelta(minutes=5)) == 0
    assert send(app, NOW + timedelta(minutes=11)) == 1
    assert server.handler.received[0]["Message-ID"] == f"<letter-{id_}@localhost>"


def test_an_invitation_knows_when_its_letter_left_and_not_before(
    app: Flask, server: Server, post: Post
) -> None:
    use(app, server.url)
    with everything(app) as session:
        offered = Invitation(
            email="aline@musee.example",
            name="Aline",
            association_role=AssociationRole.PARTNER,
            language="fr",
            invited_at=NOW,
            expires_at=NOW + timedelta(days=7),
        )
        session.add(offered)
        session.flush()
        number = offered.id
    post(invitation_id=number)

    def known() -> tuple[Any, Any]:
        with everything(app) as session:
            found = session.get(Invitation, number)
            return found.sent_at is not None, found.bounced_at is not None

    server.handler.rcpt["aline@musee.example"] = "451 busy"
    send(app)
    assert known() == (False, False)
    server.handler.rcpt.clear()
    send(app, NOW + timedelta(minutes=2))
    assert known() == (True, False)


def test_without_a_server_letters_are_files(app: Flask, post: Post) -> None:
    folder = Path(app.instance_path) / "outbox"
    id_ = post(to_name="Zoé ;, <b>", subject="Château « d’Oiron » : \U0001f3db")

    assert send(app) == 1
    path = folder / f"letter-{id_}.eml"
    assert "Château".encode() not in path.read_bytes()  # encoded words, as every reader of mail understands
    assert [name.name for name in folder.iterdir() if name.name.startswith(f".letter-{id_}.")] == []
    path.unlink()


def test_a_folder_that_cannot_be_written_is_for_now(app: Flask, post: Post, tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file where the folder should be")
    use(app, None, instance_path=tmp_path)
    id_ = post()

    assert send(app) == 0
    assert fate(app, id_).state is State.WAITING


def test_a_link_that_has_left_is_kept_nowhere_but_in_the_letter_itself(app: Flask) -> None:
    secret = "s" * 43
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        link = f"http://localhost:8000/connexion/lien/{secret}/"
        letter = letters.post(
            kind="sign_in_link",
            to_email="aline@musee.example",
            to_name="Aline",
            language="fr",
            subject="Votre lien",
            text=f"Me connecter :\n{link}",
            html=f'<a href="{link}">Me connecter</a>',
            now=NOW,
        )
        db.session.commit()
        id_ = letter.id
        outbox.send_due(NOW)
        kept = db.session.get(letters.Letter, id_)
        sent = (app.extensions["settings"].instance_path / "outbox" / f"letter-{id_}.eml").read_text()

        assert kept is not None
        assert secret not in kept.text + kept.html
        assert not kept.may_leave_again
    assert secret in sent.replace("=\n", "")
