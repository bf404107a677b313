"""The form of a report: which fact, what happened, when, a few words, where to answer."""

from datetime import date
from typing import Any

from wtforms import HiddenField, RadioField
from wtforms.fields.choices import SelectChoice

from portal.domain.visitor_reports import HAPPENINGS, LONGEST, LONGEST_TIME, Fact, Happening
from portal.web.kit import report_words
from portal.web.kit.day_field import NearDayField
from portal.web.kit.fields import AddressField, LongTextField, TextField, filled
from portal.web.kit.messages import _l
from portal.web.kit.once import CreateForm


class ReportForm(CreateForm):
    """What a visitor says; it bears a seal in place of a session's token."""

    class Meta(CreateForm.Meta):
        """No token: there is no session, and the seal says more (`kit/visitors.py`)."""

        csrf = False

    fait = RadioField(
        _l("Qu’est-ce qui est faux ?"),
        choices=[SelectChoice(fact.value, name) for fact, name in report_words.FACTS.items()],
        validators=[filled(_l("Choisissez ce qui est faux."))],
    )
    horaire = RadioField(_l("Que s’est-il passé ?"), validate_choice=False)
    prix = RadioField(_l("Que s’est-il passé ?"), validate_choice=False)
    le = NearDayField(_l("Le"))
    vers = TextField(_l("Vers"), longest=LONGEST_TIME)
    mots = LongTextField(_l("Un mot de plus"), longest=LONGEST)
    courriel = AddressField(_l("Votre courriel"))
    site = TextField(_l("Ne remplissez pas ce champ"), longest=200)
    """Nobody sees it; programs fill it in."""
    sceau = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field, fact in ((self.horaire, Fact.HOURS), (self.prix, Fact.PRICES)):
            field.choices = [
                SelectChoice(each.value, report_words.HAPPENINGS[each]) for each in HAPPENINGS[fact]
            ]

    @property
    def fact(self) -> Fact:
        """The fact that is chosen; hours, where nothing that makes sense is."""
        known = {fact.value: fact for fact in Fact}
        return known.get(self.fait.data or "", Fact.HOURS)

    @property
    def happening(self) -> Happening | None:
        """What happened, of what may happen to the chosen fact."""
        field = {Fact.HOURS: self.horaire, Fact.PRICES: self.prix}.get(self.fact)
        chosen = field.data if field is not None else None
        return next((each for each in HAPPENINGS.get(self.fact, ()) if each.value == chosen), None)

    @property
    def day(self) -> date | None:
        """The day it concerns, for what changes from day to day."""
        return self.le.day if self.fact in {Fact.HOURS, Fact.PRICES, Fact.ACCESS} else None
