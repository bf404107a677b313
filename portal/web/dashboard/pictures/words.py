"""What the room says of files and of rights, in plain words."""

from collections.abc import Mapping

from portal.domain.media import Fault
from portal.domain.media.reading import MAX_BYTES, MAX_PIXELS
from portal.web.kit import formats
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l

MEGABYTES = MAX_BYTES // (1024 * 1024)
MEGAPIXELS = MAX_PIXELS // 1_000_000

_FAULTS: Mapping[Fault, LazyString] = {
    Fault.EMPTY: _l("ce fichier est vide."),
    Fault.TOO_HEAVY: _l(
        "ce fichier dépasse %(most)s Mo. Envoyez la photo dans une taille plus petite.", most=MEGABYTES
    ),
    Fault.TOO_MANY_PIXELS: _l(
        "cette image a plus de %(most)s millions de pixels. Envoyez-la dans une taille plus petite.",
        most=MEGAPIXELS,
    ),
    Fault.TOO_LONG: _l("cette image est trop étirée pour la page. Recadrez-la, puis envoyez-la de nouveau."),
    Fault.BROKEN: _l(
        "cette image est abîmée ou incomplète. Copiez-la de nouveau depuis l’appareil, puis envoyez-la."
    ),
    Fault.ANIMATED: _l("cette image est animée. Envoyez une photo fixe."),
    Fault.DRAWING: _l("les dessins SVG ne sont pas acceptés. Exportez-le en PNG, puis envoyez-le."),
    Fault.DOCUMENT: _l("c’est un document PDF. Envoyez la photo elle-même, en JPEG ou en PNG."),
    Fault.PAGE: _l("c’est une page web, pas une photo."),
    Fault.FILM: _l("c’est une vidéo. Envoyez une photo."),
    Fault.RAW: _l("ce format d’appareil photo n’est pas lu (TIFF ou RAW). Exportez la photo en JPEG."),
    Fault.DOUBLE: _l(
        "ce fichier cache autre chose qu’une photo. Enregistrez l’image de nouveau, puis envoyez-la."
    ),
    Fault.UNKNOWN: _l(
        "ce n’est pas une photo que nous savons lire. Envoyez un JPEG, un PNG, un WebP, un AVIF ou un HEIC."
    ),
    Fault.TOO_MANY: _l("le musée a déjà beaucoup de photos. Retirez-en quelques-unes avant d’en ajouter."),
    Fault.DISK: _l("elle n’a pas pu être gardée, par notre faute. Réessayez dans un moment."),
}


def of_file(fault: Fault) -> str:
    """Return why a file was refused and what to do; it follows the file's name and a colon."""
    return str(_FAULTS[fault])


def weight(count: int) -> str:
    """Write how heavy a file is: `3,1 Mo`, `28 Ko`."""
    if count >= 1_000_000:
        return _("%(size)s Mo", size=formats.number(round(count / 1_000_000, 1), page_language()))
    return _("%(size)s Ko", size=formats.number(max(1, round(count / 1000)), page_language()))
