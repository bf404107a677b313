"""What an Occitan or French message may not be: the Occitan guide's §5 and §8 as rules."""

import re
from collections import Counter

NBSP = "\u00a0"
NARROW = "\u202f"

# Messages that are rightly the same in both languages, each with its reason.
SAME = {
    "%(text)s, en occitan": "same words",
    "Autre site, %(number)s": "same words",
    "Autres sites": "same words",
    "Gras": "same words",
    "gras": "same words",
    "En": "same words",
    "L’accès": "same words",
    "Mot en occitan": "same words",
    "Nombre": "same words",
    "accès d’un public": "same words",
    "accès de %(num)s publics": "same words",
    "accès «\xa0%(family)s\xa0»": "same words",
    "L’agenda": "same words",
    "Adultes": "same noun",
    "Un autre moment": "same words",
    "%(label)s, en occitan": "same words",
    "%(num)s an": "same noun",
    "%(num)s ans": "same noun",
    "%(num)s autre": "same adjective",
    "%(num)s autres": "same adjective",
    "14\u00a0h": "a time",
    "16\u00a0h": "a time",
    "27/06/2026": "a date",
    "Adolescents": "same noun",
    "Agenda, %(when)s": "same noun",
    "CP, CE1, CE2": "the names of classes",
    "Catalan": "the name of the language",
    "Genre": "same noun",
    "Public": "same noun",
    "Suggestions": "same noun",
    "%(num)s compte": "same noun",
    "%(num)s comptes": "same noun",
    "Comptes": "same noun, glossary",
    "De": "same preposition",
    "En occitan": "same words",
    "Registre": "same noun",
    "Autre": "same adjective",
    "Autre…": "same adjective",
    "Pont": "same noun",
    "nom en occitan": "same words",
    "accès": "same noun",
    "%(size)s Ko": "a unit",
    "%(size)s Mo": "a unit",
    "Licence Ouverte": "the name of a licence",
    "Licence Ouverte 2.0 (Etalab)": "the name of a licence",
    "Suspendre": "same verb",
    "UTF-8": "the name of an encoding",
    "de %(museum)s": "same preposition",
    "nom": "same noun, glossary",
    "non": "same word, glossary",
    "occitan": "the name of the language",
    "Nom": "same noun, glossary",
    "Responsable": "same noun, glossary",
    "Nom en occitan": "same words",
    "Muséofile": "the name of the register",
    "Site": "same noun, the guide prefers it to `sit`",
    "Venir": "same verb, as in `Cossí venir`",
    "Albi, 81000": "a town and its postcode",
    "Filtres (%(count)s)": "same noun",
    "Accessible": "same adjective",
    "Accès": "same noun, glossary",
    "Adulte": "same noun, glossary",
    "Agenda": "same noun, glossary",
    "Bus": "same noun, glossary",
    "Compte": "same noun, glossary",
    "Connexion": "same noun, glossary",
    "Enfants": "same noun, glossary",
    "Euro": "same noun, glossary",
    "FR": "the code of a language",
    "Filtres": "same noun, glossary",
    "Gratuit": "same adjective, glossary",
    "Matin": "same noun, glossary",
    "Membre": "same noun, glossary",
    "Mon compte": "same words, glossary",
    "Non": "same word, glossary",
    "OC": "the code of a language",
    "Occitan": "the name of the language",
    "Paramètres": "same noun, glossary",
    "Restaurant": "same noun, glossary",
    "Site web": "same words, glossary",
    "Traduire": "same verb, glossary",
    "Wi-Fi": "a brand",
}

# A message that is a word of the glossary must take its translation, but here, each with its reason.
GLOSSARY_EXCEPTIONS: dict[str, str] = {}

# An Occitan message that a rule below refuses by mistake (a name, a quotation), with its reason.
LANGUAGE_EXCEPTIONS: dict[str, str] = {}

# Names that stand as they are in an Occitan sentence: nobody translates a licence, nor a method of HTTP.
NAMES = (
    "ADAGE",
    "Licence Ouverte",
    "OPTIONS",
    "opening_hours",
    "gratuit_pour",
    "© Musée Goya / A. Roux",
    " tous ",
    # What to type, in fields that read French only.
    "plein tarif, moins de 18 ans, groupe dès 10",
    "moins de 12 ans",
    "enfants de 6 à 12 ans",
    "dès 65 ans",
    "groupe dès 10",
    "premier dimanche du mois, mercredi, Nuit des musées",
    "14 juillet",
    "printemps 2027, juin 2027",
)

# An infinitive after `lo` makes it a pronoun, which never contracts: `per lo publicar`.
_INFINITIVE = r"(?! [\w’]+(?:ar|er|ir|re|rer)\b)"

FORBIDDEN = {
    # French left behind
    r"\bmots? de pass": "senhal",
    r"\bet\b": "e",
    r"\bpour\b": "per",
    r"\bavec\b": "amb",
    r"\bdans\b": "dins",
    r"\bles\b|\bdes\b|\bdu\b": "los, las, dels, del",
    r"\bouvert|\bmus[ée]e?s?\b|\bmusèos?\b": "dobèrt, musèu",
    r"(?-i:\b[a-zà-ÿ]\w*[âêîôû]|\b[âêîôû])": "no circumflex, but in a name",
    r"(?<!s)tions?\b": "-cion (but question, gestion)",
    r"(?<!t)age(?:s)?\b": "-atge",
    r"eurs?\b": "-aire, -ador",
    r"ité\b": "-itat",
    r"\bdimarche|\brecherch|\btéléch|\btelech": "French spelling",
    r"\btextes?\b|\btip\b|\bmodèrn\b|\bextèrn\b|\btèxt\b": "tèxte, tipe, modèrne, extèrne",
    r"\bfermetura|\bsauvar|\bmascar|\bsupprim|\besfaçar|\bajotar|\bchausir|\bretenir\b": "see the guide, §5",
    r"\bevenement|\beveniement|\bbilhet?teri|\bbillet|\batelièr|\bexpo\b": "eveniment, bilhet, talhièr",
    r"\blogin\b|\bloguejar|\bmail\b|\bemail\b|\bcorric\b|\busatgièr": "identificant, corrièl, utilizaire",
    r"\bliam\b|\bligason|\bmai d’info|\bveire pus|\breglatges|\bmandatar": "ligam, Ne saber mai",
    r"\bconfús\b|\bactualizada\b|\bdròlles?\b|\bpichons\b|\bprèmis?\b": "machine translation",
    r"\bnon valid": "pas valid",
    # words of ours that other spellings of Occitan would replace
    r"\bobèrt|\bobert|\bdubert|\bobertura": "dobèrt, dobertura",
    r"\bbarrat\b|\bbarrada\b|\bbarradura": "tampat, tampadura",
    # Gascon
    r"\bque i a\b": "i a",
    r"\bhar\b|\bhèsta|\beth\b|\bdab\b|\btà\b|\bshens\b|\buei\b|\bprimèr|\bnau\b|\bua\b": "Gascon",
    # Provençal
    r"(?<!\bla )\blei\b|\bdei\b|\bei\b|\bdau\b|\bau\b|\bsenhaus?\b|\bges de\b|\bcòmpte": "Provençal",
    # Catalan
    r"\bmuseus?\b|\bentrada|\btancat|\bfermat|\bcerca\b|\bafegir|\bcorreu\b|\bdescargar|ció\b": "Catalan",
    r"\bhoraris?\b|\bvisita guiada": "Catalan",
    # `i` is an adverb in Lengadocian (`i a`, `i es`), never “and”
    r"\bi (?:los?|las?|l’|un|una|dels?)\b": "e",
    # grammar
    r"\bde los?\b" + _INFINITIVE: "del, dels",
    r"\ba los?\b" + _INFINITIVE: "al, als",
    r"\bper los?\b" + _INFINITIVE: "pel, pels",
    r"\bsus los?\b" + _INFINITIVE: "sul, suls",
    r"\bd’(?=\d)": "no elision before a figure",
}
_FORBIDDEN = {re.compile(pattern, re.IGNORECASE): advice for pattern, advice in FORBIDDEN.items()}

_TAG = re.compile(r"</?\w+[^>]*>")
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd](?!\w)|\{\w*\}")
_TYPOGRAPHY = {
    re.compile(pattern): advice
    for pattern, advice in (
        (r"'", "typographic apostrophe ’"),
        (r'"', f"«{NBSP}guillemets{NBSP}»"),
        (r"\.\.\.", "…"),
        (rf"(?<=[^{NBSP};!?])[;!?](?<![{NBSP}{NARROW}].)", "no-break space before ; ! ?"),
        (rf"(?<=[^{NBSP}]):(?!\d|//)", "no-break space (U+00A0) before :"),
        (rf"«(?!{NBSP})|(?<!{NBSP})»", "no-break space (U+00A0) inside « »"),
        (r"\d (?:[€%]|(?:h|km|cm|mm|m|min|kg|ha)(?![\w’]))", "no-break space before the unit"),
        (rf"\d{NBSP}h \d\d", "no-break space inside a time"),
        (r" {2,}|^ | $", "no space at the ends, one between words"),
    )
}


def placeholders(text):
    """Return the variables of a message, and how many per cent signs stand alone or doubled."""
    rest = _PLACEHOLDER.sub("", text)
    return Counter(_PLACEHOLDER.findall(text)) + Counter(re.findall("%%?", rest))


def tags(text):
    return Counter(_TAG.findall(text))


def prose(text):
    """Return what a person reads: no tag, a figure for each variable, entities as letters."""
    text = _TAG.sub("", text).replace("&nbsp;", NBSP)
    return re.sub(r"&#?\w+;", "x", _PLACEHOLDER.sub("0", text).replace("%%", "%"))


def has_words(text):
    """Tell whether a message says anything; `%(start)s – %(end)s` and `10 h` do not."""
    return re.search(r"[^\W\d_]{2}", _PLACEHOLDER.sub("", _TAG.sub("", text))) is not None


def typography_faults(text):
    return [advice for pattern, advice in _TYPOGRAPHY.items() if pattern.search(prose(text))]


def language_faults(occitan):
    if occitan in LANGUAGE_EXCEPTIONS:
        return []
    for name in NAMES:
        occitan = occitan.replace(name, "")
    found = [(pattern.search(prose(occitan)), advice) for pattern, advice in _FORBIDDEN.items()]
    return [f"{match[0]!r} → {advice}" for match, advice in found if match]


def is_copied(french, occitan):
    """Tell whether a message was left in French without being one of the words both languages share."""
    return has_words(french) and prose(french) == prose(occitan) and french not in SAME


def words(text):
    """Return the words a spelling dictionary can judge: no acronym, no proper noun inside a sentence."""
    text = prose(text)
    for name in NAMES:
        text = text.replace(name, "")
    text = text.replace("’", "'")
    found = []
    for match in re.finditer(r"[^\W\d_]+(?:['·-][^\W\d_]+)*", text):
        word = (
            match[0].rsplit("'", 1)[-1]
            if re.match(r"(?:[dlmnst]|qu)'", match[0], re.IGNORECASE)
            else match[0]
        )
        opens = re.search(r"(?:^|[.!?…:«–]\s*)$", text[: match.start()])
        if len(word) > 1 and not word.isupper() and (opens or word[0].islower()):
            found.append(word)
    return found
