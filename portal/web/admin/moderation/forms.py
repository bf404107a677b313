"""The forms of the room: an answer to a text, and a reason."""

from wtforms import HiddenField, SelectField

from portal.web.admin.moderation import words
from portal.web.kit.fields import LongTextField
from portal.web.kit.forms import BaseForm
from portal.web.kit.messages import _, _l
from portal.web.kit.versions import version_of

LONGEST = 600


def _reasons() -> list[tuple[str, str]]:
    return [
        ("", _("Aucune : j’écris la mienne")),
        *((name, str(said)) for name, said in words.REASONS.items()),
    ]


class ReasonForm(BaseForm):
    """Why, for who wrote the text: ready, in one's own words, or both."""

    ready = SelectField(_l("Une raison toute prête"), choices=_reasons, default="")
    reason = LongTextField(_l("Pourquoi ? Le musée le lit."), longest=LONGEST)

    @property
    def said(self) -> str:
        """The whole reason."""
        ready = words.REASONS.get(self.ready.data or "")
        return " ".join(part for part in (str(ready or ""), self.reason.data or "") if part)

    def ask(self) -> None:
        """Say that a reason is needed."""
        sentence = _("Choisissez une raison ou écrivez-la : sans elle, l’auteur ne sait que reprendre.")
        self.reason.errors = [*self.reason.errors, sentence]


class AnswerForm(ReasonForm):
    """An answer; what is chosen of each part is read beside it."""

    seen = HiddenField()

    @property
    def version(self) -> int:
        """The text that was read."""
        return version_of(self.seen.data)
