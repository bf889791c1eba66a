"""The empty list of people as a worksheet, with what may stand in its columns to choose from."""

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from jiheng.rulebook.messages import say
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.roster import COLUMNS

CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDTH = 24
_LAST = 2000


def empty_roster(language: str) -> bytes:
    """Return an Excel file with headings; kinds and roles are lists to choose from."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"created": CREATED})
    bold = book.add_format({"bold": True, "bg_color": "#E8EDF3", "border": 1})
    sheet = book.add_worksheet(say("admin.people.title", language))
    for at, key in enumerate(COLUMNS):
        sheet.set_column(at, at, _WIDTH)
        sheet.write_string(0, at, say(f"admin.roster.{key}", language), bold)
    choices = {
        "kind": [say(f"admin.kind.{each}", language) for each in OrganisationKind],
        "role": [say(f"web.role.{each}", language) for each in Role],
    }
    for key, names in choices.items():
        at = COLUMNS.index(key)
        sheet.data_validation(1, at, _LAST, at, {"validate": "list", "source": names})
    sheet.freeze_panes(1, 0)
    book.close()
    return target.getvalue()
