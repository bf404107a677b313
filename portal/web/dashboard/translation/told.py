"""What the desk says of what it did."""

from collections.abc import Sequence

from flask import flash

from portal.domain.translations import Act, Outcome, Wanted
from portal.web.kit.messages import _, ngettext


def written(wanted: Sequence[Wanted], done: Outcome, act: Act, *, unread: int) -> None:
    """Say what became of the texts that were written, and which were left."""
    published, submitted, kept = (
        sum(each.field.key in keys for each in wanted) for keys in (done.published, done.submitted, done.kept)
    )
    if published:
        flash(ngettext("%(num)s texte est en ligne.", "%(num)s textes sont en ligne.", published), "info")
    if submitted:
        said = ngettext(
            "%(num)s texte est proposé à qui publie pour le musée.",
            "%(num)s textes sont proposés à qui publie pour le musée.",
            submitted,
        )
        flash(said, "info")
    if kept and act is Act.KEEP:
        said = ngettext(
            "%(num)s texte est gardé. La page publique n’a pas changé.",
            "%(num)s textes sont gardés. La page publique n’a pas changé.",
            kept,
        )
        flash(said, "info")
    elif kept:
        said = ngettext(
            "%(num)s texte attend avec le brouillon du musée : il paraîtra avec lui.",
            "%(num)s textes attendent avec le brouillon du musée : ils paraîtront avec lui.",
            kept,
        )
        flash(said, "info")
    if unread:
        said = ngettext(
            "%(num)s traduction automatique n’a pas été relue : elle attend encore.",
            "%(num)s traductions automatiques n’ont pas été relues : elles attendent encore.",
            unread,
        )
        flash(said, "warning")
    if not (wanted or unread):
        flash(_("Rien n’a changé."), "info")


def confirmed(count: int) -> None:
    """Say that texts are right as they stand."""
    if count:
        said = ngettext(
            "C’est noté : ce texte occitan reste juste.",
            "C’est noté : %(num)s textes occitans restent justes.",
            count,
        )
        flash(said, "info")
