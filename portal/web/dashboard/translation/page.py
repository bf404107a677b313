"""What the desk shows: each text with its French, how it stands, what of its French changed, what is worth a look."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import abort, current_app, render_template, request, url_for

from portal.domain import museums, revisions, translations
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Span
from portal.domain.translations import Changed, Field, Standing
from portal.web.dashboard.translation import forms, sights
from portal.web.dashboard.translation.sights import Sight
from portal.web.kit import translating
from portal.web.kit.forms import BaseForm
from portal.web.kit.pagination import Page

PER_PAGE = 20
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Row:
    """One text on the desk."""

    field: Field
    control: Any
    read: Any
    """The box that says that a machine's draft was read, where there is one."""
    seal: str
    french: Sequence[tuple[str, bool]]
    """Its sentences and the spaces between, and whether each has changed since the Occitan was written."""
    changes: Sequence[Changed]
    unknown: Sequence[str]
    """Words that the dictionary does not know."""
    theirs: Sequence[Span] | None
    """Of a text that somebody else wrote meanwhile, theirs, with the words that yours has not."""


@dataclass(frozen=True)
class Part:
    """The texts of one kind of block."""

    title: str
    french: str
    """Where its French is written."""
    rows: Sequence[Row]
    stale: str | None
    """The name of its block, where some of it is stale."""
    refusal: str | None
    """Why what waits of it was sent back."""

    @property
    def count(self) -> int:
        """How many texts it shows."""
        return len(self.rows)


@dataclass(frozen=True)
class Screen:
    """What came back to be shown again, where something did."""

    form: BaseForm | None = None
    shown: Sequence[Field] = ()
    overtaken: frozenset[str] = frozenset()
    """The texts that somebody else wrote meanwhile."""
    settled: str = ""
    """The text that was just written or confirmed: it is shown as it stands now."""
    lost: Sequence[str] = ()


def show(museum: MuseumEntry, fields: Sequence[Field], back: Screen | None = None) -> str:
    """Return the desk; with a screen that came back, the texts that it was about, as they were typed."""
    back, sight = back or Screen(), sights.read(request.args.get("voir"))
    page = _page([field for field in fields if sight.shows(field)])
    shown = back.shown if back.form else page.items
    form = back.form or forms.form_of(shown, is_sent=False)
    rows = _rows(shown, form, back)
    return render_template(
        "dashboard/translation/edit.html",
        form=form,
        parts=_parts(museum, rows),
        page=None if back.form else page,
        sight=sight,
        sights=sights.counted(fields),
        address=lambda page=1: address(museum, sight, page),
        here=address(museum, sight, page.number),
        done=sum(field.standing is Standing.PUBLISHED for field in fields),
        total=len(fields),
        lost=back.lost,
        overtaken=back.overtaken,
        has_machine=has_machine(),
        Standing=Standing,
    )


def address(museum: MuseumEntry, sight: Sight, page: int = 1, anchor: str | None = None) -> str:
    """Return where a sight of the desk is."""
    return url_for(
        "dashboard.translation.edit",
        museum=museum.slug,
        voir=None if sight is Sight.ALL else sight.value,
        page=page if page > 1 else None,
        _anchor=anchor,
    )


def page_number() -> int:
    """Return the page that the address asks for."""
    given = request.args.get("page", "1")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 1


def has_machine() -> bool:
    """Return whether the operator lets a machine propose drafts here, and the machine can."""
    return "apertium" in _tools() and translations.machine.is_installed()


def _tools() -> frozenset[str]:
    tools: frozenset[str] = current_app.extensions["settings"].occitan_tools
    return tools


def _page(fields: Sequence[Field]) -> Page[Field]:
    found = Page.of(fields, page_number(), PER_PAGE)
    if found is None and request.method == "GET":
        abort(404)
    return found or Page(fields[:PER_PAGE], 1, 1, 1)


def _rows(fields: Sequence[Field], form: BaseForm, back: Screen) -> list[Row]:
    typed = [form[f"{forms.OCCITAN}{field.name}"].data or "" for field in fields]
    unknown = _unknown(typed, fields)
    return [
        Row(
            field=field,
            control=form[f"{forms.OCCITAN}{field.name}"],
            read=form[f"{forms.READ}{field.name}"] if field.machine else None,
            seal=field.text.seal if field.name in {*back.overtaken, back.settled} else forms.seal_of(field),
            french=_french(field),
            changes=field.changes,
            unknown=strange,
            theirs=_theirs(field, text) if field.name in back.overtaken else None,
        )
        for field, text, strange in zip(fields, typed, unknown, strict=True)
    ]


def _french(field: Field) -> list[tuple[str, bool]]:
    changed = {each.after for each in field.changes}
    found = []
    for sentence in translations.split(field.french):
        words = sentence.strip()
        found += [(words, words in changed), (sentence.removeprefix(words), False)]
    return found


def _theirs(field: Field, yours: str) -> list[Span]:
    return [span for span in revisions.words_difference(field.text.oc or "", yours) if span.kind != "ins"]


def _unknown(typed: Sequence[str], fields: Sequence[Field]) -> Sequence[Sequence[str]]:
    if "hunspell" not in _tools():
        return [()] * len(typed)
    plain = [
        translations.plain(text, is_rich=field.text.prose.is_rich)
        for text, field in zip(typed, fields, strict=True)
    ]
    return translations.spelling.unknown(plain, _accepted(fields))


def _accepted(fields: Sequence[Field]) -> frozenset[str]:
    """Return the words that are right here whatever the dictionary says: names of the register, and of the French."""
    museums_ = museums.guide().by_id.values()
    occitan = [name.oc for one in museums_ for name in (one.name, one.town.name) if name.oc]
    french = [*(one.name.fr for one in museums_), *(field.french for field in fields)]
    names = [
        *_WORD.findall(" ".join(one.town.name.fr for one in museums_)),
        *_WORD.findall(" ".join(occitan)),
    ]
    names += [name for text in french for name in translations.spelling.names_in(text)]
    return frozenset(name.lower() for name in names)


def _parts(museum: MuseumEntry, rows: Sequence[Row]) -> list[Part]:
    parts = []
    for key, group in groupby(rows, key=lambda row: row.field.key):
        own = list(group)
        first = own[0].field
        is_stale = any(row.field.standing is Standing.STALE for row in own)
        block = f"{key.kind}.{key.subject_id}" if is_stale else None
        title, french = translating.title_of(first), translating.french_address(museum, first)
        parts.append(Part(title, french, own, block, first.refusal))
    return parts
