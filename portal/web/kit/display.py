"""How a visitor likes to read: theme, comfort, motion; kept in the one cookie they asked for."""

from dataclasses import dataclass

from flask import Response, has_request_context, request

COOKIE = "affichage"
A_YEAR = 365 * 24 * 3600

THEMES = ("auto", "clair", "sombre")
READINGS = ("normale", "confort")
MOTIONS = ("auto", "reduit")


@dataclass(frozen=True)
class Display:
    """One of the twelve known ways to show a page."""

    theme: str = "auto"
    reading: str = "normale"
    motion: str = "auto"

    @classmethod
    def parse(cls, cookie: str | None) -> "Display":
        """Return the preference a cookie holds; anything unknown is the default, whole."""
        parts = (cookie or "").split(".")
        if len(parts) != 3 or parts[0] not in THEMES or parts[1] not in READINGS or parts[2] not in MOTIONS:
            return cls()
        return cls(*parts)

    def __str__(self) -> str:
        """Return the cookie's text."""
        return f"{self.theme}.{self.reading}.{self.motion}"

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of the page's root element; none for the default."""
        found = {
            "data-theme": {"clair": "light", "sombre": "dark"}.get(self.theme),
            "data-read": "confort" if self.reading == "confort" else None,
            "data-motion": "reduit" if self.motion == "reduit" else None,
        }
        return {name: value for name, value in found.items() if value}

    def keep(self, response: Response, *, secure: bool) -> None:
        """Put the preference in its cookie."""
        response.set_cookie(COOKIE, str(self), max_age=A_YEAR, secure=secure, httponly=True, samesite="Lax")


def display() -> Display:
    """Return the visitor's preference."""
    return Display.parse(request.cookies.get(COOKIE)) if has_request_context() else Display()
