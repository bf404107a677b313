"""What the screen offers to choose from, in the reader's language."""

from portal.domain.admission import Payment, Scope, entry
from portal.web.dashboard.prices.edits import FREE_DAYS, PRESETS
from portal.web.dashboard.prices.sheet import LineTyped, Sheet
from portal.web.kit import prices
from portal.web.kit.formats import sentence_case
from portal.web.kit.languages import LANGUAGES, Language
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

Choices = list[tuple[str, str]]


def scopes(*, free_day: bool = False) -> Choices:
    """Return what a price, or a free day, gives access to."""
    offered = (Scope.PERMANENT, Scope.BOTH, Scope.TEMPORARY) if free_day else tuple(Scope)
    return [(scope.value, sentence_case(prices.scope_name(scope, page_language()))) for scope in offered]


def months() -> Choices:
    """Return the twelve months, and none."""
    return [
        ("", "—"),
        *((str(month), prices.month_name(month, page_language())) for month in range(1, 13)),
    ]


def payments() -> Choices:
    """Return the means of payment."""
    return [(each.value, sentence_case(prices.payment_name(each, page_language()))) for each in Payment]


def always_free() -> Choices:
    """Return what may be free for everybody every day."""
    return [("", _("Non")), ("permanent", _("Les collections")), ("both", _("Tout, expositions comprises"))]


def common_lines() -> Choices:
    """Return the common lines."""
    language = page_language()
    return [(name, prices.audience_words(line, language).title.text) for name, line in PRESETS.items()]


def common_days() -> Choices:
    """Return the common free days."""
    return [
        (name, sentence_case(prices.rule_words(rule, page_language()))) for name, rule in FREE_DAYS.items()
    ]


def lacking_lines(sheet: Sheet) -> Choices:
    """Return the common lines that the screen does not have."""
    there = {entry.audience(typed.who).audience for typed in sheet.lines}
    return [(name, words) for name, words in common_lines() if PRESETS[name].audience not in there]


def lacking_days(sheet: Sheet) -> Choices:
    """Return the common free days that the screen does not have."""
    there = {typed.when for typed in sheet.free_days}
    return [(name, words) for name, words in common_days() if words not in there]


def folded(typed: LineTyped) -> str:
    """Return in a few words what the folded fields of a line say."""
    language = page_language()
    scope = next((each for each in Scope if each.value == typed.scope), Scope.BOTH)
    days = " – ".join(filter(None, (typed.first, typed.last)))
    said = [prices.scope_name(scope, language) if scope is not Scope.BOTH else "", typed.proof, days]
    occitan = [typed.who_oc, typed.condition_oc, typed.proof_oc]
    return sentence_case(", ".join(filter(None, (*said, *occitan))))


def known_audiences() -> list[str]:
    """Return what may be typed for whom a price is."""
    return [name for _key, name in common_lines()]


def known_conditions() -> dict[str, tuple[str, ...]]:
    """Return what may be typed as a condition and as a proof; these speak Occitan by themselves."""
    return {"condition": prices.SUGGESTED, "proof": prices.PROOFS}


def both_languages() -> tuple[Language, ...]:
    """Return the languages of the preview, the reader's first."""
    here = page_language()
    return (here, *(language for language in LANGUAGES if language != here))
