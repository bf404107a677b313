"""The style sheets stay small, ask no other host, and take their colours from the tokens."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "portal/static"
SHEETS = sorted((STATIC / "css").glob("*.css"))
# White and black name themselves; the A4 sheets are ink on white paper whatever the theme.
PLAIN = {"#fff", "#000"}
PAPER = {"feuille.css", "impression.css"}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
TOKENS = re.compile(r"@layer tokens\{.*?\n\}", re.DOTALL)
HEX = re.compile(r"(?<![\w&])#[0-9a-fA-F]{3,8}\b")


def text(sheet):
    return COMMENT.sub("", sheet.read_text(encoding="utf-8"))


def test_the_two_main_sheets_keep_to_their_budget():
    assert sum((STATIC / "css" / name).stat().st_size for name in ("site.css", "atelier.css")) <= 44 * 1024


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_braces_are_balanced(sheet):
    assert text(sheet).count("{") == text(sheet).count("}")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_file_that_a_sheet_names_is_ours_and_exists(sheet):
    for target in re.findall(r"url\([\"']?([^\"')]+)", text(sheet)):
        if not target.startswith("data:"):
            assert (sheet.parent / target).resolve().is_relative_to(STATIC), target
            assert (sheet.parent / target).is_file(), target


@pytest.mark.parametrize("sheet", [s for s in SHEETS if s.name not in PAPER], ids=lambda sheet: sheet.name)
def test_colours_come_from_the_tokens(sheet):
    assert set(HEX.findall(TOKENS.sub("", text(sheet)))) <= PLAIN


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_nothing_depends_on_what_older_browsers_drop(sheet):
    # Firefox ESR 115 ignores a whole rule that says `:has()`.
    assert ":has(" not in text(sheet)


def test_every_token_that_is_used_is_declared():
    everything = "".join(map(text, SHEETS))
    declared = set(re.findall(r"(--[\w-]+):", everything))

    used = set(re.findall(r"var\((--[\w-]+)\)", everything))
    assert used <= declared


def test_the_comfort_face_is_named_by_comfort_reading_alone():
    site = text(STATIC / "css/site.css")
    rest = re.sub(r"@font-face\{[^}]*\}", "", site)
    assert re.findall(r"([^{}]*)\{[^{}]*Atkinson", rest) == ["\n:root[data-read=confort]"]
