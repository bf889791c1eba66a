"""Which styles of a workbook leave their cells open when a sheet is protected."""

from typing import NamedTuple

from jiheng.formats.xlsx.names import child, names_of
from jiheng.formats.xml import Element, local_name, parse_xml
from jiheng.writers.inplace.office_file import OfficeFile
from jiheng.writers.inplace.protection import is_on


class Locks(NamedTuple):
    """The styles whose cells may be changed on a protected sheet, by number."""

    open_styles: frozenset[str]

    def holds(self, sheet: Element, style: str) -> bool:
        """Whether a cell of that style may not be changed on a sheet."""
        protected = (each for each in sheet if local_name(each.tag) == "sheetProtection")
        is_protected = any(is_on(each, "sheet") for each in protected)
        return is_protected and style not in self.open_styles


def read_locks(file: OfficeFile) -> Locks:
    """Return the open styles of a workbook."""
    styles = file.pointed(file.main.name, "styles")
    if styles is None:
        return Locks(frozenset())
    root = parse_xml(file.package.read(styles.target), styles.target)
    names = names_of(root, styles.target)
    formats = child(root, names("cellXfs"))
    found: set[str] = set()
    for number, each in enumerate([] if formats is None else formats):
        protection = child(each, names("protection"))
        if protection is not None and protection.get("locked", "1") in {"0", "false"}:
            found.add(str(number))
    return Locks(frozenset(found))
