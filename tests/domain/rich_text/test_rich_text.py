"""Texts with headings and lists: whatever is typed or pasted becomes one clean spelling, and reads back unchanged."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.domain import rich_text, texts
from portal.domain.rich_text import MARK, addresses, hypertext
from portal.domain.rich_text.nodes import Line, Run
from portal.domain.rich_text.tidying import document, tidy

SIGNS = st.text(
    st.sampled_from(list("abÉ l’ \u00a0\u202f\u2028.!*#>-–•1).[](\\`_&<é\u0338\u0301\t\n/:@😀")), max_size=12
)
LINKS = st.sampled_from(
    [None, None, None, "https://musee.fr/a(b)?c=*", "mailto:a@b.fr", "tel:+33561222182", "http://é.fr/«»"]
)
RUNS = st.lists(st.builds(Run, SIGNS, st.booleans(), st.booleans(), LINKS), max_size=5).map(tuple)
LINES = st.one_of(
    st.builds(Line, st.just("p"), RUNS),
    st.builds(Line, st.just("h"), RUNS, st.sampled_from([3, 4])),
    st.builds(Line, st.just("q"), RUNS, group=st.integers(1, 3)),
    st.builds(Line, st.just("li"), RUNS, st.integers(1, 5), st.booleans()),
)
TYPED = st.text(st.sampled_from(list("ab É*#>-–•1).[](\\_&<\n\n  \t:")), max_size=40)
PIECES = """<p>|</p>|<ul>|</ul>|<ol>|<li>|</li>|<b>|</b>|<em>|<h1>|</h1>|<h4>|<blockquote>|</blockquote>|<br>|a|• |
1. |<a href='https://x.fr/'>|</a>|<table>|<td>|<div>|<script>|&lt;i&gt;|<!--|-->|<p class=MsoListParagraph>· &nbsp;"""
PASTED = st.lists(st.sampled_from(PIECES.split("|")), max_size=20).map(" ".join)


def html_of(lines: list[Line]) -> str:
    own = [
        replace(line, runs=tidy(replace(run, href=addresses.href(run.href)) for run in line.runs))
        for line in lines
    ]
    return rich_text.read(MARK + hypertext.write(document(own))) or ""


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.lists(LINES, max_size=6).map(html_of),
        TYPED.map(lambda text: rich_text.read(text) or ""),
        PASTED.map(lambda html: rich_text.read(MARK + html) or ""),
    )
)
def test_saving_what_was_shown_changes_nothing(html: str) -> None:
    assert rich_text.read(MARK + html) == (html or None)
    assert rich_text.read(rich_text.notation(html)) == (html or None)


def test_what_people_type_is_understood() -> None:
    typed = (
        "# Le palais\r\n\r\nBâti par *les évêques*,\nil compte **trois** salles.\n\nOn y voit :\n- le violon\n"
        "  - d’Ingres\n\n1. d’abord\n2. ensuite\n\n> Une citation.\n\n[Réserver](www.musee.fr/a(b)) ou "
        "[écrire](accueil@musee.fr). 5 * 3, 2* ; [sic] ; 1850. Fin"
    )

    assert rich_text.read(typed) == (
        "<h3>Le palais</h3><p>Bâti par <em>les évêques</em>, il compte <strong>trois</strong> salles.</p>"
        "<p>On y voit :</p><ul><li>le violon<ul><li>d’Ingres</li></ul></li></ul>"
        "<ol><li>d’abord</li><li>ensuite</li></ol><blockquote><p>Une citation.</p></blockquote>"
        "<p>[Réserver](www.musee.fr/a(b)) ou "
        '<a href="mailto:accueil@musee.fr">écrire</a>. 5 * 3, 2* ; [sic] ; 1850. Fin</p>'
    )
    assert rich_text.read(" \n\u00a0\n") is None


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Doc</title><style><!-- p {} --></style>
<xml><w:WordDocument>7</w:WordDocument></xml></head><body><!--StartFragment--><h1>Le palais<o:p></o:p></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='font-size:12pt'>Bâti&nbsp;</span></b>par les
<st1:PersonName w:st="on">évêques</st1:PersonName> au XVIIe&nbsp;&nbsp;&nbsp;siècle&nbsp;: voilà.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
 style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Premier</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Dedans</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Un</p>
<p class=MsoListParagraph>·<span>&nbsp;&nbsp;&nbsp; </span>Autre</p><h2>Ensuite</h2>
<p><a href="javascript:alert(1)">clic</a> <a href="https://musee.fr" onclick="x()">site</a> a\u2028b<br>c</p></body></html>"""


def test_a_paste_from_word_gives_headings_lists_and_links_only() -> None:
    assert rich_text.read(MARK + WORD) == (
        "<h3>Le palais</h3><p>Bâti\u00a0par les évêques au XVIIe siècle\u00a0: voilà.</p>"
        "<ul><li>Premier<ul><li>Dedans</li></ul></li></ul><ol><li>Un</li></ol><ul><li>Autre</li></ul>"
        '<h4>Ensuite</h4><p>clic <a href="https://musee.fr">site</a> a b</p><p>c</p>'
    )
    google = '<b style="font-weight:normal"><p><span style="font-weight:700">gras</span> maigre</p></b>'
    assert rich_text.read(MARK + google) == "<p><strong>gras</strong> maigre</p>"


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><a xlink:href=javascript:alert(1)>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        '<a href="java\nscript:alert(1)">x</a>',
        '<a href="&#1;javascript:alert(1)">x</a>',
        '<a href="data:text/html,<script>1</script>">x</a>',
        '<a href="https://a@evil.example">x</a>',
        '<p style="background:url(//evil.example)">x</p>',
        "<iframe srcdoc='<script>'></iframe>",
        '<a href="//evil.example">x</a>',
        "[x](javascript:alert(1))",
        "</textarea><form action=//evil.example><input name=csrf_token>",
        "<!--><img src=x onerror=alert(1)>-->",
    ],
)
def test_nothing_that_acts_is_kept(attack: str) -> None:
    kept = (rich_text.read(MARK + attack) or "") + (rich_text.read(attack) or "").replace("&lt;", "")

    for trace in ("<script", "<img", "<svg", "<a ", "<p ", "<iframe", "<form", "<input", 'onerror=alert(1)"'):
        assert trace not in kept, kept


def test_length_is_that_of_the_text_and_a_megabyte_is_refused_at_once() -> None:
    assert rich_text.cleaned("<p><strong>" + "é" * 40 + "</strong></p>", 40)
    with pytest.raises(texts.TooLongError) as told:
        rich_text.cleaned("<p>" + "é" * 41 + "</p>", 40)
    assert (told.value.length, told.value.most) == (41, 40)
    with pytest.raises(texts.TooLongError):
        rich_text.read(MARK + "é" * 1_000_000)
    with pytest.raises(texts.ForbiddenCharacterError):
        rich_text.read("a\x00b")


def test_no_text_however_strange_takes_long() -> None:
    began = time.perf_counter()
    for piece in ("<b>", "<div>", "<ul><li>", "<table><tr><td>", "<a href=x>", "<b><i>"):
        rich_text.read(MARK + piece * (60_000 // len(piece)))
    for piece in ("*", "[", "a*", "[a](b", "\\", " ", "\u0301"):
        rich_text.notation(rich_text.read(piece * (10_000 // len(piece))))
    rich_text.measure(["M. " * 15_000, "*" * 50_000])

    assert time.perf_counter() - began < 5


def test_a_long_sentence_is_named_and_abbreviations_end_none() -> None:
    text = "M. Ingres naît en 1780 apr. J.-C. à Montauban. " + "Mot " * 30 + "fin. « Voilà ! » Court."

    told = rich_text.measure([text, "Lo musèu es dobèrt."])

    assert [(each.beginning, each.words) for each in told.long] == [("Mot Mot Mot Mot Mot Mot", 31)]
    assert told.words == 9 + 31 + 1 + 1 + 4
