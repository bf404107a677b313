import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SOURCE = """
def page(count):
    # TRANSLATORS: above the list
    _("Musées")
    _l("Carte")
    ngettext("%(num)s musée", "%(num)s musées", count)
    pgettext("un lieu", "Carte")
    lazy_gettext("Agenda")
"""
TEMPLATE = """
{% trans count=museums|length %}
  Un musée
{% pluralize %}
  {{ count }} musées, à 25 %
{% endtrans %}
<p title="{{ _("Horaires") }}">{{ pgettext("verbe", "Ferme") }}</p>
"""


def run(root, *words):
    command = [sys.executable, ROOT / "scripts/messages.py", "--root", root, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def po(root, language):
    return root / "portal/translations" / language / "LC_MESSAGES/messages.po"


def translations(root, language):
    with po(root, language).with_suffix(".mo").open("rb") as file:
        return GNUTranslations(file)


@pytest.fixture
def project(tmp_path):
    (tmp_path / "portal/templates").mkdir(parents=True)
    (tmp_path / "babel.cfg").write_text((ROOT / "babel.cfg").read_text())
    (tmp_path / "portal/page.py").write_text(SOURCE)
    (tmp_path / "portal/templates/page.html").write_text(TEMPLATE)
    assert run(tmp_path, "extract-update").returncode == 0
    assert run(tmp_path, "compile").returncode == 0
    return tmp_path


def translate(project, extra=""):
    snippet = project / "snippet.po"
    lines = run(project, "missing").stdout.splitlines()
    filled = [line.replace('""', '"òc"') if line.startswith("msgstr") else line for line in lines]
    snippet.write_text("\n".join(filled) + extra)
    return run(project, "fill", snippet)


def test_every_way_of_marking_a_message_is_read(project):
    text = po(project, "oc").read_text()

    for message in ("Musées", "Agenda", "Horaires", "%(num)s musée", "Un musée"):
        assert f'msgid "{message}"' in text
    assert 'msgctxt "un lieu"\nmsgid "Carte"' in text
    assert 'msgctxt "verbe"\nmsgid "Ferme"' in text
    assert 'msgid_plural "%(count)s musées, à 25 %%"' in text
    assert "#. above the list" in text


def test_the_files_hold_no_place_no_date_and_the_right_plural(project):
    text = po(project, "oc").read_text()

    assert "#: " not in text
    assert "Date" not in text
    assert "nplurals=2; plural=(n > 1);" in text


def test_french_plurals_fill_themselves(project):
    french = translations(project, "fr")

    texts = [french.ngettext("%(num)s musée", "%(num)s musées", count) for count in (0, 1, 2)]

    assert texts == ["%(num)s musée", "%(num)s musée", "%(num)s musées"]


def test_writing_again_changes_nothing(project):
    files = sorted((project / "portal/translations").rglob("messages.*"))
    before = [file.read_bytes() for file in files]

    run(project, "extract-update")
    run(project, "compile")

    assert [file.read_bytes() for file in files] == before
    assert len(files) == 4


def test_check_lists_what_is_missing_then_is_content(project):
    refusal = run(project, "check")
    assert refusal.returncode == 1
    assert "oc/LC_MESSAGES/messages.po: not translated: 'Musées'" in refusal.stderr
    assert "fr/" not in refusal.stderr

    assert translate(project).returncode == 0
    assert run(project, "compile").returncode == 0

    assert run(project, "check").returncode == 0
    assert run(project, "missing").stdout == ""
    assert translations(project, "oc").gettext("Musées") == "òc"


def test_check_sees_sources_and_compiled_files_out_of_step(project):
    translate(project)
    assert "its .mo is out of step" in run(project, "check").stderr

    run(project, "compile")
    (project / "portal/page.py").write_text(SOURCE.replace("Agenda", "Calendrier"))

    assert "out of step with the sources" in run(project, "check").stderr


def test_check_refuses_fuzzy_and_obsolete_messages(project):
    translate(project)
    path = po(project, "oc")
    text = path.read_text().replace('msgid "Agenda"', '#, fuzzy\nmsgid "Agenda"')
    path.write_text(text + '\n#~ msgid "Vieux"\n#~ msgstr "Vièlh"\n')

    faults = run(project, "check").stderr

    assert "fuzzy: 'Agenda'" in faults
    assert "obsolete: 'Vieux'" in faults


def test_a_message_that_goes_is_dropped_and_said(project):
    translate(project)
    (project / "portal/page.py").write_text(SOURCE.replace("Agenda", "Calendrier"))

    said = run(project, "extract-update").stdout

    assert "oc: no longer in the sources: 'Agenda' ('òc')" in said
    assert "Agenda" not in po(project, "oc").read_text()
    assert 'msgid "Musées"\nmsgstr "òc"' in po(project, "oc").read_text()


def test_fill_names_the_messages_it_does_not_know(project):
    answer = translate(project, '\nmsgid "Inconnu"\nmsgstr "Desconegut"\n')

    assert answer.returncode == 1
    assert "not in the sources: 'Inconnu'" in answer.stderr
    assert 'msgid "Musées"\nmsgstr "òc"' in po(project, "oc").read_text()


def test_a_template_with_a_fault_stops_the_extraction(project):
    (project / "portal/templates/page.html").write_text("{% trans %}Musée")

    assert run(project, "extract-update").returncode != 0
