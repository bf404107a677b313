"""What the tests of the screen of hours share: its address, and what a browser would send back untouched."""

from typing import Any

from bs4 import BeautifulSoup

from tests.cast import Cast, Door


def ROOM(cast: Cast) -> str:  # noqa: N802
    return f"/espace/{cast.here_slug}/horaires/"


def fields(door: Door, path: str) -> dict[str, Any]:
    return sent(BeautifulSoup(door.get(path).get_data(as_text=True), "html.parser"))


def sent(page: BeautifulSoup) -> dict[str, Any]:
    """What the browser would send back of the screen untouched."""
    form = page.find(id="horaires")
    typed: dict[str, Any] = {}
    for control in form.find_all(["input", "select", "textarea"]):
        name, kind = control.get("name"), control.get("type")
        if kind in {"radio", "checkbox"} and not control.has_attr("checked"):
            continue
        if control.name == "select":
            chosen = control.find("option", selected=True) or control.find("option")
            value = chosen["value"]
        elif control.name == "textarea":
            value = control.get_text().removeprefix("\n")
        else:
            value = control.get("value", "")
        if kind == "checkbox":
            typed.setdefault(name, []).append(value)
        else:
            typed[name] = value
    return typed
