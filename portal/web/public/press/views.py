"""The press pages: all museums, one, and its archive."""

from collections.abc import Mapping, Sequence

from flask import Response, abort, current_app, redirect, render_template, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from portal.db import Language
from portal.domain import hours, media, museums
from portal.domain.media import Shown
from portal.domain.museums import Museum, MuseumEntry
from portal.web.kit import clock, opening, pictures
from portal.web.kit.addresses import absolute
from portal.web.kit.clock import today
from portal.web.kit.locale import page_language
from portal.web.public.press import archive
from portal.web.public.press.blueprint import blueprint

LANGUAGES: tuple[Language, ...] = ("fr", "oc")


@blueprint.get("/presse/")
def index() -> str:
    """Show which museums have pictures that may be printed, and how to credit them."""
    found = [(museum, len(_cleared(museum))) for museum in museums.guide().museums]
    return render_template("public/press/index.html", found=[pair for pair in found if pair[1]])


@blueprint.get("/musees/<slug:slug>/presse/")
def show(slug: str) -> ResponseReturnValue:
    """Show what a journalist needs of a museum."""
    museum, moved = _museum(slug, ".show")
    if museum is None:
        return moved or abort(404)
    entry, language = museums.entry_of(museum), page_language()
    return render_template(
        "public/press/show.html",
        museum=museum,
        entry=entry,
        pictures=_cleared(entry),
        hours=opening.whole_text(hours.of(museum.id).schedule.rows, language).split("\n"),
        today=today(),
    )


@blueprint.get("/musees/<slug:slug>/presse.zip")
def download(slug: str) -> ResponseReturnValue:
    """Send the texts and the cleared pictures in one archive."""
    museum, moved = _museum(slug, ".download")
    if museum is None:
        return moved or abort(404)
    entry = museums.entry_of(museum)
    cleared = _cleared(entry)
    named = [
        (f"{entry.slug}-{rank:02}.{media.WHOLE.formats[-1]}", one) for rank, one in enumerate(cleared, 1)
    ]
    texts = [(f"{entry.slug}-{language}.txt", _facts(museum, entry, language)) for language in LANGUAGES]
    texts.append(("credits.txt", _credits(named)))
    sent = archive.pieces(current_app.extensions["files"], texts, named, clock.now())
    response = Response(stream_with_context(sent), mimetype="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{entry.slug}-presse.zip"'
    response.headers["Cache-Control"] = "no-store"  # what is under embargo tonight may not come from a cache
    return response


def _museum(slug: str, endpoint: str) -> tuple[Museum | None, Response | None]:
    """Return a listed museum, or where an address it had before leads."""
    museum = museums.by_slug(slug)
    if museum is not None:
        return (None if museum.is_archived else museum), None
    now = museums.slug_now(slug)
    moved = redirect(url_for(endpoint, slug=now), 301) if now else None
    return None, moved  # type: ignore[return-value]  # werkzeug's response is Flask's here


def _cleared(entry: MuseumEntry) -> list[Shown]:
    """Return the pictures that the museum lets the press use, and that no embargo holds back today."""
    return [one for one in pictures.pictures_of(entry) if one.may_press_use]


def _facts(museum: Museum, entry: MuseumEntry, language: Language) -> str:
    """Return the museum in words, for those who open the archive."""
    said = museum.presentation
    lines: Mapping[str, str | None] = {
        "name": f"{museum.name.text(language)}, {entry.town.name.text(language)}",
        "text": said.text(language) if said else None,
        "hours": opening.whole_text(hours.of(museum.id).schedule.rows, language),
        "address": ", ".join(
            filter(None, [museum.shown_place, museum.shown_street, museum.shown_postcode, entry.town.name.fr])
        ),
        "phone": museum.shown_phone,
        "site": museum.shown_website,
        "page": absolute(url_for("public.museums.show", language=language, slug=entry.slug)),
    }
    return "\n\n".join(line for line in lines.values() if line) + "\n"


def _credits(named: Sequence[tuple[str, Shown]]) -> str:
    """Return whose each picture is, in both languages where the words have two."""
    lines = ["Chaque image se publie avec son crédit.", "Cada imatge se publica amb son crèdit.", ""]
    for name, one in named:
        told = [
            name,
            one.credit,
            str(pictures.licence_name(one.licence)),
            one.licence.address or "",
            *filter(None, (one.alternative.fr, one.alternative.oc) if one.alternative else ()),
        ]
        lines.append("\n".join(filter(None, told)))
        lines.append("")
    return "\n".join(lines)
