"""What each permission lets one do, in plain words."""

from collections.abc import Mapping

from portal.domain.accounts import Permission
from portal.web.kit.messages import LazyString, _l

WORDS: Mapping[Permission, LazyString] = {
    Permission.ACCOUNTS_MANAGE: _l("Voir tous les comptes, les suspendre, changer leurs rôles"),
    Permission.ADMINISTRATION_ENTER: _l("Entrer dans l’administration et lire cette page"),
    Permission.INVITATIONS_MANAGE: _l("Inviter dans n’importe quel musée, et dans l’association"),
    Permission.JOURNAL_READ: _l("Lire le journal : qui a fait quoi"),
    Permission.SCHOOL_MANAGE: _l("Tenir le calendrier scolaire"),
    Permission.LETTERS_READ: _l("Lire les lettres que le portail a écrites"),
    Permission.CONTENT_REVIEW: _l("Relire les textes des musées, et décider lesquels se relisent"),
    Permission.MUSEUMS_READ: _l("Voir tous les musées et l’état de leur fiche"),
    Permission.PEOPLE_READ: _l("Voir qui travaille pour quel musée"),
    Permission.TRANSLATIONS_READ: _l("Voir ce qui manque en occitan, musée par musée"),
    Permission.REPORTS_READ: _l("Lire les signalements des visiteurs et l’état des liens de tous les musées"),
    Permission.SPACE_ENTER: _l("Entrer dans l’espace du musée et tout y lire"),
    Permission.CONTENT_DRAFT: _l("Écrire des brouillons et les proposer"),
    Permission.CONTENT_TRANSLATE: _l("Écrire le côté occitan"),
    Permission.CONTENT_PUBLISH: _l("Publier, retirer, relire les brouillons"),
    Permission.TEAM_READ: _l("Voir qui est dans l’équipe du musée"),
    Permission.TEAM_MANAGE: _l("Inviter dans l’équipe, changer les rôles, retirer quelqu’un"),
    Permission.TEAM_LEAVE: _l("Quitter l’équipe du musée"),
}
"""In the order of the page: the association's, then a museum's from the most common to the rarest."""
