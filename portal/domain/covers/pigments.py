"""Pigments and chords: the colours of the covers, and the sets of six that each drawing may take."""

from __future__ import annotations

from typing import NamedTuple

PIGMENTS = {
    "naissant": "#E4ECF5",
    "pale": "#CBD9EA",
    "mourant": "#A9C1DD",
    "mignon": "#7F9FC7",
    "celeste": "#557FB0",
    "reine": "#3A6396",
    "turquin": "#274B78",
    "pers": "#1B3A63",
    "aldego": "#122543",
    "enfer": "#0A1322",
    "brique": "#A9442A",
    "tuile": "#D07A57",
    "rose": "#EBC3AE",
    "brulee": "#6E2412",
    "ocre": "#E5A52B",
    "or": "#F3D48A",
    "terre": "#8A5A12",
    "platane": "#2C5B3D",
    "feuille": "#86A97F",
    "tilleul": "#D5E2C8",
    "pierre": "#ECE7DB",
    "calcaire": "#CFC6B2",
    "ardoise": "#4A5566",
}


class Chord(NamedTuple):
    """Six colours that sound well together: the field, its two drawings, a touch, the block and its letter."""

    ground: str
    first: str
    second: str
    accent: str
    block: str
    letter: str


_NAMES = {
    "beaux-arts": (
        "brique rose brulee ocre brulee rose",
        "pers mourant celeste ocre ocre aldego",
        "rose brique tuile pers pers rose",
        "mourant pers naissant brique brique naissant",
    ),
    "archeologie": (
        "pierre brique calcaire pers brique pierre",
        "tuile brulee rose naissant brulee or",
        "calcaire pers pierre brique pers pierre",
        "or terre pierre brique terre or",
    ),
    "prehistoire": (
        "or brique terre brulee brulee or",
        "rose brulee brique enfer brique naissant",
        "pierre brique terre enfer terre pierre",
    ),
    "contemporain": (
        "enfer celeste naissant ocre naissant enfer",
        "ocre enfer brique naissant enfer ocre",
        "naissant enfer brique ocre brique naissant",
        "celeste enfer naissant or enfer naissant",
    ),
    "societe": (
        "tilleul platane feuille brique platane tilleul",
        "mourant turquin naissant brique turquin naissant",
        "rose turquin brique pierre turquin rose",
    ),
    "histoire": (
        "brique ocre brulee or ocre brulee",
        "pers or turquin ocre or pers",
        "platane or feuille tilleul or platane",
    ),
    "nature": (
        "platane feuille tilleul or tilleul platane",
        "tilleul platane feuille brique platane tilleul",
        "feuille platane tilleul or or platane",
    ),
    "technique": (
        "ardoise calcaire pierre ocre ocre enfer",
        "pale ardoise celeste brique ardoise pale",
        "turquin mourant mignon ocre mourant aldego",
    ),
    "ecritures": (
        "or aldego terre brique aldego or",
        "turquin or mignon ocre or turquin",
        "pierre aldego brique terre aldego pierre",
    ),
    "medieval": (
        "naissant reine mourant brique brique naissant",
        "pers mourant reine ocre mourant pers",
        "pierre brique tuile pers pers pierre",
    ),
    "textile": (
        "pale reine celeste aldego aldego pale",
        "reine naissant mignon ocre naissant reine",
        "rose brique tuile turquin turquin rose",
    ),
    "arts-decoratifs": (
        "naissant turquin mignon ocre turquin naissant",
        "platane or feuille rose or platane",
        "rose brulee tuile platane brulee rose",
    ),
    "photographie": (
        "enfer pale ardoise ocre ocre enfer",
        "pierre enfer ardoise tuile enfer pierre",
        "pale aldego celeste ocre aldego pale",
    ),
    "monde": (
        "ocre brulee brique naissant brulee or",
        "turquin or tuile naissant or turquin",
        "rose platane brique ocre platane rose",
    ),
    "militaire": (
        "ardoise pierre calcaire brique brique pierre",
        "pierre turquin brique ocre turquin pierre",
        "platane calcaire tilleul ocre calcaire platane",
    ),
    "musee": (
        "pale mourant naissant mignon reine naissant",
        "pierre calcaire naissant tuile ardoise pierre",
        "mourant pale mignon naissant pers pale",
    ),
}

CHORDS = {
    drawing: tuple(Chord(*(PIGMENTS[name] for name in names.split())) for names in chords)
    for drawing, chords in _NAMES.items()
}
