"""Names and address parts for museums that only the register knows."""

from collections.abc import Container

from portal.domain.folding import fold, slugify

# Official names that say no more than what kind of museum it is: the town must be added to tell them apart.
GENERIC = frozenset(
    [
        "musee",
        "museum",
        "musees",
        "de",
        "des",
        "du",
        "d",
        "l",
        "la",
        "le",
        "les",
        "et",
        "en",
        "art",
        "arts",
        "beaux",
        "municipal",
        "municipale",
        "departemental",
        "departementale",
        "archeologique",
        "archeologie",
        "histoire",
        "historique",
        "naturelle",
        "moderne",
        "contemporain",
        "ville",
        "territoire",
        "local",
        "locale",
        "intercommunal",
        "traditions",
        "populaires",
        "decoratifs",
        "ethnographique",
    ],
)


def usage_name_of(official_name: str, town: str) -> str:
    """Return a name people could say: the official one with its capital, and the town where it is generic."""
    name = official_name.strip().replace("'", "’")
    name = name[:1].upper() + name[1:]
    is_generic = all(word in GENERIC for word in fold(name).split())
    return f"{name} de {town}" if is_generic and fold(town) not in fold(name) else name


def free_slug(name: str, town: str, taken: Container[str]) -> str:
    """Return an address part for a museum that no other has: its name, else with its town, else numbered."""
    plain = slugify(name)[:100].strip("-") or "musee"
    with_town = f"{plain}-{slugify(town)}"[:110].strip("-")
    for candidate in (plain, with_town):
        if candidate not in taken:
            return candidate
    number = 2
    while f"{with_town}-{number}" in taken:
        number += 1
    return f"{with_town}-{number}"
