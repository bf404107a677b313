"""Invented photos to try the portal with: rooms drawn here, that no museum owes anything to."""

import io
from datetime import datetime

from PIL import Image, ImageDraw, ImageFilter
from sqlalchemy import delete, select

from portal.db import db
from portal.domain import museums, revisions
from portal.domain.media import blocks, checking, files
from portal.domain.media.models import MuseumPictures, Picture
from portal.domain.media.vocabulary import Licence
from portal.domain.revisions import Author, ContentBlock, Revision
from portal.files import Store

CHANNEL = revisions.DEMONSTRATION
SIZE = (1500, 1000)
Colour = tuple[int, int, int]

_ROOMS: dict[str, tuple[tuple[str, Colour, int], ...]] = {
    "musee-goya": (
        ("Une salle aux murs bleus : quatre tableaux dorés et un banc noir.", (46, 84, 130), 4),
        ("Une salle aux murs ocre : trois tableaux et un banc noir.", (178, 128, 62), 3),
        ("Une petite salle verte : deux grands tableaux face au banc.", (72, 104, 84), 2),
    ),
    "musee-toulouse-lautrec": (("Une salle rouge brique : trois tableaux dorés.", (142, 62, 44), 3),),
    "musee-des-augustins": (("Une salle gris clair : cinq petits tableaux.", (170, 172, 176), 5),),
    "musee-fenaille": (("Une salle bleu nuit : deux tableaux éclairés.", (30, 44, 74), 2),),
}
"""By museum, its rooms: what one sees, the colour of the walls, how many pictures hang there."""


def make(store: Store, now: datetime) -> int:
    """Give invented photos to the museums that have none; return how many got some."""
    session, by, done = db.session(), Author(None, CHANNEL), 0
    for slug, rooms in _ROOMS.items():
        museum = museums.by_slug(slug)
        if museum is None or files.all_of(session, museum.id):
            continue
        said = {}
        for number, (words, wall, frames) in enumerate(rooms):
            received = files.receive(store, museum.id, f"salle-{number + 1}.jpg", draw(wall, frames))
            picture = files.add(session, museum.id, received, by_id=None, now=now)
            said[picture.id] = {
                **checking.BLANK,
                "alt": {"fr": words, "oc": None},
                "credit": "Dessin inventé pour la démonstration",
                "licence": Licence.CC0.value,
                "consent": True,
            }
        text = checking.checked(
            {"order": list(said), "photos": {str(id_): photo for id_, photo in said.items()}},
            dict.fromkeys(said, "salle.jpg"),
        )
        key = blocks.key(museum.id)
        seen = revisions.head(session, key).version
        kept = revisions.save_draft(session, key, text, seen=seen, by=by, now=now)
        if kept is not None:
            revisions.publish(session, kept, by=by, now=now)
            done += 1
    return done


def remove(store: Store) -> int:
    """Take back the invented photos of museums that have not written since; return how many museums had some."""
    session = db.session()
    written = select(Revision.museum_id).where(Revision.kind == blocks.KIND)
    others = set(session.scalars(written.where(Revision.channel != CHANNEL)))
    invented = set(session.scalars(written.where(Revision.channel == CHANNEL))) - others
    for picture in session.scalars(select(Picture).where(Picture.museum_id.in_(invented))).all():
        for name in (picture.original, *store.names(f"copies/{picture.token[:2]}/{picture.token}")):
            store.delete(name)
        session.delete(picture)
    session.flush()
    own = MuseumPictures.museum_id.in_(invented)
    session.execute(delete(MuseumPictures).where(own))
    for model in (ContentBlock, Revision):
        session.execute(delete(model).where(model.museum_id.in_(invented), model.kind == blocks.KIND))
    return len(invented)


def draw(wall: Colour, frames: int) -> bytes:
    """Return a room as a JPEG: a wall, a floor that shines, so many pictures in gilded frames, a bench."""
    width, height = SIZE
    room = Image.new("RGB", SIZE, wall)
    pen, floor = ImageDraw.Draw(room), round(height * 0.74)
    for row in range(floor):  # light falls from above
        pen.line((0, row, width, row), fill=_lit(wall, 1.18 - 0.4 * row / floor))
    for row in range(floor, height):
        pen.line(
            (0, row, width, row), fill=_lit((150, 108, 70), 0.75 + 0.5 * (row - floor) / (height - floor))
        )
    step = width // (frames + 1)
    for rank in range(1, frames + 1):
        across, down = step * 0.62, (0.3 if rank % 2 else 0.38) * height
        left, top = step * rank - across / 2, height * 0.36 - down / 2
        pen.rectangle(
            (left, top, left + across, top + down), fill=(196, 158, 84), outline=(110, 82, 36), width=4
        )
        inner = (left + 18, top + 18, left + across - 18, top + down - 18)
        pen.rectangle(inner, fill=_lit((148, 176, 196), 1 - 0.08 * rank))
        horizon = top + down * 0.6
        pen.rectangle((inner[0], horizon, inner[2], inner[3]), fill=_lit((112, 128, 72), 0.8 + 0.1 * rank))
    shine = room.crop((0, floor * 2 - height, width, floor)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    ground = room.crop((0, floor, width, height))
    room.paste(Image.blend(ground, shine.filter(ImageFilter.GaussianBlur(14)), 0.22), (0, floor))
    middle = width // 2
    pen.rectangle((middle - 210, floor + 30, middle + 210, floor + 62), fill=(28, 26, 26))
    for leg in (middle - 190, middle + 160):
        pen.rectangle((leg, floor + 62, leg + 30, floor + 120), fill=(20, 18, 18))
    written = io.BytesIO()
    room.save(written, "JPEG", quality=86)
    return written.getvalue()


def _lit(colour: Colour, light: float) -> Colour:
    red, green, blue = (max(0, min(255, round(part * light))) for part in colour)
    return red, green, blue
