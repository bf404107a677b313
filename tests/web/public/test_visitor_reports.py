"""« Porte close dimanche à 15 h »: from a visitor without an account to the museum, its answer, and the page again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from werkzeug.test import TestResponse

from portal.domain import journal, visitor_reports
from portal.domain.accounts import Membership, User, personal_data
from portal.domain.museums import Museum, entry_of
from portal.domain.visitor_reports import VisitorReport, keeping, limits
from portal.domain.visitor_reports.models import DoubtedFact, ReporterAddress
from portal.jobs import tidying
from portal.web.dashboard.visitor_reports.todo import to_do
from portal.web.kit import tasks, visitors
from portal.web.public.visitor_reports import views
from tests.cast import Cast, Door, everything
from tests.letters import letters as outbox
from tests.opening import SUMMER, WINTER, day_off, publish, whole
from tests.reader import Page, inspect

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
HOME, TRAIN = "203.0.113.7", "198.51.100.9"
READER = "visiteuse@exemple.fr"
CLOSED_DOOR = {"fait": "horaires", "horaire": "porte-close", "le": "2026-11-22", "vers": "15 h"}


class Visitor:
    """Somebody without an account, on a network; they read a minute before they send."""

    def __init__(self, app: Flask, path: str, address: str = HOME) -> None:
        self.app, self.path, self.client = app, path, app.test_client()
        self.base = {"REMOTE_ADDR": address}

    def open(self, query: str = "", status: int = 200) -> Page:
        answer = self.client.get(f"{self.path}{query}", environ_base=self.base)
        assert answer.status_code == status
        return inspect(self.path, answer)

    def send(self, *, old: timedelta = timedelta(minutes=1), **typed: str) -> TestResponse:
        page = self.open()
        with self.app.app_context():
            drawn = visitors.unseal(page.find("input", attrs={"name": "sceau"})["value"])
            at = datetime.now(UTC) - old  # noqa: TID251 - seals keep the machine's clock
            seal = visitors.seal(drawn.museum_id, drawn.read, at)
        data = {"site": "", "mots": "", "courriel": "", "sceau": seal, **typed}
        return self.client.post(self.path, data=data, environ_base=self.base)

    def sent(self, **typed: str) -> None:
        answer = self.send(**typed)
        assert answer.status_code == 303, answer.get_data(as_text=True)
        assert answer.location.endswith("/signaler/merci/")
        assert "Set-Cookie" not in answer.headers


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PER_MINUTE", 10_000)


@pytest.fixture
def here(app: Flask, cast: Cast) -> str:
    app.extensions["settings"] = replace(app.extensions["settings"], qa_now=NOW)
    with everything(app) as session:
        publish(session, cast.here, whole(SUMMER, WINTER))
    return f"/fr/musees/{cast.here_slug}/"


def reports(app: Flask) -> list[Any]:
    with everything(app) as session:
        columns = (VisitorReport.id, VisitorReport.said, VisitorReport.words, VisitorReport.language)
        return list(session.execute(select(*columns).order_by(VisitorReport.id)).all())


def count(app: Flask, model: Any) -> int:
    with everything(app) as session:
        return session.scalar(select(func.count()).select_from(model))


def pass_days(app: Flask, days: int) -> None:
    """Let what was reported be so many days old, and a night pass."""
    with everything(app) as session:
        for report in session.scalars(select(VisitorReport)):
            report.received_at -= timedelta(days=days)
            report.told_at = report.told_at and report.told_at - timedelta(days=days)
    with app.app_context():
        tidying.tidy(NOW)


def waiting(app: Flask, cast: Cast) -> list[tasks.Task]:
    """Return what Aline's dashboard would say about reports."""
    with app.test_request_context(f"/espace/{cast.here_slug}/"), everything(app) as session:
        return list(to_do(entry_of(session.get(Museum, cast.here)), NOW.date()))


def test_a_closed_door_reaches_the_museum_is_corrected_and_leaves_no_trace(
    app: Flask, cast: Cast, here: str
) -> None:
    page = Visitor(app, here).open()
    link = page.select_one("section.hours p.faux a")
    assert link["href"] == f"{here}signaler/?fait=horaires"
    visitor = Visitor(app, f"{here}signaler/")
    form = visitor.open("?fait=horaires&date=2026-11-22")
    assert form.select_one("#fait-0").has_attr("checked")
    assert "Dimanche 22 novembre : 14 h – 17 h" in form.words.replace("\u00a0", " ")

    visitor.sent(**CLOSED_DOOR, mots="Voir https://pub.example/x <b>ici</b>", courriel=READER)

    [report] = reports(app)
    assert report.said["headline"].replace("\u00a0", " ") == "Dimanche 22 novembre : 14 h – 17 h"
    assert report.words == "Voir pub[.]example/x <b>ici</b>"
    told = outbox(app, "visitor_report_received")
    assert {letter.to_email for letter in told} == {"aline@musee.example", "bernat@musee.example"}
    assert "Porte close : dimanche 22 novembre 2026, vers 15 h" in told[0].text.replace("\u00a0", " ")
    [task] = waiting(app, cast)
    assert (task.harm, task.address) == (tasks.Harm.IS_MISLED, f"/espace/{cast.here_slug}/signalements/1/")

    aline, room = Door(app, cast["aline"]), f"/espace/{cast.here_slug}/signalements/"
    shown = aline.open(f"{room}1/")
    assert READER not in str(shown)
    assert "<b>ici</b>" not in str(shown)
    assert shown.select_one(".head a.btn")["href"].endswith("/horaires/#exceptions.add")
    assert "La page n’a pas changé depuis" in shown.words
    with everything(app) as session:
        publish(
            session, cast.here, exceptions={"exceptions": [day_off("2026-11-22")], "closures": []}, now=NOW
        )
    assert "La page a changé depuis" in aline.open(f"{room}1/").words
    assert (
        aline.post(f"{room}1/", {"action": "corrige", "answer": "Un montage, c’est dit."}).status_code == 303
    )

    assert waiting(app, cast) == []
    [answer] = outbox(app, "visitor_report_answered")
    assert answer.to_email == READER
    assert "Un montage, c’est dit." in answer.text
    assert count(app, ReporterAddress) == 0
    with everything(app) as session:
        actions = set(session.scalars(select(journal.AuditEvent.action)))
        assert "report.corrected" in actions
        session.execute(text("UPDATE letter SET sent_at = written_at, due_at = NULL"))
    pass_days(app, 1)
    assert outbox(app, "visitor_report_answered")[0].to_email is None
    too_late = aline.send(f"{room}1/", {"action": "juste", "answer": "Trop tard"}, 409)
    assert "Trop tard" in too_late.words


def test_the_page_warns_when_two_say_so_or_nobody_answers_and_one_person_alone_cannot_make_it(
    app: Flask, cast: Cast, here: str
) -> None:
    doubt = "a signalé une erreur ici ; le musée vérifie"
    doubts = "ont signalé une erreur ici ; le musée vérifie"

    def page() -> str:
        return Visitor(app, here).open().words.replace("\u00a0", " ")

    for _again in range(3):
        Visitor(app, f"{here}signaler/").sent(**CLOSED_DOOR)
    assert doubt not in page()
    assert doubts not in page()
    assert len(outbox(app, "visitor_report_received")) == 2, "one letter a day, to each of two people"

    Visitor(app, f"{here}signaler/", TRAIN).sent(**CLOSED_DOOR)
    assert doubts in page()
    editor = Door(app, cast["bernat"])
    for number in (1, 2, 3):
        editor.post(f"/espace/{cast.here_slug}/signalements/{number}/", {"action": "indesirable"})
    assert doubts not in page()

    pass_days(app, 8)
    assert doubt in page()
    handed = outbox(app, "visitor_report_unanswered")
    assert {letter.to_email for letter in handed} == {"denis@musee.example", "miquel@musee.example"}
    miquel = Door(app, cast["miquel"])
    listed = miquel.open("/admin/signalements/?voir=tard")
    address = listed.select_one("td.main a")["href"]
    assert miquel.post(address, {"action": "juste"}).status_code == 303
    assert doubt not in page()
    assert Door(app, cast["paula"]).get("/admin/signalements/").status_code == 403
    assert outbox(app, "visitor_report_answered") == []


def test_a_museum_with_nobody_is_the_associations_the_next_morning(app: Flask, cast: Cast, here: str) -> None:
    with everything(app) as session:
        session.query(Membership).delete()
    Visitor(app, f"{here.replace('/fr/', '/oc/')}signaler/").sent(fait="autre", mots="Lo nom es fals")

    pass_days(app, 1)

    assert outbox(app, "visitor_report_received") == []
    assert len(outbox(app, "visitor_report_unanswered")) == 2
    assert reports(app)[0].language == "oc"


def test_what_is_typed_comes_back_whatever_is_wrong(app: Flask, cast: Cast, here: str) -> None:
    visitor = Visitor(app, f"{here}signaler/")
    word = "Un mot qui ne se perd pas"
    refused = {
        "nothing said": (422, {"fait": "horaires", "courriel": READER}),
        "no fact": (422, {"fait": "autres", "mots": word}),
        "too long": (422, {"fait": "textes", "mots": word * 100}),
        "no such day": (422, {**CLOSED_DOOR, "mots": word, "le": "31 novembre"}),
        "another time": (422, {**CLOSED_DOOR, "mots": word, "le": "2019-11-22"}),
        "no address": (422, {**CLOSED_DOOR, "mots": word, "courriel": "chez moi"}),
        "invisible": (422, {"fait": "textes", "mots": f"{word}\x00"}),
        "a program": (422, {**CLOSED_DOOR, "mots": word, "site": "https://spam.example"}),
        "no seal": (400, {**CLOSED_DOOR, "mots": word, "sceau": ""}),
        "a forged seal": (400, {**CLOSED_DOOR, "mots": word, "sceau": "WzEsImEiXQ.x"}),
    }
    for why, (status, typed) in refused.items():
        answer = visitor.send(**typed)
        assert answer.status_code == status, why
        assert (word if "mots" in typed else READER) in answer.get_data(as_text=True), why
        inspect(visitor.path, answer)
    for age, status in ((timedelta(hours=3), 400), (timedelta(seconds=1), 422)):
        assert visitor.send(old=age, fait="textes", mots=word).status_code == status
    elsewhere = Visitor(app, f"/fr/musees/{cast.elsewhere_slug}/signaler/").open()
    seal = elsewhere.find("input", attrs={"name": "sceau"})["value"]
    assert visitor.send(fait="textes", mots=word, sceau=seal).status_code == 400, "another museum's form"
    for header in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        assert visitor.client.post(visitor.path, headers=header).status_code == 403
    assert visitor.client.post(visitor.path, headers={"Origin": "http://localhost"}).status_code == 400
    assert reports(app) == []

    page = visitor.open()
    seal = page.find("input", attrs={"name": "sceau"})["value"]
    with app.app_context():
        drawn = visitors.unseal(seal)
        aged = visitors.seal(drawn.museum_id, drawn.read, datetime.now(UTC) - timedelta(minutes=1))  # noqa: TID251
    with everything(app) as session:
        publish(session, cast.here, whole(SUMMER), now=NOW)
    typed = {**CLOSED_DOOR, "mots": word, "sceau": aged}
    changed = visitor.client.post(visitor.path, data=typed, environ_base=visitor.base)
    assert changed.status_code == 409, "the page says something else by now"
    assert word in changed.get_data(as_text=True)


def test_a_form_sent_twice_is_one_report_and_a_day_has_enough(
    app: Flask, cast: Cast, here: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(app, f"{here}signaler/")
    with app.app_context():
        read = visitors.unseal(visitor.open().find("input", attrs={"name": "sceau"})["value"])
        seal = visitors.seal(read.museum_id, read.read, datetime.now(UTC) - timedelta(minutes=1))  # noqa: TID251
    for _twice in range(2):
        visitor.sent(fait="autre", mots="Deux fois", sceau=seal)
    assert len(reports(app)) == 1

    monkeypatch.setattr(limits, "PER_NETWORK", 2)
    visitor.sent(fait="autre", mots="Encore")
    refused = visitor.send(fait="autre", mots="Un de trop")
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0
    assert "Un de trop" in refused.get_data(as_text=True)
    Visitor(app, f"{here}signaler/", TRAIN).sent(fait="autre", mots="D’ailleurs")
    monkeypatch.setattr(limits, "PER_MUSEUM", 3)
    assert Visitor(app, f"{here}signaler/", "192.0.2.4").send(fait="autre", mots="Trop").status_code == 429
    monkeypatch.setattr(views, "PER_MINUTE", 1)
    monkeypatch.setattr(views, "_buckets", views.Buckets())
    answers = [visitor.send(fait="").status_code for _attempt in range(3)]
    assert answers == [422, 429, 429]
    with everything(app) as session:
        kept = " ".join(str(row) for row in session.execute(text("SELECT * FROM visitor_report_try")))
    assert HOME not in kept
    assert "203.0.113" not in kept


def test_nothing_of_a_visitor_is_kept_longer_than_said(app: Flask, cast: Cast, here: str) -> None:
    visitor = Visitor(app, f"{here}signaler/")
    visitor.sent(**CLOSED_DOOR, courriel=READER)
    visitor.sent(fait="textes", mots="Sans suite", courriel="aline@musee.example")
    with everything(app) as session:
        personal_data.erase(session.get(User, cast["aline"]), by=None, now=NOW, hand_over=True)
        assert session.scalars(select(ReporterAddress.email)).all() == [READER]

    with everything(app) as session:
        keeping.forget(session, NOW + timedelta(days=91))
        assert session.scalars(select(ReporterAddress)).all() == []
        assert session.scalars(select(VisitorReport.reporter)).all() == [None, None]
        report = session.get(VisitorReport, 2)
        visitor_reports.close(session, report, visitor_reports.State.SPAM, "x", by_id=1, now=NOW)
        assert report.answer is None
        keeping.forget(session, NOW + timedelta(days=100))
    assert [report.id for report in reports(app)] == [1]


def test_no_address_of_the_form_leads_astray(app: Flask, cast: Cast, here: str) -> None:
    client = app.test_client()
    with everything(app) as session:
        museum = session.get(Museum, cast.elsewhere)
        museofile, museum.archived_at = museum.museofile_id, None
        gone = session.scalar(select(Museum).where(Museum.id.not_in([cast.here, cast.elsewhere])).limit(1))
        gone.archived_at, old = NOW, gone.slug
    moved = client.get(f"/fr/musees/{museofile}/signaler/?fait=tarifs")

    assert moved.status_code == 301
    assert moved.location.endswith(f"/fr/musees/{cast.elsewhere_slug}/signaler/?fait=tarifs")
    for path in (
        f"/fr/musees/{old}/signaler/",
        "/fr/musees/nulle-part/signaler/",
        f"/fr/musees/{old}/signaler/merci/",
    ):
        assert client.get(path).status_code == 404
        assert client.post(path).status_code in {404, 405}
    assert "faux" not in str(Visitor(app, f"/fr/musees/{old}/").open().select("p.faux"))
    page = Visitor(app, f"{here}signaler/").open("?fait=n'importe&date=9999-99-99")
    assert page.select_one("#fait-0").has_attr("checked")
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    answer = client.get(f"{here}signaler/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert count(app, DoubtedFact) == 0
    clara = Door(app, cast["clara"])
    assert clara.open(f"/espace/{cast.here_slug}/signalements/").words
    assert clara.open(f"/espace/{cast.here_slug}/signalements/?voir=clos").words
    assert clara.post(f"/espace/{cast.here_slug}/signalements/1/", {"action": "juste"}).status_code == 403
    assert Door(app, cast["aline"]).get(f"/espace/{cast.here_slug}/signalements/77/").status_code == 404
