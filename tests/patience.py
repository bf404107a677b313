"""Waits for what a page does by itself."""

from typing import Any

from playwright.sync_api import Page

TRIES, PAUSE = 120, 50
"""How often the page is asked, and how many milliseconds apart."""


def until(tab: Page, script: str, arg: Any = None) -> None:
    """Wait until a script answers yes; asked from outside, since the page's policy lets nothing inside evaluate text."""
    for _ in range(TRIES):
        if tab.evaluate(script, arg):
            return
        tab.wait_for_timeout(PAUSE)
    raise AssertionError(f"never became true: {script}")
