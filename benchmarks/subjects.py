"""The form that is measured, in each format."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import Path

import xlwt
from msgspec.structs import replace

from jiheng.formats.pages.page import Page
from jiheng.formats.pdf import pages_of
from jiheng.model.form import Form
from jiheng.pipeline.reading import read_file
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.ofd import write_ofd
from jiheng.writers.official import official
from jiheng.writers.pdf import write_pdf
from jiheng.writers.xlsx import write_xlsx

_NUMBER = re.compile(r"-?[1-9]\d*(\.\d*[1-9])?")
EXAMPLES = Path(__file__).parent.parent / "examples"


def largest_form() -> Form:
    """Return the example whose official table has the most cells."""
    forms = [
        read.form
        for path in sorted(EXAMPLES.iterdir())
        if path.suffix in {".docx", ".xlsx", ".html", ".txt"}
        for read in read_file(path)
    ]
    return max(forms, key=lambda form: len(laid_out(form).grid.cells))


def others(form: Form) -> Iterator[LaidOut]:
    """Yield the official tables of other forms of the same shape: a typesetter keeps what it set.

    Every value differs from form to form; the headings are the same, as they are in a year's pile.
    """
    for number in count(1):
        indicators = tuple(
            replace(
                item,
                name=f"{item.name}{number}",
                target=f"{item.target}{number}",
                actual=f"{item.actual}{number}",
                score=f"{number % 100}.{item.score}",
                reason=f"{item.reason or item.name}{number}",
            )
            for item in form.indicators
        )
        project = replace(form.project, name=f"{form.project.name}{number}")
        lines = tuple(
            replace(line, initial_budget=f"{number}.5", executed=f"{number}.25")
            for line in form.funds.lines
        )
        funds = replace(form.funds, lines=lines)
        yield official(
            replace(form, project=project, indicators=indicators, funds=funds),
            load_layout(form.layout or "national-2020"),
        )


def laid_out(form: Form) -> LaidOut:
    """Return the form as the official table of its layout."""
    return lay_out(form, load_layout(form.layout or "national-2020"))


def _xls(laid: LaidOut) -> bytes:
    """Return the table as an Excel 97 workbook, numbers as numbers; nobody writes one but tests."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("自评表")
    middle = xlwt.easyxf("align: wrap on, vert centre, horiz centre; border: left thin, top thin")
    for cell in laid.grid.cells:
        last = cell.row + cell.row_span - 1, cell.column + cell.column_span - 1
        value = float(cell.text) if _NUMBER.fullmatch(cell.text) else cell.text
        sheet.write_merge(cell.row, last[0], cell.column, last[1], value, middle)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _pdf(laid: LaidOut) -> bytes:
    return write_pdf((laid,))


def _ofd(laid: LaidOut) -> bytes:
    """Return an OFD of the letters and lines that stand in the PDF."""
    return write_ofd(tuple(page for page in pages_of(_pdf(laid)) if isinstance(page, Page)))


FORMATS = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "xls": _xls,
    "html": write_html,
    "pdf": _pdf,
    "ofd": _ofd,
}
