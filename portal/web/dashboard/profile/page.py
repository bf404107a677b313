"""What the page of the Fiche shows, whatever brought it: opened, looked at before keeping, or refused."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import render_template

from portal.db import Translated, db
from portal.domain import museums, revisions, rich_text
from portal.domain.museums import MuseumEntry, profile
from portal.domain.museums.profile_texts import RICH, TEXTS
from portal.domain.revisions import Head, Snapshot
from portal.web.dashboard.profile.forms import (
    NETWORKS,
    OTHERS,
    ProfileForm,
    RefusalForm,
    field_name,
    value_of,
)
from portal.web.kit import authors, profile_words
from portal.web.kit.length_guide import Guide, guide

SHOWN = 6
TOLD = 400
"""Signs told of what changes in one text: the whole comparison is in the history, a page stays below 100 kB."""
PREFIX = "refusal-"


@dataclass(frozen=True)
class Shown:
    """What the public would read of a typed text."""

    title: Translated | None
    presentation: Translated | None
    rich: list[tuple[str, Translated]]


def show(
    museum: MuseumEntry,
    head: Head,
    form: ProfileForm,
    refusal: RefusalForm | None = None,
    preview: Snapshot | None = None,
) -> str:
    """Return the page."""
    history = revisions.history(db.session(), museum.id, profile.KIND)[:SHOWN]
    guides = _guides(form)
    return render_template(
        "dashboard/profile/edit.html",
        form=form,
        head=head,
        changes=_changes(head),
        history=history,
        writers=authors.names_of(history),
        refusal=refusal or RefusalForm(prefix=PREFIX, formdata=None),
        register=museums.by_slug(museum.slug),
        guides=guides,
        advice=[(name, len(told.advice)) for name, told in guides.items() if told.advice],
        rich=RICH,
        networks=[field_name(name) for name in NETWORKS],
        others=OTHERS,
        preview=_preview(preview) if preview else None,
        notation=rich_text.MARK,
    )


def _guides(form: ProfileForm) -> Mapping[str, Guide]:
    """Return the advice on each text of the form, by the form's names."""
    found = {}
    for name in profile_words.TEXTS:
        text = TEXTS[name.partition(".")[0]]
        if not name.startswith("usage_name"):
            found[field_name(name)] = guide(text, form[field_name(name)].data)
    return found


def _changes(head: Head) -> list[tuple[str, str, list[revisions.Span]]]:
    """Return what the text that waits changes of what the public reads."""
    if head.pending is None:
        return []
    online = head.live.content if head.live else profile.BLOCK.blank
    told = profile_words.told(online, head.snapshot, profile.FIELDS)
    return [(label, name, revisions.begun(spans, TOLD)) for label, name, spans in told]


def _preview(snapshot: Snapshot) -> Shown:
    texts = {name: _both(snapshot, name) for name in TEXTS}
    names = profile_words.names()
    rich = [(names[f"{name}.fr"], text) for name in RICH if (text := texts[name])]
    return Shown(texts["title_line"], texts["presentation"], rich)


def _both(snapshot: Snapshot, name: str) -> Translated | None:
    french = value_of(snapshot, f"{name}.fr")
    return Translated(french, value_of(snapshot, f"{name}.oc")) if french else None
