"""The table of a form in Word's XML."""

from html import escape

from jiheng.model.document import GridCell
from jiheng.writers.docx.text import run
from jiheng.writers.layout import LaidOut
from jiheng.writers.layout.fitting import Fitted
from jiheng.writers.layout.type_area import SIDE

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES
)
_MARGINS = f'<w:left w:w="{SIDE}" w:type="dxa"/><w:right w:w="{SIDE}" w:type="dxa"/>'
_BETWEEN = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""As low as Word allows: without any paragraph it makes one table of two."""

CHOOSE = "请选择"
"""What stands in a list from which nothing was chosen yet; readers know it as an invitation."""

Rows = list[list[str]]


def table(laid: LaidOut, fit: Fitted) -> str:
    """Return the table; in two where it goes over pages, since Word repeats only first rows."""
    rows = _rows(laid, fit)
    head = min(laid.headings, default=0)
    if fit.is_whole or not head or _crosses(laid, head):
        return _one(laid, fit, rows, 0, laid.rows)
    return _one(laid, fit, rows, 0, head) + _BETWEEN + _one(laid, fit, rows, head, laid.rows)


def _crosses(laid: LaidOut, row: int) -> bool:
    """Whether a cell stands on both sides of the line above a row."""
    return any(cell.row < row < cell.row + cell.row_span for cell in laid.grid.cells)


def _one(laid: LaidOut, fit: Fitted, rows: Rows, first: int, end: int) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in fit.widths)
    lines = "".join(
        f"<w:tr>{_row_properties(laid, fit, row, first)}{''.join(rows[row])}</w:tr>"
        for row in range(first, end)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(fit.widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"
    )


def _row_properties(laid: LaidOut, fit: Fitted, row: int, first: int) -> str:
    is_repeated = (
        first in laid.headings and row in laid.headings and row - first < len(laid.headings)
    )
    repeated = "<w:tblHeader/>" if is_repeated else ""
    height = f'<w:trHeight w:val="{fit.heights[row]}" w:hRule="atLeast"/>'
    return f"<w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>"


def _rows(laid: LaidOut, fit: Fitted) -> Rows:
    placed: list[list[tuple[int, str]]] = [[] for _ in range(laid.rows)]
    for cell in laid.grid.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            placed[row].append((cell.column, _cell(laid, cell, row, fit)))
    return [[xml for _, xml in sorted(row)] for row in placed]


def _cell(laid: LaidOut, cell: GridCell, row: int, fit: Fitted) -> str:
    width = sum(fit.widths[cell.column : cell.column + cell.column_span])
    span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
    is_first = row == cell.row
    merge = ""
    if cell.row_span > 1:
        merge = '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
    upright = '<w:textDirection w:val="tbRlV"/>' if laid.is_upright(cell) else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{upright}'
        '<w:vAlign w:val="center"/></w:tcPr>'
        f"{_inside(laid, cell, fit) if is_first else '<w:p/>'}</w:tc>"
    )


def _inside(laid: LaidOut, cell: GridCell, fit: Fitted) -> str:
    """Return what the cell holds, in a list to choose from where there is one."""
    words = laid.choices.get((cell.row, cell.column))
    return _paragraphs(laid, cell, fit) if words is None else _choice(words, cell, fit)


def _choice(words: tuple[str, ...], cell: GridCell, fit: Fitted) -> str:
    items = "".join(
        f'<w:listItem w:displayText="{escape(word)}" w:value="{escape(word)}"/>' for word in words
    )
    empty = "" if cell.text else "<w:showingPlcHdr/>"
    style = f'<w:pPr><w:pStyle w:val="FormCell{fit.size}"/></w:pPr>'
    return (
        f"<w:sdt><w:sdtPr>{empty}<w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        f"<w:sdtContent><w:p>{style}{run(cell.text or CHOOSE)}</w:p></w:sdtContent></w:sdt>"
        # A cell ends with a paragraph; this one takes no room.
        f"{_BETWEEN}"
    )


def _paragraphs(laid: LaidOut, cell: GridCell, fit: Fitted) -> str:
    side = '<w:jc w:val="left"/>' if laid.is_prose(cell) else ""
    style = f'<w:pPr><w:pStyle w:val="FormCell{fit.size}"/>{side}</w:pPr>'
    return "".join(f"<w:p>{style}{run(text)}</w:p>" for text in cell.text.split("\n"))
