"""Gives the forms their messages in the page's language, from WTForms' catalogues and ours.

WTForms has no Occitan, and its French lacks the dates and the typographic apostrophe: the portal's
`wtforms.po` of each language comes last, so that its words win.
"""

from pathlib import Path

from babel.support import NullTranslations
from flask_babel import Domain  # type: ignore[import-untyped, unused-ignore] # ships no types
from wtforms.i18n import messages_path  # type: ignore[import-untyped, unused-ignore] # ships no types

OURS = Path(__file__).resolve().parents[2] / "translations"

_domain = Domain(translation_directories=[messages_path(), str(OURS)], domain="wtforms")


def form_messages() -> NullTranslations:
    """Return what a form's `Meta.get_translations` must give, in the language of the request.

    Outside a request it translates nothing: the messages are then WTForms' English.
    """
    # The Domain itself would not do: its `ngettext` fills `%(num)s` and trips over WTForms' names.
    translations: NullTranslations = _domain.get_translations()
    return translations
