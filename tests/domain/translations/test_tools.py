"""What the machine's own tools answer is tidied, bounded in time, and never needed."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal import programs
from portal.domain.recent import Recent
from portal.domain.translations import machine, spelling
from portal.programs import ProgramError


@pytest.fixture
def bin_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of programs that stands before the machine's."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(spelling, "_answers", Recent(9))
    programs.find.cache_clear()
    machine._modes.clear()
    yield tmp_path
    programs.find.cache_clear()
    machine._modes.clear()


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_what_apertium_writes_is_put_in_the_words_of_the_portal() -> None:
    french = "Ce musée est fermé ; l’ouverture du site est à 10 h. Le plein tarif est de 8 € !"
    written = "Aquel musèu es barrat ; l'obertura del sit es a 10 h. La plena tarifa es d'8 € !\n"

    assert machine.tidied(written, french) == (
        "Aqueste musèu es tampat\u00a0; la dobertura del site es a 10 h. La plena tarifa es de 8 €\u00a0!"
    )
    assert machine.tidied("Obèrt. Barrada. Lor mot de passa. S’obrís. #culture", "Ouvert") == (
        "Dobèrt. Tampada. Lor senhal. Se dobrís. culture"
    )
    assert machine.tidied("« Aquelas òbras »", "Les œuvres") == "«\u00a0Aquelas òbras\u00a0»"


def test_a_program_is_asked_without_a_shell_and_only_where_it_knows_occitan(bin_: Path) -> None:
    program(bin_, "apertium", 'case "$*" in -l) echo "  fra-oci";; *) printf "%s|" "$@"; cat;; esac')

    assert machine.is_installed()
    assert machine.draft("Le $(id) 'musée'") == "-u|-f|txt|fra-oci|Le $(id) ’musée’"
    assert machine.draft("<p>A</p>", is_rich=True).startswith("-u|-f|html|")
    with pytest.raises(ProgramError):
        machine.draft("a" * (machine.MOST + 1))

    machine._modes.clear()
    program(bin_, "apertium", "echo en-es")
    assert not machine.is_installed()


def test_a_program_that_hangs_or_fails_is_ended_with_all_it_began(
    bin_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = bin_ / "late"
    program(bin_, "apertium", f"sleep 60 | (sleep 0.5; touch {late})")
    monkeypatch.setattr(machine, "SECONDS", 0.2)
    with pytest.raises(ProgramError, match="did not answer"):
        machine.draft("Le musée")
    time.sleep(0.6)
    assert not late.exists()

    program(bin_, "apertium", "exit 3")
    with pytest.raises(ProgramError, match="answered 3"):
        machine.draft("Le musée")


def test_words_the_dictionary_does_not_know_are_hints_and_names_are_none_of_them(bin_: Path) -> None:
    # What hunspell does with `-l`: it gives back the words it does not know.
    program(bin_, "hunspell", "grep -xE 'museu|dobert|Bourdelle|Castras|gleisa|hens' || true")

    assert spelling.is_installed()
    found = spelling.unknown(
        ["Lo museu de Bourdelle es dobert. L’istòria de Castras : gleisa, s·hens.", "Bourdelle i viu."],
        {"gleisa", "bourdelle"},
    )
    assert found == [["museu", "dobert"], []]

    spelling._answers = Recent(9)
    program(bin_, "hunspell", "exit 1")
    assert not spelling.is_installed()
    assert spelling.unknown(["Un autre museu."], ()) == [[]]


def test_a_machine_without_tools_says_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    programs.find.cache_clear()
    try:
        assert not machine.is_installed()
        assert not spelling.is_installed()
        assert spelling.unknown(["museu"], ()) == [[]]
    finally:
        programs.find.cache_clear()


@pytest.mark.long
@pytest.mark.skipif(
    not Path("/usr/share/apertium/apertium-oci-fra").exists(), reason="apertium-oci-fra is not installed"
)
def test_the_real_apertium_answers() -> None:
    assert machine.draft("Le musée est fermé le lundi.") == "Lo musèu es tampat lo diluns."


@pytest.mark.skipif(not Path("/usr/share/hunspell/oc_FR.dic").exists(), reason="hunspell-oc is not installed")
def test_the_real_dictionary_answers() -> None:
    assert spelling.unknown(["Lo museu es dobert : l’acuèlh d’un amic."], ()) == [["museu", "dobert"]]
