"""Opens a page as a visitor would, checks what every page owes its readers, and returns it parsed."""

import re
from itertools import pairwise

import html5lib
from bs4 import BeautifulSoup
from flask import Flask
from werkzeug.test import TestResponse

OWN_HOST = "http://localhost:8000"
FETCHED = (
    ("script", "src"),
    ("img", "src"),
    ("link", "href"),
    ("use", "href"),
    ("form", "action"),
    ("iframe", "src"),
)
# Links a browser follows only when somebody chooses to, or never: they may name another host.
DECLARED = {"canonical", "alternate"}


class Page(BeautifulSoup):
    """A parsed page, with what a person reads on it."""

    @property
    def words(self) -> str:
        """The text of the page's main part, with single spaces."""
        return " ".join(self.main.get_text(" ").split())


class Reader:
    """A visitor without script."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()

    def open(self, path: str, status: int = 200, **kwargs: object) -> Page:
        """Open a page, which must answer this status and be a good page."""
        response = self.client.get(path, **kwargs)
        assert response.status_code == status, f"{path}: {response.status_code}"
        return inspect(path, response)


def inspect(path: str, response: TestResponse) -> Page:
    """Check what every page owes its readers."""
    html = response.get_data(as_text=True)
    _check_headers(path, response)
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    assert not parser.errors, f"{path}: {parser.errors[0]}"
    page = Page(html, "html.parser")
    _check_names(path, page)
    _check_structure(path, page)
    _check_addresses(path, page)
    return page


def _check_headers(path: str, response: TestResponse) -> None:
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy, path
    assert response.headers["X-Content-Type-Options"] == "nosniff", path
    assert response.mimetype == "text/html", path


def _check_names(path: str, page: Page) -> None:
    [heading] = page.find_all("h1")
    title = " ".join(page.title.get_text().split())
    assert " ".join(heading.get_text().split()) in title, f"{path}: the title {title!r} does not say the h1"
    expected = path.split("/")[1].split("?", maxsplit=1)[0]
    if expected in {"fr", "oc"}:
        assert page.html["lang"] == expected, path
    for image in page.find_all("img"):
        assert image.has_attr("alt"), f"{path}: an image without alt"
        assert image.has_attr("width"), f"{path}: an image without its size"
    for control in page.find_all(["input", "select", "textarea"]):
        if control.get("type") not in {"hidden", "submit"}:
            named = control.get("aria-label") or control.find_parent("label")
            named = named or page.find("label", attrs={"for": control.get("id")})
            assert named, f"{path}: a control without a name: {control}"


def _check_structure(path: str, page: Page) -> None:
    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(ids) == len(set(ids)), f"{path}: an id twice"
    levels = [int(heading.name[1]) for heading in page.find_all(re.compile("^h[1-6]$"))]
    assert all(after <= before + 1 for before, after in pairwise(levels)), f"{path}: {levels}"
    assert not page.find_all(style=True), f"{path}: a style attribute"
    assert not page.find_all("style"), f"{path}: a style block"
    for script in page.find_all("script"):
        assert script.get("src") or script.get("type") == "application/ld+json", f"{path}: an inline script"
    for label in page.find_all(attrs={"aria-labelledby": True}):
        assert page.find(id=label["aria-labelledby"]), f"{path}: a missing label {label['aria-labelledby']}"


def _check_addresses(path: str, page: Page) -> None:
    for tag, attribute in FETCHED:
        for element in page.find_all(tag):
            address = element.get(attribute, "")
            if set(element.get("rel") or ()) & DECLARED:
                assert address.startswith(OWN_HOST), f"{path}: {address}"
            else:
                assert not re.match(r"(?:[a-z]+:)?//", address), f"{path} fetches {address}"
