"""Setting up the second factor: an admin's first day, codes of a telephone, codes on paper, keys."""

import re
from datetime import UTC, datetime
from typing import Any

import pyotp
from flask import Flask
from sqlalchemy import select

from portal.domain.accounts import Passkey, RecoveryCode, User, UserSession
from portal.domain.journal import AuditEvent
from tests.cast import Cast, Door, everything
from tests.web.account.conftest import PASSWORD, fill

HOME = "/compte/second-facteur/"


def code_of(secret: str) -> str:
    return str(pyotp.TOTP(secret).now())  # a telephone has the machine's own time


def set_up(door: Door) -> tuple[str, Any]:
    """Follow the page from its first button to the codes on paper; return the telephone's secret and the page."""
    fill(door, door.open(HOME), HOME + "code/", {})
    page = door.open(HOME)
    secret = re.search(r"cette clé : ([A-Z2-7]{32})", page.words)[1]
    answer = fill(door, page, HOME + "code/confirmer/", {"code": code_of(secret)})
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return secret, answer


def codes_in(answer: Any) -> list[str]:
    return re.findall(r"<code>([^<]+)</code>", answer.get_data(as_text=True))


def test_an_admin_on_the_first_day_is_led_to_the_second_factor_and_then_in(app: Flask, keyed: Cast) -> None:
    denis = Door(app, keyed["denis"], has_second_factor=False)
    sent = denis.get("/admin/", follow_redirects=False)
    first = denis.open(HOME)

    secret, shown = set_up(denis)

    assert sent.status_code in {303, 404}  # the administration is another slice's
    assert "deux preuves" in first.words
    assert len(set(codes_in(shown))) == 10
    assert secret not in shown.get_data(as_text=True)
    with everything(app) as session:
        row = session.scalar(select(UserSession).where(UserSession.user_id == keyed["denis"]))
        assert row.has_second_factor
    assert denis.get(f"/espace/{keyed.here_slug}/").status_code == 200


def test_the_square_is_drawn_without_any_style(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])
    fill(aline, aline.open(HOME), HOME + "code/", {})

    page = aline.open(HOME)  # the reader refuses a style attribute or block anywhere

    [drawn] = page.find(class_="qr").find_all("svg")
    _x, _y, width, height = map(int, drawn["viewbox"].split())
    assert width == height > 40  # modules and their quiet edge, all of them inside the box that is scaled
    assert not drawn.has_attr("width")
    assert drawn.find("path")


def test_the_page_of_codes_still_lets_one_sign_out(app: Flask, keyed: Cast) -> None:
    denis = Door(app, keyed["denis"], has_second_factor=False)
    _secret, shown = set_up(denis)
    denis._remember(shown)

    assert denis.post("/deconnexion").status_code == 303
    assert denis.get("/compte/").location.startswith("/connexion")


def test_a_secret_is_kept_encrypted_and_codes_as_digests(app: Flask, keyed: Cast) -> None:
    secret, shown = set_up(Door(app, keyed["aline"]))

    with everything(app) as session:
        kept = session.get(User, keyed["aline"]).totp_secret
        digests = session.scalars(select(RecoveryCode.digest)).all()
    assert secret not in kept
    assert len(digests) == 10
    assert not any(code in digest for code in codes_in(shown) for digest in digests)


def test_a_wrong_first_code_turns_nothing_on(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])
    fill(aline, aline.open(HOME), HOME + "code/", {})
    for typed in ("000000", "", "pas un code", "1\x0023456", "🏺🏺🏺🏺🏺🏺", "<script>", "٣٣٣٣٣٣", "9" * 40):
        aline.get(HOME)
        page = aline.send(HOME + "code/confirmer/", {"code": typed}, 422)

        assert page.find(id="code-erreur") or page.find(class_="errs"), typed
    with everything(app) as session:
        assert session.get(User, keyed["aline"]).totp_confirmed_at is None


def test_setting_it_up_ends_the_sessions_that_had_no_second_factor(app: Flask, keyed: Cast) -> None:
    aline, elsewhere = Door(app, keyed["aline"]), Door(app, keyed["aline"])

    set_up(aline)

    assert aline.get("/compte/").status_code == 200
    assert elsewhere.get("/compte/").location.startswith("/connexion")


def sign_in_with(app: Flask, email: str, code: str) -> int:
    door = Door(app)
    door.get("/connexion")
    location = door.post("/connexion", {"email": email, "password": PASSWORD}).location
    door.get(location)
    return door.post(location, {"code": code}).status_code


def test_a_code_on_paper_opens_once_and_new_ones_end_the_old(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])
    _secret, shown = set_up(aline)
    first, second, *_rest = codes_in(shown)

    opened = sign_in_with(app, "aline@musee.example", f" {first.upper().replace('-', ' ')} ")
    again = sign_in_with(app, "aline@musee.example", first)
    page = aline.open(HOME)
    renewed = fill(aline, page, HOME + "papier/", {})
    old = sign_in_with(app, "aline@musee.example", second)
    new = sign_in_with(app, "aline@musee.example", codes_in(renewed)[0])

    assert (opened, again, old, new) == (303, 422, 422, 303)


def test_a_link_by_mail_asks_for_the_code_too(app: Flask, keyed: Cast) -> None:
    from portal.domain.letters import Letter  # noqa: PLC0415 - for this story alone

    set_up(Door(app, keyed["aline"]))
    door = Door(app)
    door.get("/connexion/lien/")
    door.post("/connexion/lien/", {"email": "aline@musee.example"})
    with everything(app) as session:
        text = session.scalar(select(Letter.text).where(Letter.kind == "sign_in_link"))
    path = next(word for word in text.split() if "/connexion/lien/" in word).partition("8000")[2]
    door.get(path)

    landed = door.post(path)

    assert landed.location == "/connexion/code/"
    assert door.get("/compte/").location.startswith("/connexion")


def test_ten_wrong_codes_are_enough(app: Flask, keyed: Cast) -> None:
    set_up(Door(app, keyed["aline"]))
    door = Door(app)
    door.get("/connexion")
    location = door.post("/connexion", {"email": "aline@musee.example", "password": PASSWORD}).location
    statuses = []
    for _turn in range(11):
        door.get(location)
        answer = door.post(location, {"code": "000000"})
        statuses.append(answer.status_code)

    assert statuses == [422] * 10 + [429]
    assert int(answer.headers["Retry-After"]) > 0


def test_taking_it_away_asks_for_the_password_and_is_told(app: Flask, keyed: Cast) -> None:
    aline = Door(app, keyed["aline"])
    set_up(aline)

    wrong = fill(aline, aline.open(HOME), HOME + "retirer/", {"removal-current": "ce n’est pas lui"})
    still = sign_in_with(app, "aline@musee.example", "000000")
    right = fill(aline, aline.open(HOME), HOME + "retirer/", {"removal-current": PASSWORD})

    assert (wrong.status_code, still, right.status_code) == (422, 422, 303)
    with everything(app) as session:
        assert session.get(User, keyed["aline"]).totp_secret is None
        assert session.scalars(select(RecoveryCode)).all() == []
        changes = select(AuditEvent.action).where(AuditEvent.action.contains("second_factor"))
        said = session.scalars(changes.order_by(AuditEvent.id)).all()
        assert said == ["account.second_factor_set", "account.second_factor_reset"]


def test_a_key_is_renamed_and_removed_by_its_owner_alone(app: Flask, keyed: Cast) -> None:
    with everything(app) as session:
        key = Passkey(
            user_id=keyed["aline"],
            credential_id=b"one",
            public_key=b"key",
            name="Ordinateur",
            made_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        session.add(key)
        session.flush()
        key_id = key.id
    aline, bernat = Door(app, keyed["aline"]), Door(app, keyed["bernat"])
    bernat.get("/compte/")
    foreign = (
        bernat.post(f"{HOME}cles/{key_id}/retirer/"),
        bernat.post(f"{HOME}cles/{key_id}/nom/", {f"key-{key_id}-name": "x"}),
    )
    aline.open(HOME)
    for typed in ("", "n" * 121, "Clé 🏺", "<b>clé</b>", "a\x00b"):
        page = aline.send(f"{HOME}cles/{key_id}/nom/", {f"key-{key_id}-name": typed}, 422)
        assert page.find("input", id=f"key-{key_id}-name")["value"] == typed.replace("\x00", "")
    renamed = fill(
        aline, aline.open(HOME), f"{HOME}cles/{key_id}/nom/", {f"key-{key_id}-name": "Bureau du fond"}
    )
    with everything(app) as session:
        name = session.get(Passkey, key_id).name
    removed = fill(aline, aline.open(HOME), f"{HOME}cles/{key_id}/retirer/", {})

    assert [answer.status_code for answer in foreign] == [404, 404]
    assert (renamed.status_code, name, removed.status_code) == (303, "Bureau du fond", 303)
    with everything(app) as session:
        assert session.scalars(select(Passkey)).all() == []
