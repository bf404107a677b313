"""What an admin may do to an account, as data: each act has its page, which says what will happen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import session, url_for

from portal.domain.accounts import (
    Actor,
    AssociationRole,
    Purpose,
    User,
    administration,
    looking_as,
    rights,
    tokens,
)
from portal.domain.accounts.chronicle import note
from portal.web import mailers
from portal.web.kit import clock, gate
from portal.web.kit.messages import LazyString, _, _l


@dataclass(frozen=True)
class Given:
    """What the admin wrote on the page of the act."""

    reason: str
    hand_over: bool


@dataclass(frozen=True)
class Outcome:
    """What is said once it is done, and where the admin goes."""

    sentence: str
    address: str


@dataclass(frozen=True)
class Act:
    """One thing that may be done to an account."""

    slug: str
    title: LazyString
    explanation: LazyString
    button: LazyString
    icon: str
    is_offered: Callable[[User, Actor], bool]
    run: Callable[[User, Given], Outcome]
    asks_reason: bool = False
    may_orphan: bool = False
    """Whether a museum may lose its last manager by it."""


def offered(user: User, by: Actor) -> list[Act]:
    """Return what may be done to this account, by this admin."""
    return [act for act in ACTS.values() if user.erased_at is None and act.is_offered(user, by)]


def _disable(user: User, given: Given) -> Outcome:
    administration.disable(
        user, by=gate.actor(), now=clock.now(), reason=given.reason, hand_over=given.hand_over
    )
    return _back(user, _("Ce compte est suspendu : personne ne peut plus entrer avec lui."))


def _enable(user: User, _given: Given) -> Outcome:
    administration.enable(user, by=gate.actor(), now=clock.now())
    return _back(user, _("Ce compte est rétabli."))


def _end_sessions(user: User, _given: Given) -> Outcome:
    administration.end_sessions(user, by=gate.actor(), now=clock.now())
    return _back(user, _("Toutes les sessions de cette personne sont fermées."))


def _send_link(user: User, _given: Given) -> Outcome:
    now = clock.now()
    secret = tokens.make(Purpose.SIGN_IN, now=now, user_id=user.id)
    mailers.sign_in_link(user, secret, now + tokens.LIFETIMES[Purpose.SIGN_IN], now)
    note("account.link_sent", by=gate.actor(), now=now, subject=f"user:{user.id}")
    return _back(user, _("Le lien est parti. Il sert une fois, pendant un quart d’heure."))


def _reset_factor(user: User, given: Given) -> Outcome:
    administration.reset_second_factor(user, by=gate.actor(), now=clock.now(), reason=given.reason)
    mailers.second_factor_reset(user, clock.now())
    return _back(user, _("La double vérification est retirée. La personne en est prévenue par lettre."))


def _look(user: User, _given: Given) -> Outcome:
    session[looking_as.KEY] = looking_as.begin(user, by=gate.actor(), now=clock.now())
    return Outcome("", url_for("dashboard.spaces.index"))  # the band of every page says it


def _back(user: User, sentence: str) -> Outcome:
    return Outcome(sentence, url_for("admin.accounts.show", user_id=user.id))


def _is_other(user: User, by: Actor) -> bool:
    return user.id != by.id


ACTS: Mapping[str, Act] = {
    act.slug: act
    for act in (
        Act(
            "lien",
            _l("Envoyer un lien de connexion"),
            _l("Pour qui a perdu son mot de passe. Vous ne le voyez jamais."),
            _l("Envoyer le lien"),
            "send",
            lambda user, _by: user.may_sign_in and bool(user.email),
            _send_link,
        ),
        Act(
            "voir",
            _l("Voir comme cette personne"),
            _l("Lecture seule, trente minutes ; un bandeau le dit, et le journal garde vos deux noms."),
            _l("Voir comme cette personne"),
            "eye",
            lambda user, by: (
                user.may_sign_in
                and _is_other(user, by)
                and AssociationRole.ADMIN not in rights.of_user(user.id)
            ),
            _look,
        ),
        Act(
            "deconnecter",
            _l("Fermer toutes ses sessions"),
            _l("La personne se reconnecte ; rien n’est perdu de ce qu’elle a enregistré."),
            _l("Fermer les sessions"),
            "log-out",
            lambda user, _by: user.may_sign_in,
            _end_sessions,
        ),
        Act(
            "double-verification",
            _l("Retirer la double vérification"),
            _l(
                "Pour qui a perdu son téléphone. Assurez-vous de vive voix que c’est bien elle : "
                "codes, clés d’accès et codes sur papier disparaissent, et une lettre le lui dit."
            ),
            _l("Retirer la double vérification"),
            "key-round",
            _is_other,
            _reset_factor,
            asks_reason=True,
        ),
        Act(
            "suspendre",
            _l("Suspendre"),
            _l("La personne ne peut plus entrer, dès sa prochaine page. Ses textes restent."),
            _l("Suspendre ce compte"),
            "lock",
            lambda user, by: user.disabled_at is None and _is_other(user, by),
            _disable,
            asks_reason=True,
            may_orphan=True,
        ),
        Act(
            "retablir",
            _l("Rétablir"),
            _l("La personne retrouve ses musées et ses rôles, et peut entrer de nouveau."),
            _l("Rétablir ce compte"),
            "rotate-ccw",
            lambda user, _by: user.disabled_at is not None,
            _enable,
        ),
    )
}
