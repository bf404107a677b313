"""A client that has read nothing but the document asks everything it documents, to the end of every list."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import jsonschema_rs
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.reader import Reader

Given = tuple[tuple[str, str], ...]
OPERATIONS = {
    "getEvent",
    "getMuseum",
    "getOpening",
    "listEvents",
    "listMuseums",
    "listThemes",
    "mapMuseums",
    "search",
    "suggest",
}
# What an order needs is told in words, which no schema says: without it, a refusal that names it.
NEEDS = {("tri", "pertinence"): ("q", "toulouse"), ("tri", "distance"): ("pres", "albi")}


@dataclass(frozen=True)
class Operation:
    """One thing that the document says may be asked."""

    path: str
    described: dict[str, Any]
    components: dict[str, Any]

    @property
    def name(self) -> str:
        return self.described["operationId"]

    @property
    def parameters(self) -> list[dict[str, Any]]:
        return self.described["parameters"]

    def values(self) -> Iterator[tuple[str, list[str]]]:
        for parameter in self.parameters:
            yield parameter["name"], [written(value) for value in documented(parameter["schema"])]

    def questions(self) -> Iterator[Given]:
        """Yield the least that may be asked, then each parameter with each value, alone and repeated."""
        required = {each["name"] for each in self.parameters if each["required"]}
        values = dict(self.values())
        least = tuple((name, values[name][0]) for name in values if name in required)
        yield least
        for parameter in self.parameters:
            name = parameter["name"]
            rest = tuple(pair for pair in least if pair[0] != name)
            yield from ((*rest, (name, value)) for value in values[name])
            if parameter["schema"]["type" if "type" in parameter["schema"] else "anyOf"] == "array":
                yield (*rest, *((name, value) for value in values[name][:3]))

    def address(self, given: Given) -> str:
        in_path = {each["name"] for each in self.parameters if each["in"] == "path"}
        path = self.path
        for name in in_path:
            path = path.replace(f"{{{name}}}", dict(given)[name])
        query = urlencode([pair for pair in given if pair[0] not in in_path])
        return f"{path}?{query}" if query else path

    def check(self, response: TestResponse) -> Any:
        """Return the body, which must be what the document says of this status, and nothing more."""
        described = self.described["responses"][str(response.status_code)]
        if "$ref" in described:
            described = self.components["responses"][described["$ref"].rsplit("/", 1)[1]]
        schema = described["content"][response.mimetype]["schema"]
        validator = jsonschema_rs.Draft202012Validator(
            {**schema, "components": self.components}, validate_formats=True
        )
        validator.validate(response.json)
        return response.json


def written(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def documented(schema: dict[str, Any]) -> list[Any]:
    """Return the values that a schema names: its examples, choices, default and bounds."""
    if "anyOf" in schema:
        return [value for each in schema["anyOf"] for value in documented(each)]
    if "items" in schema:
        return documented(schema["items"])
    bounds = [schema[name] for name in ("default", "minimum", "maximum") if name in schema]
    return [*schema.get("examples", []), *(value for value in schema.get("enum", []) if value), *bounds]


def strict(schema: Any) -> Any:
    """Return the schema with every object closed: a property that it does not name is a fault."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: strict(each) for name, each in schema.items()}
    return closed | {"additionalProperties": False} if schema.get("type") == "object" else closed


@pytest.fixture
def client(reader: Reader) -> FlaskClient:
    return reader.client


@pytest.fixture
def operations(client: FlaskClient) -> dict[str, Operation]:
    document = client.get("/api/v1/openapi.json").json
    components = deepcopy(document["components"])
    components["schemas"] = strict(components["schemas"])
    found = [Operation(path, item["get"], components) for path, item in document["paths"].items()]
    return {operation.name: operation for operation in found}


def followed(client: FlaskClient, operation: Operation, given: Given) -> Iterator[dict[str, Any]]:
    """Yield every page of an answer, by its own links."""
    address: str | None = operation.address(given)
    while address:
        page = operation.check(client.get(address))
        yield page
        address = page.get("next")


def identities(pages: Iterable[dict[str, Any]]) -> list[Any]:
    items = [item for page in pages for item in page.get("items", page.get("features", []))]
    return [item.get("slug") or item.get("id") or item["date"] for item in items]


def test_the_document_says_what_to_try(operations: dict[str, Operation]) -> None:
    nothing_to_try = [
        (operation.name, name)
        for operation in operations.values()
        for name, values in operation.values()
        if not values
    ]

    assert set(operations) == OPERATIONS
    assert nothing_to_try == [("getEvent", "slug")]  # until a museum has written one: test_events.py


@pytest.mark.parametrize("name", sorted(OPERATIONS - {"getEvent"}))
def test_everything_documented_is_answered_as_documented(
    client: FlaskClient, operations: dict[str, Operation], name: str
) -> None:
    operation = operations[name]
    refused = set()
    for given in operation.questions():
        response = client.get(operation.address(given))
        operation.check(response)
        assert response.status_code in {200, 422}, (given, response.text)
        if response.status_code == 422:
            refused.add(given[-1])
            assert [each["name"] for each in response.json["parameters"]] == [given[-1][0]]
            response = client.get(operation.address((*given, NEEDS[given[-1]])))
            operation.check(response)
            assert response.status_code == 200, given

    assert refused == (set(NEEDS) if "tri" in dict(operation.values()) else set())


@pytest.mark.parametrize("name", ["getOpening", "listMuseums", "listThemes", "search", "suggest"])
def test_every_list_is_whole_when_followed_to_its_end(
    client: FlaskClient, operations: dict[str, Operation], name: str
) -> None:
    operation = operations[name]
    for given in operation.questions():
        if client.get(operation.address(given)).status_code == 422:
            continue
        pages = list(followed(client, operation, given))
        found = [item for page in pages for item in page["items"]]
        assert len(found) == pages[0]["total"], given
        assert {page["total"] for page in pages} == {pages[0]["total"]}, given
        keys = [(item.get("kind"), item.get("slug") or item["date"]) for item in found]
        assert len(set(keys)) == len(keys), given


def test_the_length_of_a_page_changes_no_list(client: FlaskClient, operations: dict[str, Operation]) -> None:
    museums = operations["listMuseums"]
    lists = [
        identities(followed(client, museums, (("tri", "commune"), ("per_page", length))))
        for length in ("1", "7", "50", "200")
    ]

    assert all(each == lists[0] for each in lists)
    assert len(lists[0]) > 100


def test_list_and_map_are_one_sequence(client: FlaskClient, operations: dict[str, Operation]) -> None:
    for given in operations["mapMuseums"].questions():
        if client.get(operations["mapMuseums"].address(given)).status_code == 422:
            continue
        [collection] = followed(client, operations["mapMuseums"], given)
        listed = identities(followed(client, operations["listMuseums"], (*given, ("per_page", "200"))))
        drawn = [feature["properties"]["slug"] for feature in collection["features"]]
        assert drawn == listed, given


@pytest.mark.parametrize("name", sorted(OPERATIONS - {"getEvent"}))
def test_what_has_not_changed_is_not_sent_again(
    client: FlaskClient, operations: dict[str, Operation], name: str
) -> None:
    address = operations[name].address(next(operations[name].questions()))
    tag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})

    assert "304" in operations[name].described["responses"]
    assert again.status_code == 304
    assert not again.data
