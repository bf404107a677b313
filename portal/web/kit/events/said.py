"""What is said of an event besides its time: for whom, for how much, how to sign up."""

from decimal import Decimal

from portal.domain.events.rows import Event, Price, Registration
from portal.domain.events.vocabulary import PriceKind
from portal.web.kit import dates, formats
from portal.web.kit.events import words
from portal.web.kit.languages import Language
from portal.web.kit.messages import _, ngettext


def ages(event: Event) -> str:
    """Return `dès 6 ans`, `de 6 à 12 ans`, `jusqu’à 6 ans`; nothing where no age is said."""
    least, most = event.age_from, event.age_to
    if least and most:
        if least == most:
            return ngettext("%(num)s an", "%(num)s ans", least)
        return _("de %(least)s à %(most)s ans", least=least, most=most)
    if least:
        return ngettext("dès %(num)s an", "dès %(num)s ans", least)
    if most:
        return ngettext("jusqu’à %(num)s an", "jusqu’à %(num)s ans", most)
    return ""


def audience(event: Event, language: Language) -> str:
    """Return for whom it is, in one phrase: `enfants et en famille, de 6 à 12 ans`."""
    named = formats.sentence_list([str(words.AUDIENCES[one]).lower() for one in event.audiences], language)
    return ", ".join(filter(None, (named, ages(event))))


def price(cost: Price | None, language: Language) -> str:
    """Return what taking part costs: `Gratuit`, `5 €`, `de 8 à 12 €`; nothing where it is not said."""
    if cost is None:
        return ""
    if cost.kind is not PriceKind.PAID:
        return str(words.PRICES[cost.kind])
    least, most = (_euros(cents, language) for cents in (cost.least, cost.most))
    if least and most:
        return _("de %(least)s à %(most)s", least=least, most=most)
    return least or most or str(words.PRICES[cost.kind])


def registration(pointer: Registration, language: Language) -> str:
    """Return what signing up asks: whether it is needed, until when, how many seats there are."""
    said = [_("sur inscription")] if pointer.is_needed else []
    if pointer.deadline is not None:
        said.append(_("jusqu’au %(day)s", day=dates.full_date(pointer.deadline, language)))
    if pointer.seats:
        said.append(ngettext("%(num)s place", "%(num)s places", pointer.seats))
    return formats.sentence_case(", ".join(said))


def duration(minutes: int, language: Language) -> str:
    """Return a length of time: `1 h 30`, `45 min`."""
    return dates.clock_time(minutes, language) if minutes >= 60 else f"{minutes}\u00a0min"


def _euros(cents: int | None, language: Language) -> str:
    return "" if cents is None else formats.price(Decimal(cents) / 100, language)


def languages(event: Event, language: Language) -> str:
    """Return the languages it is held in."""
    named = [str(words.SPEECHES[one]).lower() for one in event.speeches]
    return formats.sentence_case(formats.sentence_list(named, language))


def access(event: Event, language: Language) -> str:
    """Return whom it suits, of the four families."""
    names = {
        "moteur": _("fauteuil roulant"),
        "auditif": _("personnes sourdes ou malentendantes"),
        "visuel": _("personnes aveugles ou malvoyantes"),
        "mental": _("personnes handicapées mentales"),
    }
    return formats.sentence_case(formats.sentence_list([names[one] for one in event.access], language))


def cycles(event: Event, language: Language) -> str:
    """Return the levels of school it is for, how many pupils and whether the pass Culture pays."""
    offer = event.school
    if offer is None:
        return ""
    told = [formats.sentence_list([str(words.CYCLES[one]) for one in offer.cycles], language)]
    if offer.most_pupils:
        told.append(ngettext("%(num)s élève au plus", "%(num)s élèves au plus", offer.most_pupils))
    if offer.pass_culture:
        told.append(_("réservable avec le pass Culture (ADAGE)"))
    return formats.sentence_case(", ".join(filter(None, told)))
