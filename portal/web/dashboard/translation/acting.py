"""What a button of the desk does: writes one text or all, confirms one as it is, asks a machine for a draft.

Whatever was typed for the other texts comes back as it was: nothing is lost by a press beside one of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue

from portal.db import db
from portal.domain import translations
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.errors import DomainError
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import PlannedError
from portal.domain.translations import Act, Field, Outcome, OvertakenError, Standing, Wanted
from portal.programs import ProgramError
from portal.web.dashboard.translation import forms, page, sights, told
from portal.web.dashboard.translation.forms import Typed
from portal.web.dashboard.translation.page import Screen
from portal.web.kit import authors, clock, gate, refusals, transaction, translating
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _

CONFIRM, SUGGEST, MINOR = "confirm", "suggest", "minor"
ACTS = {act.value: act for act in Act}


@dataclass(frozen=True)
class Sent:
    """What a press of a button sent."""

    museum: MuseumEntry
    verb: str
    only: str
    """The name of the one text, or of the one block, that the button stands beside."""
    fields: Sequence[Field]
    """Every text of the museum, as it stands now that nobody else may write."""
    form: BaseForm
    typed: Mapping[str, Typed]

    @property
    def shown(self) -> list[Field]:
        """The texts that the form was about."""
        return forms.sent(self.fields)

    @property
    def one(self) -> Field | None:
        """The one text."""
        return next((field for field in self.fields if field.name == self.only), None)

    def has_others(self) -> bool:
        """Return whether something else was typed that this button does not write."""
        others = [field.name for field in self.shown if self.only and field.name != self.only]
        return bool(self.lost) or any(
            name not in self.typed or self.typed[name].is_touched for name in others
        )

    @property
    def lost(self) -> list[str]:
        """What was typed for texts that are no more."""
        return forms.lost(self.fields)


def answer(museum: MuseumEntry) -> ResponseReturnValue:
    """Do what the button says."""
    verb, _colon, only = request.form.get("action", "").partition(":")
    if verb == SUGGEST:
        return _suggest(museum, only)
    sent = _read(museum, verb, only)
    if verb == CONFIRM:
        return _confirm(sent, [sent.one] if sent.one else [])
    if verb == MINOR and gate.may(Permission.CONTENT_DRAFT):
        kind, _dot, subject = only.partition(".")
        own = [each for each in sent.fields if (each.key.kind, str(each.key.subject_id)) == (kind, subject)]
        return _confirm(sent, [each for each in own if each.standing is Standing.STALE])
    return _write(sent, _act(verb))


def _act(verb: str) -> Act:
    act = ACTS.get(verb, Act.KEEP)
    return Act.SUBMIT if act is Act.PUBLISH and not gate.may(Permission.CONTENT_PUBLISH) else act


def _read(museum: MuseumEntry, verb: str, only: str) -> Sent:
    """Return what was sent, about texts that nobody else writes until this request is over."""
    keys = {field.key for field in forms.sent(translating.of_museum(museum))}
    translations.hold(db.session(), keys, clock.now())
    fields = translating.of_museum(museum)
    shown = forms.sent(fields)
    form = forms.form_of(shown, is_sent=True)
    form.validate()
    return Sent(museum, verb, only, fields, form, forms.typed(form, shown))


def _write(sent: Sent, act: Act) -> ResponseReturnValue:
    asked = [each for name, each in sent.typed.items() if sent.only in {"", name}]
    unread = [each for each in asked if each.is_machine and act is not Act.KEEP]
    if sent.only and unread:
        control = sent.form[f"{forms.OCCITAN}{sent.only}"]
        control.errors = [_("Relisez cette traduction, corrigez-la s’il le faut, puis cochez.")]
    if _is_refused(sent):
        return _back(sent, 422)
    dropped = [each.field for each in asked if each.field.machine and each.oc is None]
    translations.forget_machine(db.session(), dropped)
    wanted = [Wanted(each.field, each.seal, each.oc) for each in asked if _is_wanted(each, act)]
    try:
        done = translations.write(db.session(), wanted, act, by=authors.author(sent.museum), now=clock.now())
    except OvertakenError as overtaken:
        return _back(sent, 409, frozenset(field.name for field in overtaken.fields))
    except PlannedError as planned:
        sent.form.form_errors.append(refusals.sentence(planned))
        return _back(sent, 422)
    if sent.lost and not wanted:
        return _back(sent, 409)
    _journal(sent.museum, done)
    told.written(wanted, done, act, unread=len(unread) if not sent.only else 0)
    return _on(sent)


def _is_wanted(each: Typed, act: Act) -> bool:
    """Return whether a text is to be written: it was changed, or it waited and is now handed on."""
    if each.is_machine:
        return False
    if each.is_touched or (each.field.machine and each.oc):
        return each.oc != each.field.text.oc
    return act is not Act.KEEP and each.field.standing is Standing.DRAFT


def _is_refused(sent: Sent) -> bool:
    names = [sent.only] if sent.only else [field.name for field in sent.shown]
    controls = [f"{forms.OCCITAN}{name}" for name in names]
    return any(sent.form[name].errors for name in controls if name in sent.form)


def _confirm(sent: Sent, fields: Sequence[Field]) -> ResponseReturnValue:
    """Keep that these texts are right as they stand, unless somebody wrote them since they were read."""
    overtaken = [field.name for field in fields if forms.seal_of(field) != field.text.seal]
    if overtaken:
        return _back(sent, 409, frozenset(overtaken))
    translations.confirm(db.session(), fields, by=authors.author(sent.museum), now=clock.now())
    for key in dict.fromkeys(field.key for field in fields):
        _note("content.confirmed", sent.museum, key.kind)
    told.confirmed(len(fields))
    return _on(sent)


def _suggest(museum: MuseumEntry, only: str) -> ResponseReturnValue:
    """Have a machine draft one text, the database left to others meanwhile."""
    before = next((field for field in translating.of_museum(museum) if field.name == only), None)
    text = None
    transaction.pause()
    if before is not None and before.standing is Standing.MISSING and page.has_machine():
        try:
            drafted = translations.machine.draft(before.text.fr, is_rich=before.text.prose.is_rich)
            text = before.text.prose.clean(drafted, before.text.prose.most)
        except (ProgramError, DomainError):
            flash(_("La traduction automatique ne répond pas. Réessayez dans un moment."), "warning")
    sent = _read(museum, SUGGEST, only)
    now = sent.one
    if text and before and now and now.text.fr == before.text.fr and now.standing is Standing.MISSING:
        by = authors.author(museum)
        translations.propose_by_machine(db.session(), now, text, by=by, now=clock.now())
        flash(_("Un brouillon automatique est dans le champ. Relisez-le : rien n’est en ligne."), "info")
    return _on(sent)


def _on(sent: Sent) -> ResponseReturnValue:
    """Go on: to the text one was at; or, with other texts typed and not written, to the page as it was filled."""
    if sent.has_others():
        flash(_("Les autres textes que vous avez écrits ne sont pas encore gardés."), "warning")
        fields = translating.of_museum(sent.museum)
        shown = forms.sent(fields)
        form = forms.form_of(shown, is_sent=True)
        _fill(form, shown, sent.only)
        return page.show(sent.museum, fields, Screen(form, shown, settled=sent.only, lost=sent.lost))
    sight = sights.read(request.args.get("voir"))
    anchor = f"texte-{sent.only}" if sent.one and sight is sights.Sight.ALL else None
    return redirect(page.address(sent.museum, sight, page.page_number() if anchor else 1, anchor), 303)


def _fill(form: BaseForm, shown: Sequence[Field], only: str) -> None:
    """Show of the text that was written what stands now."""
    for field in shown:
        if field.name == only:
            form[f"{forms.OCCITAN}{field.name}"].process(None, field.text.oc or field.machine or "")


def _back(sent: Sent, status: int, overtaken: frozenset[str] = frozenset()) -> ResponseReturnValue:
    screen = Screen(sent.form, sent.shown, overtaken, lost=sent.lost)
    return page.show(sent.museum, sent.fields, screen), status


def _journal(museum: MuseumEntry, done: Outcome) -> None:
    for action, keys in (("content.published", done.published), ("content.submitted", done.submitted)):
        for key in keys:
            _note(action, museum, key.kind)


def _note(action: str, museum: MuseumEntry, kind: str) -> None:
    note(action, by=gate.actor(), now=clock.now(), museum_id=museum.id, after={"block": kind})
