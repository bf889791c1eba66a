"""Findings as notes of an Excel workbook."""

from datetime import datetime

from jiheng.formats.xlsx.names import names_of
from jiheng.formats.xlsx.sheet import Area, merged_areas
from jiheng.formats.xlsx.workbook import open_workbook
from jiheng.writers.annotated.drawing import draw_boxes
from jiheng.writers.annotated.note import Note, Place, text_of
from jiheng.writers.annotated.sheet_comments import SheetComments
from jiheng.writers.annotated.threads import answer_threads
from jiheng.writers.inplace.errors import Unwritable
from jiheng.writers.inplace.office_file import OfficeFile
from jiheng.writers.inplace.protection import is_on


def annotate_excel(file: OfficeFile, notes: tuple[Note, ...], when: datetime) -> int:
    """Put the notes into a workbook and return how many; those of one cell become one note."""
    sheets = {each.name: each.part for each in open_workbook(file.package, file.main.name).sheets}
    spread: dict[str, list[tuple[Place, Note]]] = {}
    for note in notes:
        cells = (cell for cell in note.places if cell.sheet in sheets and cell.row is not None)
        cell = next(cells, None)
        if cell is not None and cell.sheet is not None:
            place = (cell.row or 0, cell.column or 0)
            spread.setdefault(sheets[cell.sheet], []).append((place, note))
    return sum(_annotate_sheet(file, part, placed, when) for part, placed in spread.items())


def _annotate_sheet(
    file: OfficeFile, part: str, placed: list[tuple[Place, Note]], when: datetime
) -> int:
    """Put notes into one sheet and return how many; what a cell's note says is not said again."""
    sheet = file.revise(part)
    names = names_of(sheet.root, part)
    for protection in sheet.root.iterchildren(names("sheetProtection")):
        if is_on(protection, "sheet") and is_on(protection, "objects"):
            raise Unwritable("protected")
    comments = SheetComments(file, part, sheet.root)
    areas = tuple(merged_areas(sheet.root, names))
    told: dict[Place, tuple[Note, ...]] = {}
    for place, note in placed:
        first = _first_of(place, areas)
        if not comments.says(first, note):
            told[first] = (*told.get(first, ()), note)
    if told:
        boxes = [
            (place, text_of(notes)) for place, notes in told.items() if not comments.has(place)
        ]
        comments.add(told)
        answer_threads(file, part, told, when)
        if boxes:
            draw_boxes(file, part, sheet, boxes)
        file.put(part, sheet.render())
    return sum(map(len, told.values()))


def _first_of(place: Place, areas: tuple[Area, ...]) -> Place:
    """Return the place, or the first cell of the merged area that it lies in."""
    row, column = place
    for area in areas:
        if area.row <= row <= area.last_row and area.column <= column <= area.last_column:
            return area.row, area.column
    return place
