"""What every answer of the API owes its clients, whatever was asked."""

import pytest
from flask import Flask

from portal.web.api import limits
from portal.web.kit import buckets

PATHS = (
    "museums",
    "museums.geojson",
    "museums/musee-toulouse-lautrec",
    "themes",
    "search?q=albi",
    "openapi.json",
)


@pytest.mark.parametrize("path", [*PATHS, "suggestions?q=al", "museums/musee-toulouse-lautrec/opening"])
def test_nothing_changed_is_said_in_few_bytes(ask, path):
    first = ask(path)
    tag = first.headers["ETag"]

    again = ask(path, 304, headers={"If-None-Match": tag})

    assert again.data == b""
    assert again.headers["ETag"] == tag
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
    ask(path, headers={"If-None-Match": '"another"'})
    ask(path, 304, headers={"If-None-Match": tag, "Accept-Encoding": "br"})


def test_another_question_has_another_tag(ask):
    asked = (
        "museums",
        "museums?page=2",
        "museums?per_page=24",
        "museums?theme=prehistoire",
        "museums.geojson",
    )

    assert len({ask(path).headers["ETag"] for path in asked}) == len(asked)
    assert ask("museums?x=1&page=1").headers["ETag"] == ask("museums").headers["ETag"]


def test_any_site_may_ask_first(reader):
    answer = reader.client.options("/api/v1/museums", headers={"Origin": "https://example.org"})

    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in answer.headers["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Origin" not in reader.client.get("/fr/").headers


def test_a_head_has_no_body(reader):
    answer = reader.client.head("/api/v1/museums")

    assert answer.status_code == 200
    assert answer.data == b""


@pytest.mark.parametrize("path", ["rien", "museums/a/b/c", "museums/%00", "museums/é", "museums/../secret"])
def test_nothing_there_is_a_problem(ask, path):
    problem = ask(path, 404, headers={"Accept": "text/html", "Accept-Language": "oc"}).json

    assert problem["title"] == "Rien à cette adresse"


def test_elsewhere_an_error_stays_a_page(reader):
    assert reader.client.get("/fr/rien/").mimetype == "text/html"
    assert reader.client.get("/api/v2").mimetype == "application/problem+json"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_the_api_is_read_only(reader, method):
    answer = reader.client.open("/api/v1/museums", method=method)

    assert answer.status_code == 405
    assert answer.mimetype == "application/problem+json"
    assert "GET" in answer.headers["Allow"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_final_slash_too_many_is_forgiven(ask):
    assert ask("museums/?theme=prehistoire", 308).location == "/api/v1/museums?theme=prehistoire"
    ask("rien/", 404)
    ask("museums//", 404)


def test_a_surprise_is_a_problem(app: Flask, monkeypatch: pytest.MonkeyPatch):
    def fail():
        raise RuntimeError

    monkeypatch.setitem(app.view_functions, "api.themes.index", fail)

    answer = app.test_client().get("/api/v1/themes")

    assert answer.status_code == 500
    assert answer.mimetype == "application/problem+json"
    assert answer.json["reference"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_who_asks_too_much_is_told_when_to_come_back(app: Flask):
    app.config[limits.SETTING] = 3
    client = app.test_client()

    statuses = [client.get("/api/v1/themes").status_code for _ in range(4)]
    refused = client.get("/api/v1/themes")

    assert statuses == [200, 200, 200, 429]
    assert refused.mimetype == "application/problem+json"
    assert 1 <= int(refused.headers["Retry-After"]) <= 20
    assert refused.headers["Access-Control-Allow-Origin"] == "*"
    assert client.options("/api/v1/themes").status_code == 200
    assert client.get("/fr/themes/").status_code == 200
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert client.get("/api/v1/themes", environ_base=elsewhere).status_code == 200


def test_a_bucket_fills_again():
    bucket = buckets.Buckets()

    taken = [bucket.take("a", 2, now) for now in (0.0, 0.0, 0.0, 29.0, 31.0, 31.0)]

    assert taken == [0, 0, 30, 1, 0, 29]


def test_buckets_do_not_grow_without_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(buckets, "MOST_BUCKETS", 10)
    kept = buckets.Buckets()

    for number in range(100):
        kept.take(str(number), 600, 0.0)

    assert len(kept.left) <= 10


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("pres=0,0", 200),
        ("pres=91,181", 422),
        ("pres=nulle-part", 422),
        ("pres=nan,inf", 422),
        ("pres=albi&rayon=-1", 422),
        ("rayon=-1", 422),
        ("rayon=0", 422),
        ("rayon=201", 422),
        ("rayon=1e999", 422),
        ("rayon=1e-5", 200),
        ("rayon=nan", 422),
        ("page=abc", 422),
        ("page=0", 422),
        ("page=-1", 422),
        ("page=1.5", 422),
        ("page=١", 422),
        ("page=18446744073709551616", 404),
        ("per_page=201", 422),
        ("per_page=0", 422),
        ("per_page=18446744073709551616", 422),
        ("per_page=200", 200),
        ("per_page=", 200),
        ("q=%00", 200),
        ("q=%00%FF%FE", 200),
        ("q=%22%20OR%201=1%20--%20*", 200),
        ("q=NEAR(a%20b)%20AND%20^x:*", 200),
        ("q=" + "a" * 100_000, 422),
        ("departement=99", 422),
        ("departement=31&departement=99", 422),
        ("theme=%00", 422),
        ("commune=' OR 1=1", 422),
        ("label=rien", 422),
        ("tri=hasard", 422),
        ("tri=distance", 422),
        ("date=2026-02-30", 422),
        ("date=2026-02-01..2026-01-01", 422),
        ("date=demain", 200),
        ("ouvert=2", 422),
        ("gratuit_pour=121", 422),
        ("abri=0", 422),
        ("acces=tous", 422),
        ("inconnu=x&%00=%00", 200),
        ("pres=albi&rayon=20&tri=distance&q=musee&page=1", 200),
    ],
)
@pytest.mark.parametrize("path", ["museums", "museums.geojson"])
def test_absurd_values_are_refused_by_name(ask, path, asked, status):
    if path == "museums.geojson" and status == 404:
        status = 200
    answer = ask(f"{path}?{asked}", status).json

    if status == 422:
        names = {parameter["name"] for parameter in answer["parameters"]}
        assert names <= {pair.split("=")[0] for pair in asked.split("&")}
        assert all(parameter["sentence"] for parameter in answer["parameters"])
    if asked == "pres=0,0":
        assert answer["total"] == 0


def test_the_readable_page_has_examples_that_run(reader, ask):
    page = reader.open("/api/v1/")
    examples = [link["href"] for link in page.main.select("a[href^='/api/v1/']")]

    assert len(examples) >= 10
    for address in examples:
        ask(address.removeprefix("/api/v1/"))
    assert reader.open("/api/v1/", headers={"Accept-Language": "oc"}).html["lang"] == "oc"
