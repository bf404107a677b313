"""The OpenAPI 3.1 document, written by hand from small parts so that it says what the API does.

The values that a filter may take are those of today's guide: a document asked for again is up to date.
"""

from collections.abc import Iterable
from typing import Any

from portal.domain.events import addresses, finding
from portal.domain.events.finding import Asked
from portal.domain.events.operations import OPERATIONS
from portal.domain.events.vocabulary import Audience, EventType, Speech
from portal.domain.museums import Guide, Order
from portal.web.api.answers import VERSION
from portal.web.api.parameters import MOST_DAYS, PER_PAGE
from portal.web.api.problems import MIMETYPE
from portal.web.api.schemas import DAY, Schema, reference, schemas
from portal.web.kit import when
from portal.web.kit.events.questions import FREE
from portal.web.kit.questions import LONGEST_QUERY, MOST_PER_PAGE, USUAL_RADIUS, WIDEST_RADIUS

INTRODUCTION = (
    "Les musées de France d’Occitanie, en lecture et sans clé. "
    "La liste, la carte et l’API répondent aux mêmes paramètres, dans le même ordre."
)
LICENCE = {
    "name": "Licence Ouverte 2.0",
    "url": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
}
EMPTY = ("",)
"""An empty value is one that was not given, as forms send it."""
WORD = "[0-9A-Za-zÀ-ÏÑ-ÖÙ-Ýß-ïñ-öù-ý]"
DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
QUERIES = ["toulouse lautrec", "préhistoire"]
SLUG: Schema = {"type": "string", "pattern": "^[0-9A-Za-z]([0-9A-Za-z-]{0,118}[0-9A-Za-z])?$"}


def document(guide: Guide, public_url: str) -> dict[str, Any]:
    """Return the document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Musées d’Occitanie",
            "version": VERSION,
            "description": INTRODUCTION,
            "license": LICENCE,
        },
        "servers": [{"url": public_url}],
        "paths": _paths(guide),
        "components": {
            "schemas": schemas(),
            "responses": {
                "NotModified": {
                    "description": "Rien n’a changé depuis la réponse que désigne If-None-Match."
                },
                "Moved": {
                    "description": "Le musée a changé d’adresse.",
                    "headers": {"Location": _header("string")},
                },
                "NotFound": _problem("Rien à cette adresse, ou page après la fin de la liste."),
                "Refused": _problem("Un paramètre n’a pas de sens ; la réponse dit lequel et pourquoi."),
                "TooMany": _problem("Trop de demandes.", {"Retry-After": _header("integer")}),
            },
        },
    }


def _paths(guide: Guide) -> Schema:
    return {**_many_museums(guide), **_one_museum(guide), **_events(guide), **_the_rest()}


def _many_museums(guide: Guide) -> Schema:
    criteria = [*_searching(), *_facets(guide), *_near(), *_opening(), *_wishes(), _order()]
    return {
        "/api/v1/museums": _get(
            "listMuseums", "Les musées, page par page", "Museums", [*criteria, *_paging()], (404, 422)
        ),
        "/api/v1/museums.geojson": _get(
            "mapMuseums",
            "Tous les musées qui répondent, en GeoJSON",
            "FeatureCollection",
            criteria,
            (422,),
            mimetype="application/geo+json",
        ),
    }


def _one_museum(guide: Guide) -> Schema:
    schema = SLUG | {"examples": [museum.slug for museum in guide.museums[:1]]}
    slug = _parameter("slug", schema, "Le slug du musée, ou son identifiant Muséofile.", place="path")
    return {
        "/api/v1/museums/{slug}": _get("getMuseum", "Un musée", "OneMuseum", [slug], (301, 404)),
        "/api/v1/museums/{slug}/opening": _get(
            "getOpening", "L’ouverture d’un musée, jour par jour", "Days", [slug, *_period()], (301, 404, 422)
        ),
    }


def _events(guide: Guide) -> Schema:
    day, _opened = _opening()
    _free, _shelter, access = _wishes()
    age = {"type": "string", "pattern": "^(|[0-9]{1,2}|1[01][0-9]|120)$", "examples": ["8"]}
    own = [
        _any_of("type", EventType, "Ce que c’est."),
        _any_of("public", Audience, "Pour qui."),
        _any_of("langue", Speech, "La langue dans laquelle il se tient (fsl : langue des signes)."),
        _any_of("prix", [FREE], "Gratuit pour tous."),
        _parameter("age", age, "Pour quelqu’un de cet âge ; un âge ou un public doit être dit."),
        _parameter(
            "operation",
            {"type": "string", "examples": [one.slug for one in OPERATIONS[-1:]]},
            "Le slug d’une opération nationale.",
        ),
    ]
    criteria = [*_searching(), *_facets(guide), *_near(), day, access, *own]
    found = [event.address for event in finding.events(Asked(), limit=1)]
    shape = SLUG | ({"examples": [addresses.short_id_of(one) for one in found]} if found else {})
    slug = _parameter("slug", shape, "L’identifiant de l’événement.", place="path")
    return {
        "/api/v1/events": _get(
            "listEvents",
            "Les événements, passés et à venir sauf si date est donnée",
            "Events",
            [*criteria, *_paging()],
            (404, 422),
        ),
        "/api/v1/events/{slug}": _get(
            "getEvent", "Un événement et toutes ses dates", "Event", [slug], (301, 404)
        ),
    }


def _the_rest() -> Schema:
    return {
        "/api/v1/themes": _get("listThemes", "Les grands thèmes", "Themes", [], ()),
        "/api/v1/search": _get(
            "search",
            "Chercher un musée, une commune, un thème",
            "Hits",
            [*_searching(required=True), *_paging()],
            (404, 422),
        ),
        "/api/v1/suggestions": _get(
            "suggest", "Proposer pendant la frappe", "Suggestions", _typing(), (422,)
        ),
    }


def _get(
    name: str,
    summary: str,
    schema: str,
    parameters: Iterable[Schema],
    others: Iterable[int],
    *,
    mimetype: str = "application/json",
) -> Schema:
    named = {301: "Moved", 404: "NotFound", 422: "Refused"}
    found = {
        "description": summary,
        "headers": {"ETag": _header("string")},
        "content": {mimetype: {"schema": reference(schema)}},
    }
    responses = {
        "200": found,
        "304": _response("NotModified"),
        **{str(code): _response(named[code]) for code in others},
        "429": _response("TooMany"),
    }
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": list(parameters),
            "responses": responses,
        }
    }


def _response(name: str) -> Schema:
    return {"$ref": f"#/components/responses/{name}"}


def _problem(description: str, headers: Schema | None = None) -> Schema:
    content = {MIMETYPE: {"schema": reference("Problem")}}
    return {"description": description, "content": content} | ({"headers": headers} if headers else {})


def _header(kind: str) -> Schema:
    return {"schema": {"type": kind}}


def _parameter(
    name: str, schema: Schema, description: str, *, place: str = "query", required: bool = False
) -> Schema:
    return {
        "name": name,
        "in": place,
        "description": description,
        "required": required or place == "path",
        "schema": schema,
    }


def _any_of(name: str, values: Iterable[str], description: str) -> Schema:
    schema = {"type": "array", "items": {"type": "string", "enum": [*EMPTY, *values]}}
    return _parameter(name, schema, f"{description} Répété\u00a0: l’un ou l’autre.")


def _searching(*, required: bool = False) -> list[Schema]:
    pattern = WORD if required else f"^$|{WORD}"
    schema = {"type": "string", "maxLength": LONGEST_QUERY, "pattern": pattern, "examples": QUERIES}
    return [_parameter("q", schema, "Ce que l’on cherche, une faute pardonnée.", required=required)]


def _facets(guide: Guide) -> list[Schema]:
    return [
        _any_of("departement", guide.departements, "Le code du département."),
        _any_of("commune", guide.towns, "Le slug de la commune."),
        _any_of("theme", guide.themes_by_slug, "Le slug du thème."),
        _any_of("label", guide.labels, "Le slug du label."),
    ]


def _near() -> list[Schema]:
    place = {"type": "string", "examples": ["albi", "81000", "43.6,1.44"]}
    radius = {
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": WIDEST_RADIUS,
        "default": USUAL_RADIUS,
    }
    told = "Une commune d’Occitanie, un code postal ou une position (lat,lon) ; 422 pour ce qui n’est nulle part."
    return [_parameter("pres", place, told), _parameter("rayon", radius, "En kilomètres autour de pres.")]


def _opening() -> list[Schema]:
    words = {"type": "string", "enum": [*EMPTY, *when.WORDS]}
    period = {
        "type": "string",
        "pattern": rf"^{DATE}\.\.{DATE}$",
        "examples": ["2026-12-19..2027-01-04"],
    }
    day = {"anyOf": [words, DAY | {"examples": ["2026-12-25"]}, period]}
    told = f"Un jour, ou une période AAAA-MM-JJ..AAAA-MM-JJ de {when.MOST_DAYS} jours au plus ; seul, il ne filtre rien."
    opened = (
        "1 : ouvert un moment à la date, aujourd’hui sans date. a-confirmer : horaires inconnus ce jour-là."
    )
    return [_parameter("date", day, told), _any_of("ouvert", [when.OPEN, when.TO_CONFIRM], opened)]


def _wishes() -> list[Schema]:
    age = {
        "type": "string",
        "pattern": "^(|tous|[0-9]{1,2}|1[01][0-9]|120)$",
        "examples": ["tous", "12"],
    }
    ages = {"type": "array", "items": age}
    return [
        _parameter(
            "gratuit_pour",
            ages,
            "Gratuit pour tous, ou à cet âge, à la date ou aujourd’hui. Répété\u00a0: l’un ou l’autre.",
        ),
        _any_of("abri", ["1"], "La moitié de la visite au moins est à l’abri."),
        _any_of(
            "acces",
            ["auditif", "mental", "moteur", "visuel"],
            "Accessible à la date, ou aujourd’hui. Répété : l’un ou l’autre. « En partie » compte dans unconfirmed.",
        ),
    ]


def _order() -> Schema:
    told = "L’ordre : pertinence (avec q), distance (avec pres), sinon nom. C’est aussi l’ordre habituel."
    return _parameter("tri", {"type": "string", "enum": [*EMPTY, *(order.value for order in Order)]}, told)


def _paging() -> list[Schema]:
    page = {"type": "integer", "minimum": 1, "default": 1}
    length = {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE}
    return [
        _parameter("page", page, "La page ; suivez plutôt next."),
        _parameter("per_page", length, "La longueur d’une page."),
    ]


def _period() -> list[Schema]:
    return [
        _parameter(
            "from",
            DAY | {"examples": ["2026-12-21"]},
            "Le premier jour, compris ; à défaut aujourd’hui, ou six jours avant to.",
        ),
        _parameter(
            "to",
            DAY | {"examples": ["2027-01-03"]},
            f"Le dernier jour, compris ; à défaut six jours après. {MOST_DAYS} jours au plus.",
        ),
    ]


def _typing() -> list[Schema]:
    language = {"type": "string", "enum": ["fr", "oc"], "default": "fr"}
    return [
        _parameter("q", {"type": "string", "examples": ["mont", *QUERIES]}, "Ce qui est déjà tapé."),
        _parameter("langue", language, "La langue du lecteur."),
    ]
