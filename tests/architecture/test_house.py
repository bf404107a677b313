"""Promises about the code itself: every route is declared, every template is sound, nothing is left unread."""

import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates

from portal.web.kit.declarations import UndeclaredRouteError, check, open_to_everyone

TEMPLATES = Path(__file__).resolve().parents[2] / "portal" / "templates"
# Letters are read elsewhere: they carry their own style, and are previewed in a frame of their own.
NAMES = sorted(
    name
    for path in TEMPLATES.rglob("*.html")
    if not (name := path.relative_to(TEMPLATES).as_posix()).startswith("emails/")
)
PAGES = [name for name in NAMES if not re.match(r"layouts/|components/", name) and "/_" not in name]
FORBIDDEN = {
    "a style attribute": r"\sstyle=",
    "a style block": r"<style",
    "an inline handler": r"\son[a-z]+=",
    "a hard-coded address": r"(?:href|action)=\"/(?!/)[a-z]",
    "an import with context": r"with context",
    "an unsafe filter": r"\|\s*safe\b",
}


@pytest.fixture
def environment(shared_app: Flask) -> Environment:
    return shared_app.jinja_env


def source(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_template_compiles(environment: Environment, name: str) -> None:
    assert environment.get_template(name)


@pytest.mark.parametrize("name", PAGES)
def test_page_has_a_title_and_a_public_one_a_description(name: str) -> None:
    assert "{% block title %}" in source(name)
    if "layouts/public.html" in source(name):
        assert "{% block description %}" in source(name)


@pytest.mark.parametrize("name", NAMES)
def test_template_holds_nothing_forbidden(name: str) -> None:
    found = [what for what, pattern in FORBIDDEN.items() if re.search(pattern, source(name))]

    assert not found


@pytest.mark.parametrize("name", NAMES)
def test_template_uses_what_it_imports(environment: Environment, name: str) -> None:
    tree = environment.parse(source(name))
    imported = {
        each if isinstance(each, str) else each[1]
        for node in tree.find_all(nodes.FromImport)
        for each in node.names
    }
    used = {node.name for node in tree.find_all(nodes.Name)}

    assert imported <= used


def test_every_component_and_fragment_is_used(environment: Environment) -> None:
    asked = {found for name in NAMES for found in find_referenced_templates(environment.parse(source(name)))}
    parts = {name for name in NAMES if name not in PAGES}

    assert parts - asked == set()


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("components/")])
def test_component_holds_one_macro_of_its_name(environment: Environment, name: str) -> None:
    macros = [macro.name for macro in environment.parse(source(name)).find_all(nodes.Macro)]

    assert macros == [Path(name).stem]


def test_an_undeclared_route_stops_the_start() -> None:
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/secret/", "secret", lambda: "")

    with pytest.raises(UndeclaredRouteError, match="secret"):
        check(app)


def test_a_declared_route_starts() -> None:
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/ouvert/", "ouvert", open_to_everyone(lambda: ""))

    check(app)


def test_every_page_address_ends_in_a_slash(shared_app: Flask) -> None:
    files = re.compile(
        r"\.[a-z]+$|^/(affichage|langue|mesure|healthz|readyz|connexion|deconnexion|espace/droits)$|^/static/|^/api/v1/"
    )
    rules = [rule.rule for rule in shared_app.url_map.iter_rules()]

    assert [rule for rule in rules if not rule.endswith("/") and not files.search(rule)] == []


def test_nothing_in_the_domain_asks_the_time(root: Path) -> None:
    asking = re.compile(r"datetime\.now|date\.today|time\.time\(")
    files = [path for folder in ("domain", "db") for path in (root / "portal" / folder).rglob("*.py")]

    assert [path.name for path in files if asking.search(path.read_text(encoding="utf-8"))] == []
