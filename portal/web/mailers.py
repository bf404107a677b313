"""The letters the portal writes: one function each. They leave once what they tell of is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import render_template, url_for
from flask_babel import force_locale

from portal.db import Language, Translated
from portal.domain import letters
from portal.domain.accounts import Invitation, MuseumRole, User
from portal.web.kit import formats, labels, moments
from portal.web.kit.addresses import absolute
from portal.web.kit.messages import _


@dataclass(frozen=True)
class Reader:
    """Who a letter is for."""

    email: str
    name: str
    language: Language
    user_id: int | None = None
    invitation_id: int | None = None

    @classmethod
    def of(cls, user: User) -> "Reader":
        """Return a person as the reader of a letter."""
        return cls(user.email or "", user.name, user.language or "fr", user_id=user.id)


@dataclass(frozen=True)
class Draft:
    """What a letter says, paragraph by paragraph, and the one thing to press."""

    kind: str
    subject: str
    paragraphs: list[str]
    why: str
    button: str = ""
    address: str = ""
    until: datetime | None = None
    rows: Sequence[tuple[str, str]] = ()
    """Facts in two columns, after the paragraphs."""
    after: Sequence[str] = ()
    """Paragraphs below the facts."""
    other_button: str = ""
    other_address: str = ""


def sign_in_link(user: User, secret: str, until: datetime, now: datetime) -> None:
    """Send a link that signs in once."""
    with force_locale(user.language or "fr"):
        draft = Draft(
            "sign_in_link",
            _("Votre lien de connexion aux Musées d’Occitanie"),
            [_("Voici le lien demandé. Il ouvre votre espace sans mot de passe, une seule fois.")],
            _(
                "Vous recevez cette lettre parce que quelqu’un a demandé un lien de connexion pour votre adresse. "
                "Si ce n’est pas vous, ne faites rien."
            ),
            _("Me connecter"),
            url_for("auth.links.show", secret=secret),
            until,
        )
    post(Reader.of(user), draft, now)


def password_reset(user: User, secret: str, until: datetime, now: datetime) -> None:
    """Send a link that sets a new password."""
    with force_locale(user.language or "fr"):
        draft = Draft(
            "password_reset",
            _("Choisir un nouveau mot de passe"),
            [
                _(
                    "Ce lien permet de choisir un nouveau mot de passe. "
                    "L’ancien sert encore tant que vous n’en avez pas choisi un autre."
                )
            ],
            _(
                "Vous recevez cette lettre parce que quelqu’un a demandé à changer le mot de passe de votre compte. "
                "Si ce n’est pas vous, ne faites rien."
            ),
            _("Choisir un mot de passe"),
            url_for("auth.passwords.edit", secret=secret),
            until,
        )
    post(Reader.of(user), draft, now)


def address_confirmation(user: User, email: str, secret: str, until: datetime, now: datetime) -> None:
    """Ask a new address whether it is the person's."""
    reader = Reader(email, user.name, user.language or "fr", user_id=user.id)
    with force_locale(reader.language):
        draft = Draft(
            "address_confirmation",
            _("Confirmer votre nouvelle adresse"),
            [
                _(
                    "Vous avez demandé que votre compte des Musées d’Occitanie utilise cette adresse. "
                    "Elle comptera dès que vous l’aurez confirmée."
                )
            ],
            _(
                "Vous recevez cette lettre parce que cette adresse a été donnée pour un compte. "
                "Si ce n’est pas le vôtre, ne faites rien."
            ),
            _("Confirmer cette adresse"),
            url_for("auth.addresses.show", secret=secret),
            until,
        )
    post(reader, draft, now)


def address_changed(user: User, former: str, now: datetime) -> None:
    """Tell the former address that it no longer counts."""
    reader = Reader(former, user.name, user.language or "fr", user_id=user.id)
    with force_locale(reader.language):
        text = _("Votre compte des Musées d’Occitanie utilise désormais une autre adresse.")
        draft = Draft(
            "address_changed", _("L’adresse de votre compte a changé"), [text, _if_not_you()], _about_you()
        )
    post(reader, draft, now)


def password_changed(user: User, now: datetime) -> None:
    """Tell a person that their password was changed."""
    with force_locale(user.language or "fr"):
        text = _(
            "Le mot de passe de votre compte des Musées d’Occitanie vient d’être changé. "
            "Vos autres sessions sont fermées."
        )
        draft = Draft(
            "password_changed", _("Votre mot de passe a changé"), [text, _if_not_you()], _about_you()
        )
    post(Reader.of(user), draft, now)


def second_factor_set(user: User, now: datetime) -> None:
    """Tell a person that a second factor was added to their account."""
    with force_locale(user.language or "fr"):
        text = _("Une double vérification vient d’être ajoutée à votre compte des Musées d’Occitanie.")
        draft = Draft(
            "second_factor_set",
            _("Votre double vérification est en place"),
            [text, _if_not_you()],
            _about_you(),
        )
    post(Reader.of(user), draft, now)


def second_factor_reset(user: User, now: datetime) -> None:
    """Tell a person that their second factor was taken away."""
    with force_locale(user.language or "fr"):
        text = _(
            "La double vérification de votre compte vient d’être retirée. Vous pouvez en choisir une nouvelle."
        )
        draft = Draft(
            "second_factor_reset",
            _("Votre double vérification a été retirée"),
            [text, _if_not_you()],
            _about_you(),
        )
    post(Reader.of(user), draft, now)


def invitation(
    sent: Invitation, secret: str, *, museum: Translated | None, inviter: str, now: datetime
) -> None:
    """Send an invitation: who invites, to which museum, as what, until when."""
    reader = Reader(sent.email or "", sent.name, sent.language or "fr", invitation_id=sent.id)
    address = url_for("auth.acceptances.show", secret=secret)
    post(reader, invitation_draft(sent, museum=museum, inviter=inviter, address=address), now)


def invitation_draft(
    sent: Invitation, *, museum: Translated | None, inviter: str, address: str = ""
) -> Draft:
    """Return what the letter of an invitation says; without an address, to be read again before it leaves."""
    language: Language = sent.language or "fr"
    with force_locale(language):
        return Draft(
            "invitation",
            _("%(museum)s : votre espace est prêt", museum=_house(museum, language)),
            [_invites(museum, inviter, language), str(labels.role_sentence(sent.role))],
            _(
                "Vous recevez cette lettre parce que %(inviter)s a donné votre adresse. "
                "Si vous n’êtes pas la bonne personne, refusez : nous le saurons.",
                inviter=inviter,
            ),
            _("Ouvrir l’invitation"),
            address,
            sent.expires_at,
        )


def invitation_renewal_asked(
    sent: Invitation, inviter: User, *, museum: Translated | None, now: datetime
) -> None:
    """Tell who invited that the guest would like a new link."""
    language: Language = inviter.language or "fr"
    with force_locale(language):
        text = _(
            "%(guest)s a ouvert une invitation qui n’est plus valable, et en demande une nouvelle. "
            "Renvoyez-la depuis la page de l’équipe.",
            guest=sent.name or sent.email or "",
        )
        subject = _("%(museum)s : une invitation à renvoyer", museum=_house(museum, language))
        draft = Draft("invitation_renewal_asked", subject, [text], _about_you())
    post(Reader.of(inviter), draft, now)


def role_given(user: User, museum: Translated | None, role: MuseumRole, *, now: datetime) -> None:
    """Tell somebody with an account that a museum is open to them."""
    language: Language = user.language or "fr"
    with force_locale(language):
        text = _("Vous pouvez maintenant travailler pour ce musée, avec le compte que vous avez déjà.")
        subject = _("%(museum)s vous est ouvert", museum=_house(museum, language))
        draft = Draft(
            "role_given",
            subject,
            [text, str(labels.role_sentence(role))],
            _about_you(),
            _("Ouvrir mon espace"),
            url_for("dashboard.spaces.index"),
        )
    post(Reader.of(user), draft, now)


def handed_over(admin: User, museum: Translated, *, now: datetime) -> None:
    """Tell an admin that a museum has nobody responsible any more."""
    language: Language = admin.language or "fr"
    with force_locale(language):
        text = _(
            "La dernière personne responsable du musée est partie et l’a confié à l’association. "
            "Invitez quelqu’un quand vous le saurez."
        )
        subject = _("%(museum)s : plus personne n’en est responsable", museum=museum.text(language))
        draft = Draft("handed_over", subject, [text], _about_you())
    post(Reader.of(admin), draft, now)


def _invites(museum: Translated | None, inviter: str, language: Language) -> str:
    if museum is None:
        return _("%(inviter)s vous invite à travailler pour l’association.", inviter=inviter)
    return _(
        "%(inviter)s vous invite à tenir la fiche de ce musée sur le portail des musées d’Occitanie : %(museum)s.",
        inviter=inviter,
        museum=museum.text(language),
    )


def _house(museum: Translated | None, language: Language) -> str:
    return museum.text(language) if museum else _("Musées d’Occitanie")


def _about_you() -> str:
    return _("Vous recevez cette lettre parce qu’elle concerne votre compte.")


def _if_not_you() -> str:
    return _("Si ce n’est pas vous, écrivez à l’association sans attendre.")


def post(reader: Reader, draft: Draft, now: datetime) -> None:
    """Put what a letter says in the outbox, in its reader's language, with its plain twin."""
    values = {
        "reader": reader,
        "draft": draft,
        "lang": reader.language,
        "link": absolute(draft.address) if draft.address else "",
        "other_link": absolute(draft.other_address) if draft.other_address else "",
        "contact": absolute(url_for("public.pages.contact", language=reader.language)),
        "until": moments.moment(draft.until, reader.language) if draft.until else "",
        "formats": formats,
    }
    with force_locale(reader.language):
        text = render_template("emails/letter.txt", **values)
        html = render_template("emails/letter.html", **values)
    letters.post(
        kind=draft.kind,
        to_email=reader.email,
        to_name=reader.name,
        language=reader.language,
        subject=draft.subject,
        text=text,
        html=html,
        now=now,
        user_id=reader.user_id,
        invitation_id=reader.invitation_id,
    )
