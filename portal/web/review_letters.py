"""Letters about texts: to their author, what became of them; to a museum's managers, what the association wrote there.

What was decided in a request is told once it is whole, in the same transaction, whichever door it came by.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from flask import Flask, url_for

from portal.db import Language, db
from portal.domain import revisions
from portal.domain.accounts import User, roster
from portal.domain.museums import Museum
from portal.domain.revisions import Decision, Outcome, Revision, Snapshot, Span
from portal.web import mailers
from portal.web.kit import authors, clock, formats, moments, transaction
from portal.web.kit.kinds import Kind, kind_of
from portal.web.kit.locale import speaking
from portal.web.kit.messages import _

LONGEST = 160
"""How much of a text a letter shows, in signs."""


def init_app(app: Flask) -> None:
    """Write the letters at the end of every request that decided something."""
    transaction.before_commit(app, _write)


@dataclass(frozen=True)
class _Text:
    """A decision, with what it is about."""

    decision: Decision
    revision: Revision
    kind: Kind

    @property
    def is_the_associations(self) -> bool:
        """Whether the association wrote it for the museum."""
        return self.decision.author.channel == authors.ASSOCIATION


def _write() -> None:
    told: dict[tuple[int, Outcome, int], list[_Text]] = defaultdict(list)
    written: dict[int, list[_Text]] = defaultdict(list)
    know: dict[int, set[int]] = defaultdict(set)
    for text in _texts(revisions.decisions_taken(db.session())):
        decision = text.decision
        museum_id, author = decision.key.museum_id, decision.author.actor_id
        if author is not None and author != decision.by.actor_id:
            told[museum_id, decision.outcome, author].append(text)
        if decision.outcome is Outcome.REVERTED:
            know[museum_id].add(author or 0)
            live = revisions.live(db.session(), decision.key)
            written[museum_id] += [replace(text, revision=live)] if live else []
        elif text.is_the_associations and decision.outcome in {Outcome.PUBLISHED, Outcome.PART}:
            written[museum_id].append(text)
    now = clock.now()
    for (museum_id, outcome, user_id), texts in told.items():
        _tell_author(museum_id, outcome, user_id, texts, now)
    for museum_id, texts in written.items():
        for user_id in sorted(roster.managers(museum_id) - know[museum_id]):
            _tell_manager(museum_id, user_id, texts, now)


def _texts(decisions: Sequence[Decision]) -> list[_Text]:
    found = []
    for decision in decisions:
        revision = revisions.find(db.session(), decision.key.museum_id, decision.revision_id)
        kind = kind_of(decision.key.kind)
        if revision is not None and kind is not None:
            found.append(_Text(decision, revision, kind))
    return found


def _tell_author(museum_id: int, outcome: Outcome, user_id: int, texts: list[_Text], now: datetime) -> None:
    """Tell somebody what became of what they wrote."""
    reader, museum = _reader(user_id), db.session().get_one(Museum, museum_id)
    if reader is None:
        return
    language: Language = reader.language or "fr"
    with speaking(language):
        draft = {
            Outcome.REFUSED: _refused,
            Outcome.REVERTED: _reverted,
        }.get(outcome, _accepted)(museum, texts, language)
    mailers.post(mailers.Reader.of(reader), draft, now)


def _accepted(museum: Museum, texts: list[_Text], language: Language) -> mailers.Draft:
    first = texts[0]
    what = _names(texts, language)
    who = _who(first)
    subject = _("%(museum)s : votre texte est accepté", museum=museum.name.text(language))
    if first.decision.outcome is Outcome.PLANNED and first.revision.go_live_at is not None:
        at = moments.moment(first.revision.go_live_at, language)
        lines = [
            _(
                "%(who)s a accepté ce texte : %(what)s. Il paraîtra le %(moment)s.",
                who=who,
                what=what,
                moment=at,
            )
        ]
    elif first.decision.outcome is Outcome.PART:
        subject = _("%(museum)s : votre texte est accepté en partie", museum=museum.name.text(language))
        lines = [
            _("%(who)s a accepté une partie de ce texte : %(what)s. Elle est en ligne.", who=who, what=what),
            *_of_rest(first),
        ]
    else:
        lines = [_("%(who)s a accepté ce texte : %(what)s. Il est en ligne.", who=who, what=what)]
    return mailers.Draft(
        "text_accepted",
        subject,
        lines,
        _why(),
        _("Voir la page du musée"),
        url_for("public.museums.show", slug=museum.slug, language=language),
        other_button=_("Ouvrir ce texte"),
        other_address=first.kind.address(museum.slug, first.revision.subject_id),
    )


def _of_rest(text: _Text) -> list[str]:
    """Say what became of the fields that were not accepted."""
    decision = text.decision
    rest = revisions.find(db.session(), decision.key.museum_id, decision.rest_id)
    if rest is None:
        return []
    if rest.refusal_reason and rest.state is revisions.State.REFUSED:
        return [
            _("Le reste est à reprendre : %(fields)s.", fields=_fields(text.kind, rest)),
            _("« %(reason)s »", reason=rest.refusal_reason),
        ]
    return [_("Le reste attend encore sa réponse : rien n’en est perdu.")]


def _refused(museum: Museum, texts: list[_Text], language: Language) -> mailers.Draft:
    first = texts[0]
    reason = first.revision.refusal_reason or ""
    fields = [_fields(first.kind, first.revision)] if first.revision.refused_fields else []
    return mailers.Draft(
        "text_refused",
        _("%(museum)s : un texte à reprendre", museum=museum.name.text(language)),
        [
            _("%(who)s vous renvoie ce texte : %(what)s.", who=_who(first), what=_names(texts, language)),
            _("« %(reason)s »", reason=reason),
            *[_("À reprendre : %(fields)s.", fields=each) for each in fields],
            _("Ce que vous avez écrit est gardé. La page publique n’a pas changé."),
        ],
        _why(),
        _("Reprendre ce texte"),
        first.kind.address(museum.slug, first.revision.subject_id),
    )


def _reverted(museum: Museum, texts: list[_Text], language: Language) -> mailers.Draft:
    first = texts[0]
    pending = revisions.pending(db.session(), first.decision.key)
    reason = pending.refusal_reason if pending and pending.refusal_reason else ""
    return mailers.Draft(
        "text_reverted",
        _("%(museum)s : le texte d’avant est revenu", museum=museum.name.text(language)),
        [
            _(
                "L’association a remis en ligne le texte qui précédait le vôtre : %(what)s.",
                what=_names(texts, language),
            ),
            *([_("« %(reason)s »", reason=reason)] if reason else []),
            _("Ce que vous avez écrit est gardé : reprenez-le quand vous voudrez."),
        ],
        _why(),
        _("Reprendre ce texte"),
        first.kind.address(museum.slug, first.revision.subject_id),
    )


def _tell_manager(museum_id: int, user_id: int, texts: list[_Text], now: datetime) -> None:
    """Tell somebody who answers for a museum what the association changed on its page."""
    reader, museum = _reader(user_id), db.session().get_one(Museum, museum_id)
    if reader is None:
        return
    language: Language = reader.language or "fr"
    with speaking(language):
        several, first = len(texts) > 1, texts[0].revision
        draft = mailers.Draft(
            "written_on_behalf",
            _("%(museum)s : l’association a modifié votre page", museum=museum.name.text(language)),
            [_("Pour votre musée, l’association a changé ceci : %(what)s.", what=_names(texts, language))],
            _("Vous recevez cette lettre parce que vous répondez de ce musée."),
            _("Voir, ou annuler"),
            url_for("dashboard.history.index", museum=museum.slug)
            if several
            else texts[0].kind.version_address(museum.slug, first),
            rows=[row for text in texts for row in _changes(text)],
            after=[_("Si ce n’est pas juste, un bouton de l’historique remet le texte d’avant.")],
        )
    mailers.post(mailers.Reader.of(reader), draft, now)


def _changes(text: _Text) -> list[tuple[str, str]]:
    """Return the fields that a text changes on the page, and what each says now."""
    before: Snapshot = revisions.shown_before(db.session(), text.revision)
    return [(name, _now(spans)) for name, _field, spans in text.kind.tell(before, text.revision.content)]


def _now(spans: Sequence[Span]) -> str:
    said = " ".join("".join(span.text for span in spans if span.kind != "del").split())
    if not said:
        return _("effacé")
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()}…"


def _fields(kind: Kind, revision: Revision) -> str:
    """Return the names of the fields that a refusal is about."""
    live = revisions.live(db.session(), revision.key)
    names = kind.tell(live.content if live else None, revision.content)
    parts = set(revision.refused_fields or ())
    return ", ".join(dict.fromkeys(name for name, field, _spans in names if kind.part_of(field) in parts))


def _names(texts: Sequence[_Text], language: Language) -> str:
    return formats.sentence_list(list(dict.fromkeys(map(_name, texts))), language)


def _name(text: _Text) -> str:
    title = text.kind.title(text.revision.content)
    return f"{text.kind.name}, {title}" if title else str(text.kind.name)


def _who(text: _Text) -> str:
    by = text.decision.by
    if by.is_association or by.actor_id is None:
        return _("L’association")
    colleague = db.session().get(User, by.actor_id)
    return (colleague and colleague.name) or _("Votre musée")


def _why() -> str:
    return _("Vous recevez cette lettre parce que vous avez écrit ce texte.")


def _reader(user_id: int) -> User | None:
    user = db.session().get(User, user_id)
    return user if user is not None and user.may_sign_in and user.email else None
