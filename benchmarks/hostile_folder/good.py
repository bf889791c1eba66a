"""Forms of invented units in every format that is read without pictures, each in its own file."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import cycle
from pathlib import Path

import xlwt
from msgspec.structs import replace

from benchmarks.hostile_folder.subject import Laid, Subject
from jiheng.corpus.generator import sample
from jiheng.formats.pages.page import Page
from jiheng.formats.pdf import pages_of
from jiheng.model.form import Form
from jiheng.rulebook.layouts import LAYOUT_IDS, load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.ofd import write_ofd
from jiheng.writers.pdf import write_pdf
from jiheng.writers.text import write_markdown, write_text
from jiheng.writers.xlsx import write_xlsx

_LAYOUTS = tuple(name for name in LAYOUT_IDS if load_layout(name).kind == "self-evaluation")
_OFFICES = ("水务局", "教育局", "人社局/就业中心", "民政局")


def as_xls(laid: LaidOut) -> bytes:
    """Return a table as an Excel file of 97 to 2003."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("自评表")
    for row, paragraph in enumerate(laid.before):
        sheet.write(row, 0, paragraph.text)
    top = len(laid.before)
    for cell in laid.grid.cells:
        row, column = top + cell.row, cell.column
        last = (row + cell.row_span - 1, column + cell.column_span - 1)
        sheet.write_merge(row, last[0], column, last[1], cell.text)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def as_pdf(laid: LaidOut) -> bytes:
    """Return a table as a PDF file."""
    return write_pdf((laid,))


def as_ofd(laid: LaidOut) -> bytes:
    """Return a table as an OFD file."""
    return write_ofd(tuple(page for page in pages_of(as_pdf(laid)) if isinstance(page, Page)))


def _gbk(laid: LaidOut) -> bytes:
    return write_text(laid).decode().encode("gb18030")


def _zip(laid: LaidOut) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("自评表.docx", write_docx(laid))
    return target.getvalue()


_WRITERS = (
    (".docx", write_docx),
    (".xlsx", write_xlsx),
    (".pdf", as_pdf),
    (".html", write_html),
    (".xls", as_xls),
    (".txt", _gbk),
    (".ofd", as_ofd),
    (".md", write_markdown),
    (".zip", _zip),
)


def good_files(count: int, seed: int = 1) -> Iterator[Subject]:
    """Yield that many files, every format in its turn; no two forms are the same project."""
    layouts, writers, offices = cycle(_LAYOUTS), cycle(_WRITERS), cycle(_OFFICES)
    for number in range(1, count + 1):
        layout, (suffix, write) = next(layouts), next(writers)
        form = next(iter(sample(1, seed * 100_000 + number, layout)))
        yield Subject(
            name=f"{next(offices)}/{number:04}-{layout}{suffix}",
            lay=_lays(form, layout, write),
            projects=(form.project.name or "",),
        )


def _numbered(form: Form, number: int) -> Form:
    project = replace(form.project, name=f"{form.project.name}第{number}号")
    return replace(form, project=project)


def _lays(form: Form, layout: str, write: Callable[[LaidOut], bytes]) -> Laid:
    def lay(path: Path) -> None:
        path.write_bytes(write(lay_out(form, load_layout(layout))))

    return lay
