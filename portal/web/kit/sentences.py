"""Sentences made from facts, in the page's language: they are never untranslated and never stale."""

from collections.abc import Iterable, Mapping

from portal.db import Translated
from portal.domain.museums import DepartementEntry, MuseumEntry, TownEntry
from portal.web.kit import formats
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext

# How each language says « in » this département; usage gives no rule to compute it from.
IN_DEPARTEMENT: Mapping[str, Translated] = {
    "09": Translated("en Ariège", "en Arièja"),
    "11": Translated("dans l’Aude", "dins Aude"),
    "12": Translated("dans l’Aveyron", "dins Avairon"),
    "30": Translated("dans le Gard", "dins Gard"),
    "31": Translated("en Haute-Garonne", "en Nauta Garona"),
    "32": Translated("dans le Gers", "dins Gers"),
    "34": Translated("dans l’Hérault", "dins Erau"),
    "46": Translated("dans le Lot", "dins Òlt"),
    "48": Translated("en Lozère", "en Losera"),
    "65": Translated("dans les Hautes-Pyrénées", "dins los Nauts Pirenèus"),
    "66": Translated("dans les Pyrénées-Orientales", "dins los Pirenèus Orientals"),
    "81": Translated("dans le Tarn", "dins Tarn"),
    "82": Translated("en Tarn-et-Garonne", "dins Tarn e Garona"),
}

# An article that begins a town's name melts into « à » and « a »: au Vigan, al Vigan.
CONTRACTIONS = {"fr": (("Le ", "au "), ("Les ", "aux ")), "oc": (("Lo ", "al "), ("Los ", "als "))}


CAPITALISED = frozenset({"Moyen Âge", "Edat Mejana"})


def in_town(town: TownEntry) -> str:
    """Return « à Albi », « au Vigan », « a Tolosa »."""
    language = page_language()
    name = town.name.text(language)
    for article, contracted in CONTRACTIONS[language]:
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return f"{'à' if language == 'fr' else 'a'} {name}"


def in_departement(departement: DepartementEntry) -> str:
    """Return « dans le Tarn », « dins Tarn »; the bare name for a département of another region."""
    known = IN_DEPARTEMENT.get(departement.code)
    return known.text(page_language()) if known else departement.name.text(page_language())


def of_museum(museum: MuseumEntry) -> str:
    """Return what the register lets say of a museum, until it writes its own words."""
    place = _("Musée de France %(in_town)s, %(in_departement)s.", **_where(museum.town))
    if not museum.themes:
        return place
    themes = _enumerated(theme.name for theme in museum.themes)
    subjects = _("On y parle de : %(themes)s.", themes=themes)
    return f"{place} {subjects}"


def of_departement(departement: DepartementEntry, towns: list[TownEntry], total: int) -> str:
    """Return what the register lets say of a département."""
    museums = ngettext(
        "%(num)s musée de France %(in_departement)s.",
        "%(num)s musées de France %(in_departement)s.",
        total,
        in_departement=in_departement(departement),
    )
    cities = ngettext("À voir dans %(num)s ville.", "À voir dans %(num)s villes.", len(towns))
    return f"{museums} {cities}"


def of_town(town: TownEntry, total: int) -> str:
    """Return what the register lets say of a town."""
    return ngettext(
        "%(num)s musée de France %(in_town)s, %(in_departement)s.",
        "%(num)s musées de France %(in_town)s, %(in_departement)s.",
        total,
        **_where(town),
    )


def _where(town: TownEntry) -> dict[str, str]:
    return {"in_town": in_town(town), "in_departement": in_departement(town.departement)}


def _enumerated(names: Iterable[Translated]) -> str:
    language = page_language()
    return formats.sentence_list((_lowered(name.text(language)) for name in names), language)


def _lowered(name: str) -> str:
    """Return the name as inside a sentence; ages and periods keep their capital."""
    return name if name in CAPITALISED else name[:1].lower() + name[1:]
