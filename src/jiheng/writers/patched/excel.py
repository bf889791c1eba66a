"""Corrections in an Excel workbook: the named cells, and nothing else."""

from jiheng.formats.xlsx.names import Names, names_of
from jiheng.formats.xlsx.workbook import open_workbook
from jiheng.formats.xml import Element, parse_xml
from jiheng.model.edit import FieldEdit
from jiheng.writers.inplace.office_file import OfficeFile
from jiheng.writers.patched.edits import Refused
from jiheng.writers.patched.locks import read_locks
from jiheng.writers.patched.recalculation import ask_for_recalculation
from jiheng.writers.patched.sheet import Book, SheetPatch


class ExcelPatch:
    """Takes corrections one by one, then writes the workbook."""

    def __init__(self, file: OfficeFile) -> None:
        """Open the workbook."""
        self._file = file
        self._book = open_workbook(file.package, file.main.name)
        self._parts = {each.name: each.part for each in self._book.sheets}
        self._shared = Book(self._book.shared, read_locks(file), self._string)
        self._strings: Element | None = None
        self._sheets: dict[str, SheetPatch] = {}

    def take(self, edit: FieldEdit) -> None:
        """Take one correction; raises Refused when it cannot be made."""
        part = self._parts.get(edit.cell.sheet or "")
        if part is None or edit.cell.row is None or edit.cell.column is None:
            raise Refused("no-cell")
        if part not in self._sheets:
            self._sheets[part] = SheetPatch(self._file.revise(part), part, self._shared)
        self._sheets[part].take(edit, (edit.cell.row, edit.cell.column))

    def _string(self, index: int) -> tuple[Element, Names]:
        """Return a shared string and the names of its part."""
        part = self._book.strings
        if part is None:
            raise Refused("odd")
        if self._strings is None:
            self._strings = parse_xml(self._file.package.read(part), part)
        return self._strings[index], names_of(self._strings, part)

    def write(self) -> None:
        """Put the changed sheets into their file."""
        for part, sheet in self._sheets.items():
            if sheet.is_changed:
                self._file.put(part, sheet.render())
        ask_for_recalculation(self._file, tuple(self._parts.values()))
