"""Somebody looks for a museum as people write, near somewhere, in the order they want."""

import pytest

from tests.reader import Reader


def names(page: object) -> list[str]:
    return [" ".join(title.a.get_text().split()) for title in page.select("article.hit h3")]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("musee toulouse lautrec", "Musée Toulouse-Lautrec"),
        ("MUSÉE  Toulouse-Lautrec", "Musée Toulouse-Lautrec"),
        ("castres goya", "Musée Goya"),
        ("champolion", "Musée Champollion"),
        ("l'ephebe", "Musée de l’Éphèbe"),
    ],
)
def test_a_museum_is_found_however_it_is_written(reader: Reader, query: str, first: str) -> None:
    page = reader.open(f"/fr/musees/?q={query}")

    assert names(page)[0].startswith(first)


@pytest.mark.parametrize(
    ("query", "town"), [("Tolosa", "Toulouse"), ("Montalban", "Montauban"), ("Perpinyà", "Perpignan")]
)
def test_a_town_is_found_by_its_own_name(reader: Reader, query: str, town: str) -> None:
    page = reader.open(f"/fr/musees/?q={query}")

    towns = [hit.select_one(".meta").get_text().split(" · ")[0] for hit in page.select("article.hit")]
    assert towns[0] == town
    assert towns.count(town) == len(names(reader.open(f"/fr/musees/?commune={town.lower()}")))


def test_a_word_badly_typed_is_said_with_the_one_that_answers(reader: Reader) -> None:
    page = reader.open("/fr/musees/?q=champolion")

    [link] = page.select("#avis a")
    assert "champollion" in link.get_text().lower()
    assert names(reader.open(link["href"])) == names(page)


def test_near_a_commune_distances_are_shown_nearest_first(reader: Reader) -> None:
    page = reader.open("/fr/musees/?pres=albi&rayon=30")
    shown = [
        hit.select_one(".meta").get_text().rsplit("·", 1)[1].strip() for hit in page.select("article.hit")
    ]
    distances = [float(text.removesuffix("\xa0km").replace(",", ".")) for text in shown]

    assert distances == sorted(distances)
    assert distances[-1] <= 30
    assert (
        "à moins de 30\xa0km de Albi" in page.find(id="puces").get_text()
        or "Albi" in page.find(id="puces").get_text()
    )


def test_a_postcode_is_a_place(reader: Reader) -> None:
    assert names(reader.open("/fr/musees/?pres=81000")) == names(reader.open("/fr/musees/?pres=albi"))


def test_a_commune_without_position_gives_its_departement(reader: Reader) -> None:
    page = reader.open("/fr/musees/?pres=rieupeyroux")

    assert "la commune Rieupeyroux n’est pas connue" in page.find(id="avis").get_text()
    assert "Aveyron" in page.find(id="puces").get_text()


@pytest.mark.parametrize("pres", ["91,181", "atlantide", "99999", "1e9,2", ",", "é" * 500])
def test_a_place_that_is_nowhere_is_left_aside_with_a_sentence(reader: Reader, pres: str) -> None:
    page = reader.open(f"/fr/musees/?pres={pres}")

    assert "ce critère est laissé de côté" in page.find(id="avis").get_text()
    assert "132" in page.find(id="nombre").get_text()


def test_nothing_near_the_end_of_the_world_offers_a_wider_circle(reader: Reader) -> None:
    page = reader.open("/fr/musees/?pres=0,0")

    assert "Rien sous cette voûte" in page.words


def test_a_narrow_circle_offers_a_wider_one(reader: Reader) -> None:
    page = reader.open("/fr/musees/?pres=lourdes&rayon=5&theme=textile")

    assert "rayon" in page.select_one(".alt").get_text()


@pytest.mark.parametrize("order", ["nom", "commune", "pertinence", "distance"])
def test_every_order_holds_the_same_museums(reader: Reader, order: str) -> None:
    usual = reader.open("/fr/musees/?q=musee&pres=toulouse&rayon=20&per_page=200")
    sorted_ = reader.open(f"/fr/musees/?q=musee&pres=toulouse&rayon=20&per_page=200&tri={order}")

    assert sorted(names(sorted_)) == sorted(names(usual))


@pytest.mark.parametrize("asked", ["abri=1", "acces=moteur&date=2026-11-01"])
def test_what_nobody_knows_yet_is_to_be_confirmed_and_never_claimed(reader: Reader, asked: str) -> None:
    page = reader.open(f"/fr/musees/?departement=81&{asked}")

    assert "13 musées" in page.find(class_="may").get_text()
    assert names(page) == []


@pytest.mark.parametrize("asked", ["ouvert=1", "ouvert=1&date=2026-11-01", "ouvert=1&date=ce-week-end"])
def test_museums_whose_hours_are_not_known_are_shown_apart(reader: Reader, asked: str) -> None:
    page = reader.open(f"/fr/musees/?departement=81&{asked}")
    apart = page.find(class_="may")

    assert names(page) == []
    assert "13 musées n’ont pas confirmé leurs horaires" in " ".join(apart.get_text().split())
    assert len(names(reader.open(apart.select_one(".arrow")["href"]))) == 13


@pytest.mark.parametrize(
    "asked",
    [
        "rayon=-1&pres=albi",
        "tri=hasard",
        "tri=distance",
        "per_page=0",
        "date=demain-ou-jamais",
        "date=2026-02-30",
        "date=2026-02-02..2026-02-01",
        "date=2026-01-01..2026-12-31",
        "ouvert=peut-etre",
        "gratuit_pour=200",
    ],
)
def test_a_value_without_sense_is_said_and_left_aside(reader: Reader, asked: str) -> None:
    assert reader.open(f"/fr/musees/?{asked}").find(id="avis").get_text().strip()


def test_the_search_across_kinds_answers_with_towns_themes_and_museums(reader: Reader) -> None:
    page = reader.open("/oc/recherche/?q=Tolosa")

    assert page.select_one("a.chip[href='/oc/communes/toulouse/']")
    assert names(page)
    assert reader.open("/fr/recherche/?q=préhistoire").select_one("a.chip[href='/fr/themes/prehistoire/']")
    assert reader.open("/fr/recherche/?q=zzzzzz")
    assert reader.open("/fr/recherche/")


def test_the_map_of_the_site_holds_every_page_in_both_languages(reader: Reader) -> None:
    response = reader.client.get("/sitemap.xml")
    text = response.get_data(as_text=True)

    assert response.mimetype == "application/xml"
    assert text.count("<loc>http://localhost:8000/oc/musees/") == 133
    assert text.count('hreflang="fr" href="http://localhost:8000/fr/musees/musee-goya/"') == 2
    assert "Sitemap: http://localhost:8000/sitemap.xml" in reader.client.get("/robots.txt").get_data(
        as_text=True
    )
