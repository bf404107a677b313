"""What the journal's codes mean, in plain words; a test walks every code of the source."""

from collections.abc import Mapping

from portal.web.kit.messages import LazyString, _l

ACTIONS: Mapping[str, LazyString] = {
    "account.signed_in": _l("Est venu"),
    "account.signed_out": _l("Est reparti"),
    "account.sign_in_refused": _l("Connexion refusée"),
    "account.made": _l("Compte ouvert"),
    "account.renamed": _l("Nom ou langue changés"),
    "account.password_changed": _l("Mot de passe changé"),
    "account.address_asked": _l("Nouvelle adresse à confirmer"),
    "account.address_changed": _l("Adresse changée"),
    "account.address_corrected": _l("Adresse corrigée par l’association"),
    "account.bounce_cleared": _l("Adresse de nouveau tenue pour bonne"),
    "account.second_factor_set": _l("Double vérification mise en place"),
    "account.second_factor_reset": _l("Double vérification retirée"),
    "account.passkey_removed": _l("Clé d’accès retirée"),
    "account.sessions_ended": _l("Sessions fermées"),
    "account.link_sent": _l("Lien de connexion envoyé"),
    "account.disabled": _l("Compte suspendu"),
    "account.enabled": _l("Compte rétabli"),
    "account.exported": _l("Données de la personne exportées"),
    "account.erased": _l("Personne effacée"),
    "account.looked_as": _l("Vue en lecture seule"),
    "account.looked_as_ended": _l("Fin de la vue en lecture seule"),
    "accounts.exported": _l("Liste des comptes exportée"),
    "content.submitted": _l("Texte proposé"),
    "content.published": _l("Texte publié"),
    "content.refused": _l("Texte renvoyé à son auteur"),
    "content.confirmed": _l("Page confirmée"),
    "content.discarded": _l("Brouillon jeté"),
    "content.removed": _l("Événement retiré"),
    "content.restored": _l("Publication annulée"),
    "content.planned": _l("Publication prévue"),
    "content.unplanned": _l("Publication prévue abandonnée"),
    "content.end_set": _l("Fin d’un texte changée"),
    "content.retired": _l("Texte retiré de la page"),
    "content.taken_back": _l("Texte repris de la corbeille"),
    "content.put_back": _l("Texte remis sur la page"),
    "hours.asked": _l("Lettre envoyée pour confirmer les horaires"),
    "hours.confirmed": _l("Horaires confirmés"),
    "invitation.made": _l("Invitation envoyée"),
    "invitation.sent_again": _l("Invitation renvoyée"),
    "invitation.corrected": _l("Invitation envoyée à une autre adresse"),
    "invitation.renewal_asked": _l("Nouvelle invitation demandée"),
    "invitation.revoked": _l("Invitation annulée"),
    "invitation.accepted": _l("Invitation acceptée"),
    "invitation.refused": _l("Invitation refusée"),
    "invitations.exported": _l("Liste des invitations exportée"),
    "journal.exported": _l("Journal exporté"),
    "letter.bounced": _l("Lettre notée comme revenue"),
    "letter.sent_again": _l("Lettre renvoyée"),
    "museum.handed_to_association": _l("Musée confié à l’association"),
    "picture.removed": _l("Photo retirée"),
    "pictures.added": _l("Photos ajoutées"),
    "school.changed": _l("Calendrier scolaire corrigé"),
    "preview.shared": _l("Lien secret vers un aperçu"),
    "preview.revoked": _l("Lien secret éteint"),
    "prices.confirmed": _l("Tarifs confirmés"),
    "report.corrected": _l("Signalement suivi d’une correction"),
    "report.verified": _l("Signalement vérifié : la page était juste"),
    "report.dismissed": _l("Signalement écarté comme indésirable"),
    "link.replaced": _l("Lien remplacé par sa nouvelle adresse"),
    "rights.given": _l("Droit donné dans l’association"),
    "rights.taken": _l("Droit repris dans l’association"),
    "team.member_added": _l("Entrée dans l’équipe"),
    "team.member_left": _l("Départ de l’équipe"),
    "team.member_removed": _l("Retrait de l’équipe"),
    "team.role_changed": _l("Rôle changé"),
    "team.successor_named": _l("Responsable nommé à la suite"),
}

CHANNELS: Mapping[str, LazyString] = {
    "web": _l("Portail"),
    "cli": _l("Ligne de commande"),
    "register": _l("Registre"),
    "letter": _l("Lettre"),
}

FIELDS: Mapping[str, LazyString] = {
    "role": _l("rôle"),
    "reason": _l("pourquoi"),
    "way": _l("par"),
    "kind": _l("sorte"),
    "language": _l("langue"),
    "rows": _l("lignes"),
    "until": _l("jusqu’à"),
    "block": _l("page"),
    "pictures": _l("photos"),
    "fact": _l("sur"),
}

VALUES: Mapping[str, LazyString] = {
    "password": _l("mot de passe"),
    "link": _l("lien par courriel"),
    "passkey": _l("clé d’accès"),
    "invitation": _l("invitation"),
    "totp": _l("codes du téléphone"),
    "profile": _l("fiche"),
    "pictures": _l("photos"),
    "hours": _l("horaires"),
    "prices": _l("tarifs"),
    "exceptions": _l("dates exceptionnelles"),
    "access": _l("accès"),
    "outages": _l("pannes"),
    "practical": _l("pratique"),
    "horaires": _l("horaires"),
    "tarifs": _l("tarifs"),
    "acces": _l("accès"),
    "pratique": _l("pratique"),
    "venir": _l("adresse et contact"),
    "textes": _l("textes"),
    "images": _l("images"),
    "autre": _l("autre chose"),
    "fr": _l("français"),
    "oc": _l("occitan"),
}

CRITERIA: Mapping[str, LazyString] = {
    "musee": _l("Musée"),
    "action": _l("Action"),
    "du": _l("Du"),
    "au": _l("Au"),
    "page": _l("Page"),
}

BREAKS: Mapping[str, LazyString] = {
    "altered": _l("cette ligne a été changée"),
    "missing": _l("des lignes manquent ici"),
    "unlinked": _l("cette ligne ne suit plus la précédente"),
    "cut": _l("la fin du journal n’est plus ce qui a été écrit"),
}


def action(code: str) -> str:
    """Return what an action is called; one that has no words yet keeps its code."""
    return str(ACTIONS.get(code, code))
