"""What a museum writes of itself, as visitors, search engines and programs read it."""

import json

from flask import Flask

from portal.domain import revisions
from portal.domain.museums import profile
from portal.domain.revisions import Author
from portal.web.kit import clock
from tests.cast import Cast, Door, everything

BY = Author(None, "test")


def publish(app: Flask, museum_id: int, **texts: dict[str, str | None]) -> None:
    with everything(app) as session:
        key = profile.key(museum_id)
        head = revisions.head(session(), key)
        kept = revisions.save_draft(
            session(), key, profile.checked(head.snapshot | texts), seen=head.version, by=BY, now=clock.now()
        )
        revisions.publish(session(), kept, by=BY, now=clock.now())


def test_each_text_stands_where_it_is_written_and_nothing_runs(app: Flask, cast: Cast) -> None:
    publish(
        app,
        cast.here,
        title_line={"fr": "Six siècles de peinture", "oc": None},
        presentation={"fr": "Une collection de peintures.", "oc": None},
        long_text={
            "fr": "<p onclick=x>Au palais.<script>alert(1)</script></p><h3>Les salles</h3><ul><li>Une</li></ul>",
            "oc": None,
        },
        history={"fr": "<p>Depuis 1836.</p>", "oc": "<p>Dempuèi 1836.</p>"},
        practical_notes={"fr": '<p><a href="javascript:alert(1)">Plan</a></p>', "oc": None},
    )
    visitor, address = Door(app), f"musees/{cast.here_slug}/"
    page = visitor.open(f"/fr/{address}")
    assert page.find("h2", string="Six siècles de peinture")
    assert page.find(["h3", "h4"], string="Les salles")
    assert page.find("h2", string="Le bâtiment") is None
    written = visitor.get(f"/fr/{address}").get_data(as_text=True)
    assert "alert(1)" not in written
    data = json.loads(page.find("script", type="application/ld+json").string)
    assert data["description"] == "Une collection de peintures."

    occitan = visitor.open(f"/oc/{address}")
    assert occitan.find(string="Dempuèi 1836.").find_parent(lang=True)["lang"] == "oc"
    assert occitan.find(string="Au palais.").find_parent(lang=True)["lang"] == "fr"
    assert len([note for note in occitan.find_all(class_="note--i") if "occitan" in note.get_text()]) == 1

    told = visitor.get(f"/api/v1/museums/{cast.here_slug}").json
    assert told["description"] == {"fr": "Une collection de peintures.", "oc": None}
    assert told["texts"]["history"]["oc"] == "<p>Dempuèi 1836.</p>"
    assert visitor.get("/api/v1/search?q=peinture+palais").json["total"] == 1
