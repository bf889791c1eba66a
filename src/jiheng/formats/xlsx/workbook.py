"""The sheets of a workbook and what they share."""

from collections.abc import Iterator
from typing import NamedTuple

from jiheng.formats.limits import CellBudget
from jiheng.formats.package import Package
from jiheng.formats.paragraph_ends import mark_paragraphs
from jiheng.formats.relationships import relationships
from jiheng.formats.xlsx.names import RELATION_IDS, Names, child, names_of, rich_text
from jiheng.formats.xlsx.sheet import Shared
from jiheng.formats.xlsx.styles import read_styles
from jiheng.formats.xml import Element, parse_xml

_VISIBLE = "visible"


class Sheet(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


class Workbook(NamedTuple):
    """A workbook taken apart.

    Attributes:
        sheets: visible sheets first.
        strings: name of the part with the shared strings, None when there is none.
    """

    sheets: tuple[Sheet, ...]
    shared: Shared
    strings: str | None


def open_workbook(package: Package, part: str) -> Workbook:
    """Return the sheets and what they share.

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
    return Workbook(tuple(_listed(root, names, sheets)), shared, parts.get("sharedStrings"))


def _listed(root: Element, names: Names, targets: dict[str, str]) -> Iterator[Sheet]:
    """Yield the sheets, visible ones first; sheets that are charts have no cells."""
    listed: dict[str, Sheet] = {}
    for element in root.iterchildren(names("sheets")):
        for sheet in element:
            id_ = next((str(sheet.get(each)) for each in RELATION_IDS if sheet.get(each)), "")
            if id_ in targets:
                hidden = sheet.get("state", _VISIBLE) != _VISIBLE
                # By part: a part that is listed again is not read again.
                part = targets[id_]
                listed.setdefault(part, Sheet(sheet.get("name") or "", part, hidden))
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
