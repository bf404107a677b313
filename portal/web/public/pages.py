"""The pages that change little: legal, accessibility, credits, contact, the association."""

from flask import Blueprint, render_template

from portal.web.kit.vendored import packages

CONTACT_ADDRESS = "contact@musees-occitanie.fr"

blueprint = Blueprint("pages", __name__)


@blueprint.get("/mentions-legales/")
def legal() -> str:
    """Show who publishes the site and what it keeps of visitors: nothing."""
    return render_template("public/pages/legal.html")


@blueprint.get("/accessibilite/")
def accessibility() -> str:
    """Show the accessibility statement (RGAA 4)."""
    return render_template("public/pages/accessibility.html")


@blueprint.get("/credits/")
def credits() -> str:  # noqa: A001 - the page's name; the built-in is for the interactive prompt
    """Show where the facts, the drawings and the tools come from, with their licences."""
    return render_template("public/pages/credits.html", packages=packages())


@blueprint.get("/contact/")
def contact() -> str:
    """Show how to reach the association and the museums."""
    return render_template("public/pages/contact.html", contact_address=CONTACT_ADDRESS)


@blueprint.get("/association/")
def association() -> str:
    """Show what the network is."""
    return render_template("public/pages/association.html")
