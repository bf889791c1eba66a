"""A workbook as grids, one a sheet."""

from collections.abc import Iterator
from typing import NamedTuple

from jiheng.formats.limits import CellBudget
from jiheng.formats.package import Package
from jiheng.formats.paragraph_ends import mark_paragraphs
from jiheng.formats.relationships import relationships
from jiheng.formats.xml import Element, parse_xml
from jiheng.model.document import Block
from jiheng.readers.xlsx.layout import lay_out
from jiheng.readers.xlsx.names import RELATION_IDS, Names, child, names_of, rich_text
from jiheng.readers.xlsx.sheet import Shared, read_sheet
from jiheng.readers.xlsx.styles import read_styles

_VISIBLE = "visible"


class _Listed(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


def read_xlsx(package: Package, part: str) -> tuple[Block, ...]:
    """Return one grid a sheet with content: visible sheets first, hidden ones marked.

    Hidden rows and columns of a sheet are read like others: a filter that was left on must not
    take rows out of a sum.

    Args:
        package: the file.
        part: name of the workbook part.
    """
    root = parse_xml(package.read(part), part)
    names = names_of(root, part)
    targets = {each.id: each for each in relationships(package, part)}
    parts = {each.kind: each.target for each in targets.values()}
    sheets = {each.id: each.target for each in targets.values() if each.kind == "worksheet"}
    shared = Shared(
        strings=_strings(package, parts.get("sharedStrings")),
        styles=read_styles(package, parts.get("styles"), is_1904=_counts_from_1904(root, names)),
        budget=CellBudget(),
    )
    grids: list[Block] = []
    for listed in _listed(root, names, sheets):
        found = read_sheet(parse_xml(package.read(listed.part), listed.part), listed.part, shared)
        grid = lay_out(found, shared.budget, sheet=listed.name, hidden=listed.hidden)
        if grid is not None:
            grids.append(grid)
    return tuple(grids)


def _listed(root: Element, names: Names, targets: dict[str, str]) -> Iterator[_Listed]:
    """Yield the sheets, visible ones first; sheets that are charts have no cells."""
    listed: dict[str, _Listed] = {}
    for element in root.iterchildren(names("sheets")):
        for sheet in element:
            id_ = next((str(sheet.get(each)) for each in RELATION_IDS if sheet.get(each)), "")
            if id_ in targets:
                hidden = sheet.get("state", _VISIBLE) != _VISIBLE
                # By part: a part that is listed again is not read again.
                part = targets[id_]
                listed.setdefault(part, _Listed(sheet.get("name") or "", part, hidden))
    yield from sorted(listed.values(), key=lambda each: each.hidden)


def _counts_from_1904(root: Element, names: Names) -> bool:
    properties = child(root, names("workbookPr"))
    return properties is not None and properties.get("date1904") in {"1", "true"}


def _strings(package: Package, part: str | None) -> tuple[str, ...]:
    if part is None or not package.has(part):
        return ()
    root = parse_xml(package.read(part), part)
    names = names_of(root, part)
    return tuple(mark_paragraphs(rich_text(item, names)).strip() for item in root)
