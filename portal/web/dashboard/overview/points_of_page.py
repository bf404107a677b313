"""The points that a page is read by: what the museum says of itself, how it is shown, found and addressed."""

from portal.web.dashboard.overview.entry import Entry
from portal.web.dashboard.overview.point import Point, point
from portal.web.kit.messages import _, _l, ngettext


def presentation_point(entry: Entry) -> Point:
    """Return whether the museum says what it is."""
    missing = [] if entry.museum.presentation else [_("une présentation")]
    return point(
        _l("Présentation"), entry, "dashboard.profile.edit", "presentation_fr", missing, is_bare=bool(missing)
    )


def contact_point(entry: Entry) -> Point:
    """Return whether one can ask before setting out."""
    museum, missing = entry.museum, list[str]()
    if not museum.shown_phone:
        missing.append(_("téléphone"))
    if not (museum.shown_email or museum.shown_website):
        missing.append(_("courriel ou site"))
    field = "email" if museum.shown_phone else "phone"
    is_bare = not museum.shown_phone
    return point(_l("Contact"), entry, "dashboard.profile.edit", field, missing, is_bare=is_bare)


def place_point(entry: Entry) -> Point:
    """Return whether the museum can be found."""
    museum, missing = entry.museum, list[str]()
    if not (museum.shown_street or museum.shown_place):
        missing.append(_("rue"))
    if museum.latitude is None:
        missing.append(_("position sur la carte"))
    return point(
        _l("Adresse et position"),
        entry,
        "dashboard.profile.edit",
        "street",
        missing,
        is_bare=len(missing) == 2,
    )


def photograph_point(entry: Entry) -> Point:
    """Return whether a photograph shows it."""
    missing = [] if entry.shown else [_("une photo")]
    return point(
        _l("Photographie"), entry, "dashboard.pictures.index", "photos", missing, is_bare=bool(missing)
    )


def alternatives_point(entry: Entry) -> Point:
    """Return whether those who do not see the photographs know what they show, in both languages."""
    told = [photo for photo in (*entry.shown, *entry.waiting) if not photo["decorative"]]
    mute = sum(not photo["alt"]["fr"] for photo in told)
    foreign = sum(bool(photo["alt"]["fr"]) and not photo["alt"]["oc"] for photo in told)
    missing = []
    if not (entry.shown or entry.waiting):
        missing.append(_("une photo décrite"))
    if mute:
        missing.append(ngettext("la description d’une photo", "la description de %(num)s photos", mute))
    if foreign:
        missing.append(
            ngettext(
                "la description d’une photo en occitan",
                "la description de %(num)s photos en occitan",
                foreign,
            )
        )
    is_bare = bool(mute) or not (entry.shown or entry.waiting)
    return point(_l("Textes des photos"), entry, "dashboard.pictures.index", "mur", missing, is_bare=is_bare)


def occitan_point(entry: Entry) -> Point:
    """Return whether the Occitan page has a name and a presentation of its own."""
    museum, missing = entry.museum, list[str]()
    if museum.name.oc is None:
        missing.append(_("nom en occitan"))
    if museum.presentation is None or not museum.presentation.oc:
        missing.append(_("présentation en occitan"))
    field = "usage_name_oc" if museum.name.oc is None else "presentation_oc"
    return point(_l("Occitan"), entry, "dashboard.profile.edit", field, missing, is_bare=len(missing) == 2)
