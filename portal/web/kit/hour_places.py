"""Where hours are shown and written: the addresses of the contract, each where the portal has such a page."""

from flask import current_app, request, url_for

from portal.domain.museums import MuseumEntry


def screen(museum: MuseumEntry) -> str:
    """Return the address of the hours' own screen."""
    has_screen = "dashboard.hours.edit" in current_app.view_functions
    return url_for("dashboard.hours.edit" if has_screen else "dashboard.overview.show", museum=museum.slug)


def sign(museum: MuseumEntry) -> str | None:
    """Return the address of the door's sign."""
    return _existing(f"/fr/musees/{museum.slug}/affiche/")


def opening_data(museum: MuseumEntry) -> str | None:
    """Return the address of the open data about the museum's days."""
    return _existing(f"/api/v1/museums/{museum.slug}/opening")


def _existing(path: str) -> str | None:
    adapter = current_app.create_url_adapter(request)
    return path if adapter is not None and adapter.test(path, method="GET") else None
