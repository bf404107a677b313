"""The matrix of roles says what the policy applies, and nothing else."""

from flask import Flask

from portal.domain.accounts import GRANTS, AssociationRole, MuseumRole, Permission
from portal.web.admin.roles.words import WORDS
from portal.web.kit import labels
from tests.cast import Cast, Door


def test_the_page_is_the_table_that_decides(app: Flask, cast: Cast) -> None:
    page = Door(app, cast["paula"]).open("/admin/roles/")
    shown = {}
    for table in page.find_all("table"):
        heads = [cell.get_text().strip() for cell in table.thead.find_all("th")][1:]
        for row in table.tbody.find_all("tr"):
            words = row.th.get_text().strip()
            cells = ["oui" in cell.get_text() for cell in row.find_all("td")]
            shown |= {(words, head): cell for head, cell in zip(heads, cells, strict=True)}

    with app.test_request_context("/admin/roles/"):
        expected = {
            (str(WORDS[permission]), str(labels.role_name(role))): permission in GRANTS[role]
            for permission in Permission
            for role in ([*MuseumRole, *AssociationRole] if permission.is_of_museum else AssociationRole)
        }
    assert shown == expected
