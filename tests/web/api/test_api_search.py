"""Themes, search and suggestions."""

import pytest


def test_themes_say_how_many_museums_they_have(ask):
    answer = ask("themes").json

    assert answer["total"] == len(answer["items"]) == 15
    assert answer["next"] is None
    for theme in answer["items"]:
        assert set(theme) == {"slug", "fr", "oc", "museums"}
        assert ask(f"museums?theme={theme['slug']}").json["total"] == theme["museums"]


def test_a_search_finds_what_it_is(ask, reader):
    answer = ask("search?q=toulouse").json

    first = answer["items"][0]
    assert first == {
        "kind": "town",
        "slug": "toulouse",
        "title": {"fr": "Toulouse", "oc": "Tolosa"},
        "detail": {"fr": "Haute-Garonne", "oc": "Nauta Garona"},
        "url": "http://localhost:8000/fr/communes/toulouse/",
    }
    assert answer["total"] == len(answer["items"]) > 5
    for item in answer["items"]:
        reader.open(item["url"].removeprefix("http://localhost:8000"))


def test_a_search_goes_on_to_its_end(ask):
    whole = [item["slug"] for item in ask("search?q=musee&per_page=200").json["items"]]
    first = ask("search?q=musee&per_page=24").json
    second = ask(first["next"].removeprefix("http://localhost:8000/api/v1/")).json

    assert [item["slug"] for item in first["items"] + second["items"]] == whole[:48]
    ask("search?q=musee&page=99", 404)


def test_a_spelling_that_was_meant_is_told(ask):
    assert ask("search?q=champollion").json["meant"] is None
    answer = ask("search?q=toulouze+lotrec").json
    assert answer["meant"] is None or answer["total"]


@pytest.mark.parametrize("asked", ["", "q=", "q=%00", "q=?!", f"q={'a%20' * 300}", "q=albi&page=0"])
def test_a_search_for_nothing_is_refused(ask, asked):
    ask(f"search?{asked}", 422)


def test_suggestions_are_in_the_readers_language_and_kept_a_while(ask):
    response = ask("suggestions?q=tolo&langue=oc")

    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert response.json["items"][0] == {
        "kind": "town",
        "slug": "toulouse",
        "title": "Tolosa",
        "title_language": "oc",
        "detail": "Nauta Garona",
        "url": "http://localhost:8000/oc/communes/toulouse/",
    }
    assert ask("suggestions?q=").json["items"] == []
    assert ask(f"suggestions?q={'x' * 5000}%00").json["items"] == []
    ask("suggestions?q=a&langue=en", 422)
