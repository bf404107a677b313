"""Nothing that the association reads is a code: every permission, action, kind of letter and break has its words."""

import ast
import re
from pathlib import Path

import pytest

from portal.domain.accounts import Permission
from portal.domain.journal import chain
from portal.domain.letters import State
from portal.web.admin.journal import words as journal_words
from portal.web.admin.letters import words as letter_words
from portal.web.admin.roles.words import WORDS
from portal.web.kit import labels

PORTAL = Path(__file__).resolve().parents[3] / "portal"
CODE = re.compile(r"[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*")
WRITERS = {"note", "record"}


def writes_the_journal(tree: ast.Module) -> bool:
    """Return whether a module imports what writes lines of the journal."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = {alias.name for node in imports for alias in node.names}
    return bool(names & (WRITERS | {"journal"}))


def codes_in(path: Path) -> set[str]:
    """Return the action codes that a module of the portal writes, passed as they are or through a helper."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not writes_the_journal(tree):
        return set()
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    texts = [
        given.value
        for call in calls
        for given in [*call.args, *(keyword.value for keyword in call.keywords)]
        if isinstance(given, ast.Constant) and isinstance(given.value, str)
    ]
    return {text for text in texts if CODE.fullmatch(text)} | made_codes(calls)


def made_codes(calls: list[ast.Call]) -> set[str]:
    """Return the codes made of a prefix and of the word that a private helper is given: f"invitation.{how}"."""
    given = [argument for call in calls for argument in call.args]
    prefixes = {
        made.values[0].value
        for made in given
        if isinstance(made, ast.JoinedStr)
        and isinstance(made.values[0], ast.Constant)
        and re.fullmatch(r"[a-z]+\.", made.values[0].value)
    }
    helped = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id.startswith("_")]
    choices = [choice for call in helped for argument in call.args for choice in either(argument)]
    words = {choice.value for choice in choices if isinstance(choice, ast.Constant)}
    return {f"{prefix}{word}" for prefix in prefixes for word in words if re.fullmatch(r"[a-z_]+", str(word))}


def either(argument: ast.expr) -> list[ast.expr]:
    """Return what an argument may be: both sides of a choice, or itself."""
    return [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]


def test_every_action_written_in_the_source_has_its_words() -> None:
    written = {code for path in PORTAL.rglob("*.py") for code in codes_in(path)}

    assert {"account.signed_in", "team.role_changed", "invitation.made", "rights.given"} <= written
    assert written - set(journal_words.ACTIONS) == set(), "actions without words"
    assert set(journal_words.ACTIONS) - written == set(), "words of actions that nobody writes"


def test_every_permission_has_its_words() -> None:
    assert set(WORDS) == set(Permission)
    assert len({str(words) for words in WORDS.values()}) == len(Permission)


def test_every_kind_of_letter_has_its_words() -> None:
    tree = ast.parse((PORTAL / "web/mailers.py").read_text(encoding="utf-8"))
    drafts = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Draft"
    ]
    kinds = {draft.args[0].value for draft in drafts if isinstance(draft.args[0], ast.Constant)}

    assert len(kinds) > 5
    assert kinds == set(letter_words.KINDS)
    assert set(letter_words.STATES) == set(letter_words.TONES) == set(State)
    assert set(letter_words.ADDRESSES.values()) == set(State)


def test_every_break_of_the_chain_has_its_words() -> None:
    source = Path(chain.__file__).read_text(encoding="utf-8")

    assert set(re.findall(r'Break\([^)]*?"(\w+)"\)', source)) == set(journal_words.BREAKS)


@pytest.mark.parametrize("code", ["register", "cli", "web"])
def test_every_channel_has_its_words(code: str) -> None:
    assert code in journal_words.CHANNELS


def test_a_code_without_words_is_shown_rather_than_breaking_the_page() -> None:
    assert journal_words.action("future.thing_done") == "future.thing_done"
    assert letter_words.kind("future") == "future"
    assert labels.role_name
