"""The first page: what the public reads, the most harmful thing first, answered where it is asked; twelve pearls in words."""

from datetime import timedelta

from flask import Flask

from portal.domain import admission, hours
from portal.domain.admission import Audience, PriceLine
from tests import opening, pricing
from tests.cast import Cast, Door, everything
from tests.databases import NOW
from tests.web.dashboard.seasons import head, stop_the_clock


def names(door: Door, path: str) -> list[str]:
    return [plain(each.get_text()) for each in door.open(path).select(".todo li b")]


def plain(text: str) -> str:
    """A text with every kind of space as one."""
    return " ".join(text.split())


def test_a_museum_that_said_nothing_is_told_what_harms_visitors_most(app: Flask, cast: Cast) -> None:
    stop_the_clock(app, NOW)
    aline, home = Door(app, cast["aline"]), f"/espace/{cast.here_slug}/"

    page = aline.open(home)

    assert "Votre page dit « Horaires non communiqués » ; 6 choses manquent aux visiteurs." in page.words
    assert names(aline, home) == [
        "Vos horaires ne sont pas connus",
        "Vos tarifs ne sont pas connus",
        "L’accessibilité n’est pas dite",
        "La présentation manque",
        "Les faits pratiques ne sont pas dits",
        "Votre page n’a pas de photo",
    ]
    assert "Il manque : vos horaires, vos jours fériés, plein tarif" in page.words
    pearls = page.select_one("svg.pearls")
    assert len(pearls.select("circle")) == len(page.select(".fresh li")) == 12
    assert pearls["aria-label"] == "2 points complets sur 12"
    assert page.select_one("#exact") is None  # nothing is written, so there is nothing to confirm
    assert names(Door(app, cast["treva"]), home) == []  # who only translates is asked for nothing but words
    assert Door(app, cast["camille"]).get(home).status_code == 404
    assert len(aline.get(home).data) < 100_000


def test_a_holiday_is_decided_where_it_is_asked_about(app: Flask, cast: Cast) -> None:
    stop_the_clock(app, NOW)
    home, decide = f"/espace/{cast.here_slug}/", f"/espace/{cast.here_slug}/horaires/feries/"
    read_in_may = NOW - timedelta(days=200)
    with everything(app) as session:
        winter = opening.season("2026-11-01", "2027-11-30", opening.AFTERNOONS)
        opening.publish(session(), cast.here, opening.whole(winter), now=read_in_may)
    aline, clara = Door(app, cast["aline"]), Door(app, cast["clara"])
    task = aline.open(home).select_one(".todo li")
    christmas = {each["name"]: each["value"] for each in task.select("form")[0].select("input")}

    assert [plain(each.get_text()).partition(" : ")[0] for each in task.select("button")] == [
        "Fermé",
        "Ouvert, 14 h – 17 h",
    ]
    assert christmas["decision"] == "closed"
    proposed = clara.post(decide, {"holiday": "new_year", "decision": "usual", "retour": f"{home}#a-faire"})
    assert proposed.headers["Location"] == f"{home}#a-faire"
    assert "Noël : serez-vous ouverts ?" in names(aline, home)
    assert aline.post(decide, christmas).status_code == 303

    live, pending = head(app, hours.key(cast.here))
    assert live is not None
    assert live["holidays"]["christmas"]["decision"] == "closed"
    assert "new_year" not in live["holidays"]
    assert pending is not None
    assert set(pending.content["holidays"]) == {"christmas", "new_year"}
    with everything(app):  # one answer is no reading of all the rest
        assert hours.of(cast.here).confirmed_at == read_in_may
    late = aline.post(decide, christmas | {"decision": "usual"})
    assert late.status_code == 303
    assert "c’était déjà décidé" in aline.open(home).words
    assert "Ouvert : " not in aline.open(home).words
    for bad in (
        {},
        {"holiday": "carnival", "decision": "closed"},
        {"holiday": "christmas", "decision": "special"},
    ):
        assert aline.post(decide, bad).status_code == 422
    assert (
        aline.post(decide, christmas | {"retour": "https://ailleurs.example/"})
        .headers["Location"]
        .startswith("/espace/")
    )
    assert Door(app, cast["camille"]).post(decide, christmas).status_code == 404


def test_what_is_old_is_confirmed_in_one_press_and_more_than_seven_things_have_a_page(
    app: Flask, cast: Cast
) -> None:
    stop_the_clock(app, NOW)
    home, long_ago = f"/espace/{cast.here_slug}/", NOW - timedelta(days=400)
    reduced = PriceLine(Audience.REDUCED, 700)
    with everything(app) as session:
        ends = opening.season("2026-01-01", "2026-12-27", opening.AFTERNOONS)
        opening.publish(session(), cast.here, opening.whole(ends), now=long_ago)
        pricing.publish(session(), cast.here, admission.Rows((pricing.FULL, reduced)), now=long_ago)
    aline = Door(app, cast["aline"])

    page = aline.open(home)
    assert names(aline, home)[:5] == [
        "Noël : serez-vous ouverts ?",
        "Vos horaires finissent dans 33 jours",
        "Jour de l’an : serez-vous ouverts ?",
        "Vos horaires sont-ils toujours exacts ?",
        "Le tarif réduit n’est pas réduit",
    ]
    assert len(page.select(".todo li")) == 7
    everything_page = page.select_one(".more a")
    assert everything_page.get_text() == "et 3 autres"
    assert len(names(aline, everything_page["href"])) == 10
    assert "Relu le 20 octobre 2025" in page.words

    prices = next(each for each in page.select("#exact ~ .exact form") if "/tarifs/" in each["action"])
    sent = {each["name"]: each["value"] for each in prices.select("input")}
    assert aline.post(prices["action"], sent).headers["Location"] == f"{home}#exact"
    after = aline.open(home)
    assert "Relu le 24 novembre 2026 par Aline" in after.words
    assert "Vos tarifs ont plus d’un an" not in names(aline, everything_page["href"])
    contributor = Door(app, cast["clara"])
    assert contributor.open(home).select(".exact form") == []
    assert contributor.post(prices["action"], sent).status_code == 403
