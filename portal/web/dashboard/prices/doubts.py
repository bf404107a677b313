"""What is worth a look, said by its field or beside the form: nothing here stops anybody."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from portal.domain.admission import Advice, AdviceKind, PriceLine, advice
from portal.web.dashboard.prices.reading import Reading
from portal.web.kit import dates, prices
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _


@dataclass(frozen=True)
class Doubt:
    """One thing worth a look, and the field it is about."""

    place: str
    sentence: str

    @property
    def is_of_a_line(self) -> bool:
        """Whether it is said by a field of a row."""
        return "." in self.place


def doubts(reading: Reading, today: date, confirmed_at: datetime | None) -> list[Doubt]:
    """Return what is worth a look of what is typed, the most harmful first."""
    found = advice(reading.rows, today, confirmed_at)
    return [Doubt(reading.place(each.path), sentence(each)) for each in found]


def sentence(each: Advice) -> str:
    """Return one thing worth a look, in words."""
    return _SENTENCES[each.kind](each)


def _reduced(each: Advice) -> str:
    reduced, full = _amount(each.line), _amount(each.other)
    if each.line and each.other and each.line.amount > each.other.amount > 1:
        half = prices.cost_words(each.other.amount // 2 or 1, page_language())
        return _(
            "Le réduit (%(reduced)s) dépasse le plein (%(full)s). Vouliez-vous dire %(half)s ?",
            reduced=reduced,
            full=full,
            half=half,
        )
    return _(
        "Le réduit (%(reduced)s) n’est pas moins cher que le plein (%(full)s).", reduced=reduced, full=full
    )


_SENTENCES: Mapping[AdviceKind, Callable[[Advice], str]] = {
    AdviceKind.NO_FULL_PRICE: lambda _advice: _(
        "Sans plein tarif, la page ne dit pas ce que paie un visiteur ordinaire."
    ),
    AdviceKind.REDUCED_ABOVE_FULL: _reduced,
    AdviceKind.CHILD_PAYS: lambda each: _(
        "« %(child)s : %(amount)s », et « moins de 18 ans : gratuit ». Est-ce bien voulu ? Le filtre « gratuit pour » n’y comptera pas.",
        child=_who(each.line),
        amount=_amount(each.line),
    ),
    AdviceKind.AGES_UNSAID: lambda _advice: _(
        "Jusqu’à quel âge ? Écrivez par exemple moins de 12 ans, ou enfants de 6 à 12 ans."
    ),
    AdviceKind.UNKNOWN_AUDIENCE: lambda _advice: _("Montré tel quel : aucun filtre ne comprend ces mots."),
    AdviceKind.PAST: lambda each: _("Fini depuis le %(day)s.", day=_day(each.day)),
    AdviceKind.ENDS_SOON: lambda each: _("Finit le %(day)s. Et après ?", day=_day(each.day)),
    AdviceKind.OLD: lambda each: _(
        "Personne ne les a confirmés depuis le %(day)s. Relisez, puis « Toujours exacts ».",
        day=_day(each.day),
    ),
    AdviceKind.DATE_UNANNOUNCED: lambda _advice: _("La date de la prochaine n’est pas encore annoncée."),
}


def _who(line: PriceLine | None) -> str:
    return prices.audience_words(line, page_language()).title.text if line else ""


def _amount(line: PriceLine | None) -> str:
    return prices.cost_words(line.amount, page_language()) if line else ""


def _day(day: date | None) -> str:
    return dates.full_date(day, page_language()) if day else ""
