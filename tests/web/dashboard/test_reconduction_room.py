"""Next year, line by line: nothing is live that nobody accepted, and nothing accepted is lost."""

import re
from typing import Any

from bs4 import BeautifulSoup
from flask import Flask

from portal.domain import hours
from portal.domain.hours import snapshots
from portal.domain.hours.rows import Rows
from portal.domain.revisions import State
from tests.cast import Cast, Door
from tests.web.dashboard.seasons import (
    ROWS,
    at_desk,
    form_of,
    head,
    open_for_the_season,
    stop_the_clock,
    write,
)


def room(cast: Cast) -> str:
    return f"/espace/{cast.here_slug}/horaires/reconduire/"


def codes(door: Door, cast: Cast) -> dict[str, str]:
    """Return the code of each line by its title."""
    page = BeautifulSoup(door.get(room(cast)).get_data(as_text=True), "html.parser")
    return {line.h2.get_text(): line.h2["id"].removeprefix("l-") for line in page.select(".line")}


def send(door: Door, cast: Cast, action: str, changes: dict[str, str] | None = None) -> Any:
    return door.post(room(cast), form_of(door, room(cast)) | {"action": action} | (changes or {}))


def spans(rows: list[dict[str, Any]]) -> list[str]:
    return [f"{row['from']}..{row['to']}" for row in rows]


def test_aline_accepts_changes_and_leaves_and_only_what_she_accepted_is_read(app: Flask, cast: Cast) -> None:
    open_for_the_season(app, cast)
    aline = at_desk(app, cast["aline"])
    page = aline.open(room(cast))
    found = codes(aline, cast)
    summer, winter = found["Horaires d’été"], found["Horaires d’hiver"]
    late, montage = found["Nocturne"], found["Montage d’exposition"]

    assert "du 1er avril au 31 octobre 2027" in page.words
    assert "vendredi 18 juin 2027" in page.words
    assert [mark.get_text().strip() for mark in page.main.find_all("ins")] == ["18"]
    assert "Propre à son année" in page.words
    assert [box["value"] for box in page.select(f"[name=choice_{montage}]")] == ["change", "leave"]

    wrong = {f"choice_{summer}": "change", f"first_{summer}": "31 avril 2027", f"last_{summer}": "2027-11-07"}
    again = aline.send(room(cast), form_of(aline, room(cast)) | {"action": "publish"} | wrong, 422)
    assert "Cette date n’existe pas" in again.find(id="a-corriger").get_text()
    assert again.find(id=f"first_{summer}")["value"] == "31 avril 2027"

    chosen = {f"first_{summer}": "3 avril 2027", f"choice_{winter}": "leave", f"choice_{late}": "accept"}
    answer = send(aline, cast, "publish", wrong | chosen)

    live, pending = head(app, hours.key(cast.here))
    excepted, _pending = head(app, hours.exceptions_key(cast.here))
    assert "/horaires/recu/?actes=" in answer.headers["Location"]
    assert spans(live["periods"]) == [
        "2026-04-01..2026-10-31",
        "2026-11-01..2027-03-31",
        "2027-04-03..2027-11-07",
    ]
    assert spans(excepted["exceptions"])[2:] == ["2027-06-18..2027-06-18"]
    assert pending is None
    receipt = aline.open(answer.headers["Location"])
    assert "du 3 avril au 7 novembre 2027" in receipt.words
    assert "Vendredi 18 juin 2027" in receipt.words
    left = codes(aline, cast)
    assert set(left) == {"Horaires d’hiver", "Montage d’exposition"}


def test_kept_as_a_draft_nothing_is_read_and_the_other_block_is_left_alone(app: Flask, cast: Cast) -> None:
    open_for_the_season(app, cast)
    bernat = at_desk(app, cast["bernat"])
    late = codes(bernat, cast)["Nocturne"]

    send(bernat, cast, "draft", {f"choice_{late}": "leave"})

    live, pending = head(app, hours.key(cast.here))
    _live, untouched = head(app, hours.exceptions_key(cast.here))
    assert len(live["periods"]) == 2
    assert pending is not None
    assert (pending.state, len(pending.content["periods"])) == (State.DRAFT, 4)
    assert untouched is None


def test_published_beside_a_draft_both_have_the_lines_and_clara_proposes(app: Flask, cast: Cast) -> None:
    open_for_the_season(app, cast)
    clara, aline = at_desk(app, cast["clara"]), at_desk(app, cast["aline"])
    fewer = snapshots.hours_snapshot(Rows(periods=ROWS.periods[:1]))  # Bernat wants the winter out
    write(app, hours.key(cast.here), fewer, cast["bernat"])

    send(aline, cast, "publish")
    live, pending = head(app, hours.key(cast.here))
    assert spans(live["periods"])[2:] == ["2027-04-01..2027-10-31"]
    assert pending is not None
    assert spans(pending.content["periods"]) == ["2026-04-01..2026-10-31", "2027-04-01..2027-10-31"]

    assert send(clara, cast, "publish").status_code == 303
    _live, proposed = head(app, hours.key(cast.here))
    assert proposed is not None
    assert (
        proposed.state is State.DRAFT
    )  # nothing of the periods was left to propose: Bernat's draft is as it was


def test_a_museum_without_hours_or_rights(app: Flask, cast: Cast) -> None:
    stop_the_clock(app)
    page = at_desk(app, cast["aline"]).open(room(cast))

    assert "Rien à reconduire" in page.words
    assert at_desk(app, cast["camille"]).get(room(cast)).status_code == 404
    assert at_desk(app, cast["treva"]).get(room(cast)).status_code == 403
    assert re.search(r"20\d\d", page.h1.get_text())
