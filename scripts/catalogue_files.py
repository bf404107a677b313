"""Reads and writes the catalogue files, so that the same messages always give the same bytes."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = {"fr": "French", "oc": "Occitan (Lengadocian)"}
# No date: the files must only change when a message does. `pybabel init` would write `n != 1` for
# Occitan, which puts zero in the plural.
HEADER = """\
# {name} messages of the portal. Written by scripts/messages.py; only msgstr is yours.
msgid ""
msgstr ""
"Project-Id-Version: musees-occitanie\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""
# Babel writes the hour into each .mo: a fixed one makes two compilations equal.
FIXED_DATE = datetime(2026, 1, 1, tzinfo=UTC)


def po_path(root: Path, language: str) -> Path:
    """Return where the interface's messages of one language are."""
    return root / "portal/translations" / language / "LC_MESSAGES/messages.po"


def catalogues(root: Path) -> list[Path]:
    """Return every .po of the portal, ours and the forms'."""
    return sorted((root / "portal/translations").glob("*/LC_MESSAGES/*.po"))


def read(path: Path) -> Catalog:
    """Return a catalogue, empty when the file does not exist yet."""
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def po_bytes(catalogue: Catalog, language: str) -> bytes:
    """Return the file of a catalogue: sorted by message, one line each, no places, no dates."""
    header = HEADER.format(name=LANGUAGES[language], language=language)
    return header.encode() + body_bytes(catalogue)


def body_bytes(catalogue: Catalog) -> bytes:
    """Return the messages of a catalogue as a .po writes them, without header."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    return buffer.getvalue()


def mo_bytes(path: Path) -> bytes:
    """Return the compiled form of a .po, the same at every run."""
    catalogue = read(path)
    catalogue.creation_date = catalogue.revision_date = FIXED_DATE
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def is_empty(message: Message) -> bool:
    """Tell whether a form of the translation is missing."""
    if isinstance(message.string, str):
        return not message.string
    return not message.string or not all(message.string)
