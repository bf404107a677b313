"""More museums than the region has, for measuring the portal at ten or a hundred times its size."""

from datetime import datetime

from sqlalchemy import select

from portal.db import Translated, db
from portal.domain.museums import Museum, MuseumLabel, MuseumTheme, findable


def replicate(times: int, now: datetime) -> None:
    """Add copies of every museum, found by their words as the originals are."""
    originals = db.session.scalars(select(Museum).where(Museum.museofile_id.is_not(None))).all()
    for number in range(1, times + 1):
        for museum in originals:
            copy = Museum(
                slug=f"{museum.slug}-{number}",
                official_name=museum.official_name,
                usage_name=Translated(f"{museum.usage_name.fr} {number}"),
                postcode=museum.postcode,
                town_id=museum.town_id,
                latitude=museum.latitude,
                longitude=museum.longitude,
                domains=museum.domains,
                cover_salt=number,
                updated_at=now,
            )
            copy.themes = [
                MuseumTheme(theme_id=own.theme_id, position=own.position, set_by=own.set_by)
                for own in museum.themes
            ]
            copy.labels = [MuseumLabel(label_id=own.label_id) for own in museum.labels]
            db.session.add(copy)
    db.session.flush()
    findable.refresh()
