"""Keeps the message catalogues in step with the sources.

French is the source: a message is its own French. Its catalogue only holds the plurals, without
which gettext would say “0 musées”. Occitan is the translation, and must be complete.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from catalogue_files import LANGUAGES, body_bytes, catalogues, is_empty, mo_bytes, po_bytes, po_path, read

KEYWORDS = DEFAULT_KEYWORDS | {
    "_l": None,
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "lazy_pgettext": ((1, "c"), 2),
}
SKIPPED = {"node_modules", "instance", "tests", "build"}


def main() -> int:
    """Run one command and return the exit status."""
    parser = argparse.ArgumentParser(description="The portal's message catalogues.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("extract-update", help="read the sources, write both messages.po")
    commands.add_parser("compile", help="write a .mo beside every .po")
    commands.add_parser("check", help="exit 1 and list what is missing, fuzzy, obsolete or out of step")
    commands.add_parser("missing", help="print the messages that await their Occitan, as a .po")
    fill = commands.add_parser("fill", help="take the Occitan of a .po file such as `missing` prints")
    fill.add_argument("file", type=Path)
    chosen = parser.parse_args()
    if chosen.command == "extract-update":
        return update(chosen.root)
    if chosen.command == "compile":
        return compile_all(chosen.root)
    if chosen.command == "missing":
        return print_missing(chosen.root)
    if chosen.command == "fill":
        return take(chosen.root, chosen.file)
    return check(chosen.root)


def update(root: Path) -> int:
    """Write both catalogues from the sources, keeping the Occitan of messages that still exist."""
    template = extracted(root)
    for language in LANGUAGES:
        path = po_path(root, language)
        known = read(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po_bytes(updated(template, known, language), language))
        for message in known:
            if message.id and message.string and template.get(message.id, message.context) is None:
                print(f"{language}: no longer in the sources: {message.id!r} ({message.string!r})")
    return 0


def compile_all(root: Path) -> int:
    """Write every .mo from its .po."""
    for path in catalogues(root):
        path.with_suffix(".mo").write_bytes(mo_bytes(path))
    return 0


def check(root: Path) -> int:
    """Print every fault of the catalogues and return 1 when there is one."""
    faults = [*out_of_step(root), *(fault for path in catalogues(root) for fault in faults_of(path))]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def print_missing(root: Path) -> int:
    """Print the messages of the sources that have no Occitan yet."""
    complete = updated(extracted(root), read(po_path(root, "oc")), "oc")
    missing = Catalog()
    for message in complete:
        if message.id and is_empty(message):
            missing.add(message.id, auto_comments=message.auto_comments, context=message.context)
    sys.stdout.write(body_bytes(missing).decode())
    return 0


def take(root: Path, file: Path) -> int:
    """Fill the Occitan catalogue from another file, and name the messages it does not know."""
    catalogue = updated(extracted(root), read(po_path(root, "oc")), "oc")
    strangers = []
    for message in read(file):
        if not message.id or is_empty(message):
            continue
        known = catalogue.get(message.id, message.context)
        if known is None or known.pluralizable != message.pluralizable:
            strangers.append(message.id)
        else:
            known.string = message.string
    po_path(root, "oc").write_bytes(po_bytes(catalogue, "oc"))
    for stranger in strangers:
        print(f"not in the sources: {stranger!r}", file=sys.stderr)
    return 1 if strangers else 0


def extracted(root: Path) -> Catalog:
    """Return the messages found in the sources that babel.cfg names."""
    with (root / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call] # Babel leaves it untyped
    found = extract_from_dir(
        root,
        methods,
        options,
        KEYWORDS,
        comment_tags=("TRANSLATORS:",),
        strip_comment_tags=True,
        directory_filter=lambda path: not Path(path).name.startswith(".") and Path(path).name not in SKIPPED,
    )
    template = Catalog()
    for _file, _line, message, comments, context in found:
        template.add(message, auto_comments=comments, context=context)
    return template


def updated(template: Catalog, known: Catalog, language: str) -> Catalog:
    """Return the catalogue of one language for these messages, with what was already translated."""
    fresh = Catalog(locale=language)
    for message in template:
        if not message.id:
            continue
        old = known.get(message.id, message.context)
        if old is None or old.pluralizable != message.pluralizable:
            old = Message(message.id)
        source = message.id if message.pluralizable else ""
        fresh.add(
            message.id,
            source if language == "fr" else old.string,
            flags=["fuzzy"] if old.fuzzy else [],
            auto_comments=message.auto_comments,
            user_comments=old.user_comments,
            context=message.context,
        )
    return fresh


def out_of_step(root: Path) -> Iterator[str]:
    """Yield the catalogues that the sources no longer explain."""
    template = extracted(root)
    for language in LANGUAGES:
        path = po_path(root, language)
        expected = po_bytes(updated(template, read(path), language), language)
        if not path.exists() or path.read_bytes() != expected:
            yield f"{path.relative_to(root)}: out of step with the sources; run `extract-update`"


def faults_of(path: Path) -> Iterator[str]:
    """Yield what is wrong inside one catalogue, and with its compiled form."""
    name = "/".join(path.parts[-3:])
    catalogue = read(path)
    for message in catalogue:
        # A French message without translation is its own French, unless it has a plural.
        needed = message.pluralizable or name != "fr/LC_MESSAGES/messages.po"
        if message.id and needed and is_empty(message):
            yield f"{name}: not translated: {message.id!r}"
        if message.id and message.fuzzy:
            yield f"{name}: fuzzy: {message.id!r}"
    for message in catalogue.obsolete.values():
        yield f"{name}: obsolete: {message.id!r}"
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != mo_bytes(path):
        yield f"{name}: its .mo is out of step; run `compile`"


if __name__ == "__main__":
    sys.exit(main())
