"""An independent client reads the document and tries what it says, and what it does not say."""

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

ASKED = (
    "getEvent",
    "getMuseum",
    "getOpening",
    "listEvents",
    "listMuseums",
    "mapMuseums",
    "search",
    "suggest",
)
ACCEPTED = ["2xx", "3xx", "404"]
# No schema says that one day does not come before another nor 400 days after it, which words name a place, nor
# that an order by distance needs one.
ACCEPTED_OF = {name: [*ACCEPTED, "422"] for name in ("getOpening", "listEvents", "listMuseums", "mapMuseums")}
TRIES = settings(
    max_examples=12,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def document(shared_app: Flask):
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", shared_app)


def operations(document):
    found = (each.ok() for each in document.get_all_operations())
    return {operation.definition.raw["operationId"]: operation for operation in found}


def test_the_document_is_openapi(document):
    document.validate()

    assert set(operations(document)) == {*ASKED, "listThemes"}


@pytest.mark.parametrize(
    ("name", "mode"),
    [("listThemes", GenerationMode.POSITIVE), *((name, mode) for name in ASKED for mode in GenerationMode)],
)
def test_reality_is_as_documented(document, name, mode):
    document.config.checks.positive_data_acceptance.expected_statuses = ACCEPTED_OF.get(name, ACCEPTED)

    @TRIES
    @given(case=operations(document)[name].as_strategy(generation_mode=mode))
    def attempt(case):
        case.call_and_validate(headers={"Accept-Encoding": "identity"})

    attempt()
