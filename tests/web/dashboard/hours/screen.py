"""What the tests of the screen of hours share: its address, and what a browser would send back untouched."""

from typing import Any

from bs4 import BeautifulSoup

from tests.cast import Cast, Door


def room(cast: Cast, slug: str | None = None) -> str:
    """The address of the screen."""
    return f"/espace/{slug or cast.here_slug}/horaires/"


def fields(door: Door, path: str) -> dict[str, Any]:
    """What the browser would send back of the screen, opened and untouched."""
    return sent(BeautifulSoup(door.get(path).get_data(as_text=True), "html.parser"))


def sent(page: BeautifulSoup) -> dict[str, Any]:
    """What the browser would send back of a screen untouched."""
    typed: dict[str, Any] = {}
    for control in page.find(id="horaires").find_all(["input", "select", "textarea"]):
        name, kind = control["name"], control.get("type")
        if kind in {"radio", "checkbox"} and not control.has_attr("checked"):
            continue
        if control.name == "select":
            typed[name] = (control.find("option", selected=True) or control.find("option"))["value"]
        elif control.name == "textarea":
            typed[name] = control.get_text().removeprefix("\n")
        elif kind == "checkbox":
            typed.setdefault(name, []).append(control.get("value", ""))
        else:
            typed[name] = control.get("value", "")
    return typed


def week(place: str, hours: str, *, closed: tuple[int, ...] = (0,)) -> dict[str, str]:
    """The seven fields of a week."""
    return {f"{place}.week.{day}": "" if day in closed else hours for day in range(7)}


SUMMER = {"periods.0.name": "Été", "periods.0.from": "1er avril", "periods.0.to": "31 octobre"} | week(
    "periods.0", "10h-18h"
)
WINTER = {"periods.1.name": "Hiver", "periods.1.from": "1er novembre", "periods.1.to": "31 mars"} | week(
    "periods.1", "14h-17h"
)


def write(door: Door, cast: Cast, act: str = "publish", **more: str) -> Any:
    """Fill the screen and send it; the names of `more` write a point as two low lines."""
    typed = {name.replace("__", "."): value for name, value in more.items()}
    return door.post(room(cast), fields(door, room(cast)) | typed | {"action": act})


def both_seasons(door: Door, cast: Cast, act: str = "publish") -> Any:
    """Write summer and winter."""
    return door.post(room(cast), fields(door, room(cast)) | SUMMER | WINTER | {"action": act})
