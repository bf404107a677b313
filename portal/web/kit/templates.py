"""What every template may use: its filters, its globals, and no undefined name."""

from datetime import datetime
from urllib.parse import urlsplit

from flask import Flask, current_app, g, request, url_for
from jinja2 import StrictUndefined
from markupsafe import Markup, escape
from sqlalchemy.exc import SQLAlchemyError

from portal.db import Translated, content_version, db
from portal.db.translated import Language
from portal.domain import rich_text
from portal.domain.places import drawing
from portal.domain.recent import Recent
from portal.web.kit import addresses, clock, covers, formats, locale, moments, outlines, pictures, typography
from portal.web.kit.display import display
from portal.web.kit.navigation import main_menu


def init_app(app: Flask) -> None:
    """Prepare the template environment."""
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.policies["ext.i18n.trimmed"] = True
    environment.filters.update(
        said=said,
        distance=_distance,
        host=_host,
        typo=_typographic,
        raised=_raised,
        day=_day,
        moment=_moment,
        age=_age,
        typed=rich_text.shown_again,
        hypertext=_hypertext,
    )
    environment.globals.update(
        absolute=addresses.absolute,
        blue_of=drawing.BLUES.get,
        canonical=addresses.canonical,
        cover_address=covers.address,
        display_address=_display_address,
        door_address=covers.door_address,
        formats=formats,
        icon=icon,
        is_demonstration=is_demonstration,
        main_menu=main_menu,
        outlines_address=outlines.address,
        licence_name=pictures.licence_name,
        picture_fallback=pictures.fallback,
        picture_of=pictures.picture_of,
        picture_share=pictures.share,
        picture_srcset=pictures.srcset,
        preview=lambda: g.get("preview"),
        pictures_of=pictures.pictures_of,
        share_address=covers.share_address,
        twins=addresses.twins,
        url_in=addresses.in_language,
    )
    environment.globals["map_tiles"] = app.extensions["settings"].map_tiles
    app.context_processor(lambda: {"display": display()})


def said(text: Translated | str) -> Markup:
    """Return a text for the reader, marked with its language where that is not the page's."""
    if isinstance(text, str):
        return escape(text)
    reader = locale.page_language()
    lang = text.lang(reader)
    if lang == reader:
        return escape(text.text(reader))
    return Markup('<span lang="{}">{}</span>').format(lang, text.text(reader))


def icon(name: str) -> Markup:
    """Return one icon of the sprite; it never stands alone without words or an `aria-label`."""
    address = current_app.extensions.get("sprite") or _find_sprite()
    return Markup('<svg class="ic" aria-hidden="true"><use href="{}#{}"/></svg>').format(address, name)


def is_demonstration() -> bool:
    """Return whether invented content stands on the site; `False` where the database cannot say."""
    try:
        return content_version(db.session()).is_demonstration
    except SQLAlchemyError:  # the page that says so must still be written
        return False


def _find_sprite() -> str:
    """Return the sprite's address, found once: a page asks for it dozens of times."""
    address = current_app.extensions["sprite"] = url_for("static", filename="icons.svg")
    return address


def _typographic(text: str) -> str:
    """Return a French text of the register as French is typeset."""
    return typography.typographic(text, "fr")


# Setting every text of a page costs three times the rest of it; texts change seldom.
_typeset: Recent[tuple[str, Language], Markup] = Recent(most=400)


def _hypertext(html: str, language: Language) -> Markup:
    """Return a text that `portal.domain.rich_text` cleaned when it was kept, typeset for its language."""
    made = Markup(html)  # noqa: S704 - cleaned before it was kept
    return _typeset.get((html, language), lambda: typography.typographic_markup(made, language))


def _raised(text: str, language: Language | None = None) -> Markup:
    """Return a sentence with its French `1er` raised; most have none."""
    if "1er" not in text:
        return escape(text)
    return typography.typographic_markup(text, language or locale.page_language())


def _distance(km: float, language: Language | None = None) -> str:
    return formats.distance_km(km, language or locale.page_language())


def _day(instant: datetime) -> str:
    return moments.day(instant, locale.page_language())


def _moment(instant: datetime) -> str:
    return moments.moment(instant, locale.page_language())


def _age(instant: datetime) -> str:
    return moments.age(instant, clock.now(), locale.page_language())


def _host(address: str) -> str:
    return (urlsplit(address).hostname or address).removeprefix("www.")


def _display_address() -> str:
    if g.get("preview") is not None:  # the address of a secret link is written nowhere else
        return url_for("preferences.edit")
    return url_for("preferences.edit", retour=request.full_path.rstrip("?"))
