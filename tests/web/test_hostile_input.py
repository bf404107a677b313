"""Whatever comes in, the answer is a calm page or a 4xx: never a 500."""

import random
import string
from urllib.parse import quote

import pytest
from flask import Flask

from tests.reader import Reader, inspect

PATHS = (
    "/fr/",
    "/fr/musees/",
    "/oc/musees/",
    "/fr/musees/musee-goya/",
    "/fr/themes/",
    "/fr/departements/tarn/",
)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
VALUES = (
    "",
    " ",
    "0",
    "-1",
    "1e309",
    "NaN",
    "18446744073709551616",
    "9" * 400,
    "٣",  # an Arabic digit: a digit for Python, not for us
    "%00",
    "a%00b",
    "%ff%fe",
    "%ed%a0%80",
    "%F0%9F%92%A9",
    quote("' OR 1=1 --"),
    quote('"><script>alert(1)</script>'),
    quote("../../etc/passwd"),
    quote("{{7*7}}"),
    quote("\u202e" + "à" * 50),
    "x" * 5000,
)
PARAMETERS = (
    "q",
    "departement",
    "commune",
    "theme",
    "label",
    "page",
    "per_page",
    "tri",
    "inconnu",
    "pres",
    "rayon",
)


@pytest.mark.parametrize("name", PARAMETERS)
@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_absurd_value_is_a_calm_page(reader: Reader, name: str, value: str) -> None:
    response = reader.client.get(f"/fr/musees/?{name}={value}")

    assert response.status_code == 200 or (name == "page" and response.status_code == 404)
    if name == "q":
        inspect(f"/fr/musees/?{name}", response)


def test_ten_thousand_parameters(reader: Reader) -> None:
    many = "&".join(f"theme=t{number}" for number in range(10_000))

    assert reader.client.get(f"/fr/musees/?{many}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/fr/%00/", "/fr/musees/%00/", "/fr/musees/%ff/", "/oc/musees/a%2Fb/", "/%ed%a0%80"]
)
def test_absurd_path_is_not_found(reader: Reader, path: str) -> None:
    assert reader.client.get(path).status_code in {400, 404}


@pytest.mark.parametrize(
    "path", [*PATHS, "/", "/affichage", "/langue", "/couvertures/M0562.svg", "/healthz", "/rien"]
)
@pytest.mark.parametrize("method", METHODS)
def test_every_method_on_every_route_is_answered(shared_app: Flask, path: str, method: str) -> None:
    response = shared_app.test_client().open(path, method=method)

    assert response.status_code < 500


def test_a_foreign_host_is_refused(reader: Reader) -> None:
    response = reader.client.get("/fr/", headers={"Host": "mechant.example"})

    assert response.status_code == 400
    assert "mechant" not in response.get_data(as_text=True)


def test_random_questions_are_answered(shared_app: Flask) -> None:
    random_source = random.Random(20261124)  # noqa: S311 - the same questions every time
    client = shared_app.test_client()

    for _ in range(300):
        query = "&".join(
            f"{random_source.choice(PARAMETERS)}={_absurd(random_source)}"
            for _ in range(random_source.randint(1, 8))
        )
        path = random_source.choice(PATHS)
        assert client.get(f"{path}?{query}").status_code in {200, 404}, query


def _absurd(source: random.Random) -> str:
    if source.random() < 0.3:
        return source.choice(["09", "81", "prehistoire", "toulouse", "musee-de-france", "2", "nom"])
    length = source.randint(0, 12)
    return quote("".join(source.choice(string.printable + "éàœ’ \x00") for _ in range(length)))


def test_a_refused_method_says_which_are_taken(reader: Reader) -> None:
    response = reader.client.delete("/fr/musees/")

    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_too_heavy_a_form_is_refused(shared_app: Flask) -> None:
    client = shared_app.test_client()

    response = client.post("/affichage", data={"theme": "x" * 3_000_000})

    assert response.status_code == 413
    inspect("/fr/affichage", response)
