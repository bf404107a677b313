"""Two people at the hours of one museum: what one did not touch is left alone, what both did is chosen part by part."""

from datetime import date
from typing import Any

from bs4 import BeautifulSoup
from flask import Flask

from portal.domain import hours
from portal.domain.hours.rows import Rows
from tests.cast import Cast, Door, everything
from tests.web.dashboard.hours.screen import both_seasons, fields, room, write

CLOSED_A_DAY = {"exceptions.0.from": "26 novembre 2026", "exceptions.0.reason": "weather"}


def rows(app: Flask, cast: Cast) -> Rows:
    with everything(app):
        return hours.of(cast.here).schedule.rows


def hidden(page: BeautifulSoup) -> dict[str, Any]:
    return {control["name"]: control["value"] for control in page.select("main form input[type=hidden]")}


def test_a_colleague_closes_a_day_while_aline_writes_the_season(app: Flask, cast: Cast) -> None:
    aline, bernat = Door(app, cast["aline"]), Door(app, cast["bernat"])
    both_seasons(aline, cast)
    opened = fields(aline, room(cast))
    bernat.post(room(cast), fields(bernat, room(cast)) | CLOSED_A_DAY | {"action": "publish"})

    answer = aline.post(room(cast), opened | {"periods.0.week.6": "9h-19h", "action": "publish"})

    assert answer.status_code == 303
    assert [str(row.span.first) for row in rows(app, cast).exceptions] == ["2026-11-26"]
    assert rows(app, cast).periods[0].week.days[6][0].end == 19 * 60


def test_both_wrote_the_seasons_and_each_part_is_chosen(app: Flask, cast: Cast) -> None:
    aline, bernat = Door(app, cast["aline"]), Door(app, cast["bernat"])
    both_seasons(aline, cast)
    opened = fields(aline, room(cast))
    write(
        bernat,
        cast,
        periods__0__week__6="11h-12h",
        holidays__christmas__decision="closed",
        services__cafe__mode="same",
    )
    mine = {"periods.0.week.6": "9h-19h", "holidays.new_year.decision": "closed", "action": "publish"}

    page = aline.send(room(cast), opened | mine | CLOSED_A_DAY, 409)
    lines = {line.h2.get_text(): line for line in page.select("section.line") if line.find("input")}

    assert "Bernat a écrit en même temps que vous" in page.h1.get_text()
    assert list(lines) == ["Périodes", "Jours fériés", "Services"]
    assert "9 h – 19 h" in lines["Périodes"].get_text().replace("\u00a0", " ")
    assert "25 décembre" in lines["Jours fériés"].get_text().replace("\u00a0", " ")
    assert lines["Services"].find("input", checked=True)["value"] == "theirs"
    assert lines["Périodes"].find("input", checked=True) is None

    half = {"choix-periods": "yours", "choix-services": "theirs", "action": "publish"}
    again = aline.send(room(cast), hidden(page) | half, 409)
    assert again.find("input", attrs={"name": "choix-periods", "value": "yours"}).has_attr("checked")
    done = aline.post(room(cast), hidden(again) | half | {"choix-holidays": "theirs"})
    after = rows(app, cast)

    assert done.status_code == 303
    assert after.periods[0].week.days[6][0].end == 19 * 60
    assert [rule.holiday.value for rule in after.holidays] == ["christmas"]
    assert [service.kind.value for service in after.services] == ["cafe"]
    assert [str(row.span.first) for row in after.exceptions] == ["2026-11-26"]


def test_the_history_tells_in_sentences_and_brings_back(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    history = f"/espace/{cast.here_slug}/historique/"
    both_seasons(aline, cast)
    write(aline, cast, periods__0__week__6="10h-19h")
    aline.post(room(cast), fields(aline, room(cast)) | CLOSED_A_DAY | {"action": "publish"})

    index = aline.open(history)
    assert [heading.get_text() for heading in index.main.select("h2")] == [
        "Fiche du musée",
        "Horaires",
        "Dates exceptionnelles",
    ]
    newest = aline.open(f"{history}hours/2/")
    came = " ".join(words.get_text() for words in newest.find_all("ins"))
    assert "19" in came
    assert "hiver" not in came
    assert "Fermé" in aline.open(f"{history}exceptions/1/").find("ins").get_text()
    first = aline.open(f"{history}hours/1/")
    answer = aline.post(f"{history}hours/1/reprendre/", {"version": hidden(first)["version"]})

    assert answer.headers["Location"] == room(cast)
    assert aline.open(room(cast)).find(id="periods.0.week.6")["value"].startswith("10\u00a0h\u00a0– 18")
    assert rows(app, cast).periods[0].week.days[6][0].end == 19 * 60
    assert aline.get(f"{history}nothing/1/").status_code == 404
    assert Door(app, cast["camille"]).get(f"{history}hours/1/").status_code == 404


def test_the_first_page_asks_what_the_hours_lack(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    home = f"/espace/{cast.here_slug}/"

    def asked() -> list[str]:
        links = [link["href"] for link in aline.open(home).select(".todo .act a")]
        return [link.partition("#")[2] for link in links if "/horaires/" in link]

    assert asked() == ["periods.add"]
    both_seasons(aline, cast)
    assert asked() == ["holidays.christmas.decision", "holidays.new_year.decision"]
    write(aline, cast, holidays__christmas__decision="closed", holidays__new_year__decision="usual")
    assert asked() == []
    ends = {"periods__1__from": "1er novembre 2026", "periods__1__to": "20 décembre 2026"}
    write(aline, cast, **ends)
    assert asked() == ["periods.1.to"]
    assert rows(app, cast).periods[1].span.last.in_year(0) == date(2026, 12, 20)
