"""Corrections in a Word document: the letters of the named cells, and nothing else."""

from jiheng.formats.xml import Element
from jiheng.model.edit import FieldEdit
from jiheng.writers.inplace.document import Document
from jiheng.writers.inplace.office_file import OfficeFile
from jiheng.writers.inplace.protection import refuse_restricted
from jiheng.writers.patched.edits import Refused
from jiheng.writers.patched.finding_words import span_of
from jiheng.writers.patched.line import Line


class WordPatch:
    """Takes corrections one by one, then writes the document."""

    def __init__(self, file: OfficeFile) -> None:
        """Open the document; raises Unwritable when it is protected."""
        refuse_restricted(file, allowed=frozenset({"none"}))
        self._file = file
        self._document = Document(file)
        self._lines: dict[Element, Line] = {}

    def take(self, edit: FieldEdit) -> None:
        """Take one correction; raises Refused when it cannot be made."""
        found = self._lines_of(edit)
        if not edit.old:
            found[0].refuse_controls()
            if any(line.text.strip() for line in found):
                raise Refused("moved", found=_told(found), expected="")
            found[0].replace((0, len(found[0].text)), edit.new)
            return
        holding = [line for line in found if edit.old in line.text]
        if not holding:
            raise Refused("absent", old=edit.old)
        if len(holding) > 1:
            raise Refused("ambiguous", old=edit.old)
        line = holding[0]
        line.replace(span_of(line.text, edit.old), edit.new)

    def write(self) -> None:
        """Put the changed document into its file."""
        for line in self._lines.values():
            line.write(self._document.revision)
        self._file.put(self._file.main.name, self._document.revision.render())

    def _lines_of(self, edit: FieldEdit) -> list[Line]:
        """Return the paragraphs of a correction's cell, or the one that it is outside of tables."""
        if edit.cell.table is None:
            named = self._document.paragraphs_with(edit.cell.text)
            if len(named) > 1:
                raise Refused("ambiguous", old=edit.cell.text)
            elements = tuple(element for _, element in named)
        else:
            elements = self._in_cell(edit)
        if not elements:
            raise Refused("no-cell")
        return [self._line(element) for element in elements]

    def _in_cell(self, edit: FieldEdit) -> tuple[Element, ...]:
        found = self._document.cell_at(edit.cell)
        if found is None:
            raise Refused("no-cell")
        cell, element = found
        if cell.text != edit.cell.text:
            raise Refused("moved", found=cell.text, expected=edit.cell.text)
        return self._document.paragraphs_in(element)

    def _line(self, paragraph: Element) -> Line:
        if paragraph not in self._lines:
            self._lines[paragraph] = Line(paragraph, self._document.names)
        return self._lines[paragraph]


def _told(lines: list[Line]) -> str:
    return " ".join(line.text.strip() for line in lines if line.text.strip())
