"""What was found in a form, with the rows of the review at which it is seen."""

from collections.abc import Mapping

from msgspec import Struct

from jiheng.audit.cells import row_of
from jiheng.web.forms.sheet import Drawn
from jiheng.web.verdicts.table import Row
from jiheng.writers.report.order import Numbered


class Place(Struct, frozen=True, kw_only=True):
    """Where a finding is seen: a row of the table, or a cell of the official form."""

    name: str
    anchor: str


class Told(Struct, frozen=True, kw_only=True):
    """A finding with its title and its places."""

    numbered: Numbered
    title: str
    places: tuple[Place, ...]


def told(each: Numbered, page: Drawn, rows: Mapping[str, Row]) -> Told:
    """Return a finding as the page lists it."""
    paths = dict.fromkeys((*each.finding.mend_at, *each.finding.at))
    places = dict.fromkeys(_place(path, page, rows) for path in paths if path != "form")
    title = page.voice.defect(each.finding.code, each.finding.name)
    return Told(numbered=each, title=title, places=tuple(places))


def _place(path: str, page: Drawn, rows: Mapping[str, Row]) -> Place:
    row = rows.get(row_of(path) or "")
    if row is None:
        return Place(name=page.name(path), anchor=page.anchor(path))
    return Place(name=row.name, anchor=f"#{row.anchor}")
