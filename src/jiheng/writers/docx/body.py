"""The text part of a Word file."""

from html import escape

from jiheng.model.check_code import code_line
from jiheng.model.document import LINE_BREAK, GridCell, Paragraph
from jiheng.writers.characters import printable
from jiheng.writers.docx.parts import MAIN
from jiheng.writers.layout import LaidOut

TEXT_WIDTH = 10206
"""Width between the margins of A4, in 1/20 point."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

WIDE_TEXT_WIDTH = 15138
"""The same of A4 lying on its side."""

_UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/>'
_WIDE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
_PAGE_MARGINS = (
    '<w:pgMar w:top="1020" w:right="850" w:bottom="1020" w:left="850" '
    'w:header="567" w:footer="567" w:gutter="0"/>'
)

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES
)
_MARGINS = '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'


def document_xml(forms: tuple[LaidOut, ...]) -> str:
    """Return the part word/document.xml with these forms."""
    body = "".join(_on_pages(forms, number) for number in range(len(forms)))
    last = _section(is_wide=bool(forms) and forms[-1].is_wide)
    return f'{_HEAD}<w:document xmlns:w="{MAIN}"><w:body>{body}{last}</w:body></w:document>'


def _on_pages(forms: tuple[LaidOut, ...], number: int) -> str:
    """Return a form on a new page, and a new section before one whose pages lie otherwise."""
    laid = forms[number]
    before = forms[number - 1] if number else laid
    turns = before.is_wide != laid.is_wide
    end = f"<w:p><w:pPr>{_section(is_wide=before.is_wide)}</w:pPr></w:p>" if turns else ""
    return end + _form(laid, breaks=number > 0 and not turns)


def _section(*, is_wide: bool) -> str:
    return f"<w:sectPr>{_WIDE if is_wide else _UPRIGHT}{_PAGE_MARGINS}</w:sectPr>"


def _form(laid: LaidOut, *, breaks: bool) -> str:
    before = "".join(
        _line(line, _style_of(number, laid), breaks=number == 0 and breaks)
        for number, line in enumerate(laid.before)
    )
    after = "".join(_line(line, "FormLine") for line in laid.after)
    if laid.code is not None:
        after += _line(Paragraph(text=code_line(laid.code)), "FormCode")
    # Word wants a paragraph between a table and whatever follows.
    return before + _table(laid) + (after or "<w:p/>")


def _style_of(number: int, laid: LaidOut) -> str:
    if number >= laid.centred:
        return "FormLine"
    return "FormYear" if number else "FormTitle"


def _line(line: Paragraph, style: str, *, breaks: bool = False) -> str:
    new_page = "<w:pageBreakBefore/>" if breaks else ""
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{new_page}</w:pPr>{_run(part)}</w:p>'
        for part in line.text.split("\n")
    )


def _run(text: str) -> str:
    if not text:
        return ""
    pieces = escape(printable(text), quote=False).split(LINE_BREAK)
    inner = "<w:br/>".join(_preserved(piece) for piece in pieces)
    return f"<w:r>{inner}</w:r>"


def _preserved(text: str) -> str:
    return "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in text.split("\t"))


def _table(laid: LaidOut) -> str:
    widths = _widths(laid)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows: list[list[tuple[int, str]]] = [[] for _ in range(laid.rows)]
    for cell in laid.grid.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            rows[row].append((cell.column, _cell(laid, cell, row, widths)))
    lines = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(xml for _, xml in sorted(row))}</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"
    )


def _widths(laid: LaidOut) -> tuple[int, ...]:
    page, whole = WIDE_TEXT_WIDTH if laid.is_wide else TEXT_WIDTH, sum(laid.widths)
    return tuple(page * width // whole for width in laid.widths)


def _cell(laid: LaidOut, cell: GridCell, row: int, widths: tuple[int, ...]) -> str:
    width = sum(widths[cell.column : cell.column + cell.column_span])
    span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
    is_first = row == cell.row
    merge = ""
    if cell.row_span > 1:
        merge = '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
        f'<w:vAlign w:val="center"/></w:tcPr>{_paragraphs(laid, cell) if is_first else "<w:p/>"}'
        "</w:tc>"
    )


def _paragraphs(laid: LaidOut, cell: GridCell) -> str:
    side = "left" if laid.is_prose(cell) else "center"
    style = f'<w:pPr><w:pStyle w:val="FormCell"/><w:jc w:val="{side}"/></w:pPr>'
    return "".join(f"<w:p>{style}{_run(text)}</w:p>" for text in cell.text.split("\n"))
