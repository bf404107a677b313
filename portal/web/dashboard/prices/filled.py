"""Fills the screen with a text of the block, as it would be typed in the reader's language."""

from portal.domain.admission import FreeKind, FreeRule, PriceLine, entry, snapshots
from portal.domain.admission.rows import NAMED
from portal.domain.revisions import Snapshot
from portal.web.dashboard.prices.sheet import FreeDayTyped, LineTyped, Sheet
from portal.web.kit import prices
from portal.web.kit.formats import sentence_case
from portal.web.kit.languages import Language


def sheet_of(snapshot: Snapshot, language: Language) -> Sheet:
    """Return the screen of a text."""
    rows = snapshots.rows_of(snapshot)
    return Sheet(
        lines=[line_typed(line, language) for line in rows.lines],
        free_days=[rule_typed(rule, language) for rule in rows.free_days],
        always_free=rows.always_free.value if rows.always_free else "",
        passes=", ".join(rows.passes),
        payment=[payment.value for payment in rows.payment],
        first=entry.day_text(rows.valid_from),
        last=entry.day_text(rows.valid_to),
    )


def line_typed(line: PriceLine, language: Language) -> LineTyped:
    """Return a price as it would be typed; a museum's own words stay in their language."""
    is_own = line.audience in NAMED and line.name is not None
    name, condition, proof = line.name, line.condition, line.proof
    return LineTyped(
        who=name.fr if is_own and name else prices.audience_words(line, language).title.text,
        who_oc=(name and name.oc) or "",
        condition=condition.fr if condition else "",
        condition_oc=(condition and condition.oc) or "",
        amount=entry.amount_text(line.amount),
        proof=proof.fr if proof else "",
        proof_oc=(proof and proof.oc) or "",
        scope=line.scope.value,
        first=entry.day_text(line.valid_from),
        last=entry.day_text(line.valid_to),
    )


def rule_typed(rule: FreeRule, language: Language) -> FreeDayTyped:
    """Return a free day as it would be typed."""
    all_year = FreeRule(rule.kind, rule.weekday, rule.nth, rule.day)
    written = prices.rule_words(all_year, language)
    if rule.kind is FreeKind.DAY and rule.day is not None:
        written = entry.bound_text(rule.day)
    return FreeDayTyped(
        when=sentence_case(written),
        month_from=str(rule.month_from or ""),
        month_to=str(rule.month_to or ""),
        scope=rule.scope.value,
    )
