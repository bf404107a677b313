"""`flask audit verify`: one sentence where the journal is whole, each break named where it is not."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from portal.domain import journal
from portal.domain.journal import Break
from tests.cast import everything

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def test_a_whole_journal_is_one_sentence_with_its_last_digest(app: Flask) -> None:
    with everything(app):
        journal.record("account.signed_in", now=NOW, actor_id=1)
        digest = journal.record("account.signed_in", now=NOW, actor_id=2).digest

    result = app.test_cli_runner().invoke(args=["audit", "verify"])

    assert result.exit_code == 0
    assert result.stdout == f"Le journal est entier : 2 lignes, dernière empreinte {digest}.\n"


@pytest.mark.parametrize("reason", ["altered", "missing", "unlinked", "cut"])
def test_a_broken_journal_names_each_break(app: Flask, monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    monkeypatch.setattr(journal, "verify", lambda: [Break(7, reason)])

    result = app.test_cli_runner().invoke(args=["audit", "verify"])

    assert result.exit_code == 1
    assert "Le journal n’est plus entier" in result.stderr
    assert "! ligne 7 : " in result.stderr
