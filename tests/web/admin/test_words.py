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
PARTICIPLE = re.compile(r"(?:[a-z]+_)*[a-z]+ed|made|sent_again")
WRITERS = {"note", "note_all", "record", "record_all", "journal", "Told"}


def codes_in(path: Path) -> set[str]:
    """Return the action codes that a module of the portal writes, whole or as a prefix and a participle."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    if not WRITERS & {alias.name for node in imports for alias in node.names}:
        return set()
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    given = [each for call in calls for each in [*call.args, *(keyword.value for keyword in call.keywords)]]
    whole = {text for text in map(text_of, given) if CODE.fullmatch(text)}
    participles = {text for text in map(text_of, ast.walk(tree)) if PARTICIPLE.fullmatch(text)}
    return whole | {f"{prefix}{how}" for prefix in prefixes(given) for how in participles}


def prefixes(given: list[ast.expr]) -> set[str]:
    """Return what codes made on the spot begin with: f"invitation.{how}"."""
    starts = {text_of(made.values[0]) for made in given if isinstance(made, ast.JoinedStr)}
    return {start for start in starts if re.fullmatch(r"[a-z]+\.", start)}


def text_of(node: ast.AST) -> str:
    """Return the text that a node is, or nothing."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_every_action_written_in_the_source_has_its_words() -> None:
    written = {code for path in PORTAL.rglob("*.py") for code in codes_in(path)}

    assert {"account.signed_in", "team.role_changed", "invitation.made", "rights.given"} <= written
    assert written - set(journal_words.ACTIONS) == set(), "actions without words"
    assert set(journal_words.ACTIONS) - written == set(), "words of actions that nobody writes"


def test_every_permission_has_its_words() -> None:
    assert set(WORDS) == set(Permission)
    assert len({str(words) for words in WORDS.values()}) == len(Permission)


def test_every_kind_of_letter_has_its_words() -> None:
    trees = [
        ast.parse((PORTAL / "web" / name).read_text(encoding="utf-8"))
        for name in ("mailers.py", "hour_letters.py", "report_letters.py", "review_letters.py")
    ]
    drafts = [
        node
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Draft"
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
