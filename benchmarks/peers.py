"""What people use today for the same files: the grid alone, nothing understood."""

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from time import perf_counter

import docx
import openpyxl
import xlrd
from openpyxl.styles import Alignment, Border, Side

from jiheng.model.document import Grid

_LINE = Side(style="thin")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def docx_grid(data: bytes) -> int:
    """Read every cell of every table with python-docx and return how many there are."""
    document = docx.Document(io.BytesIO(data))
    return sum(
        len(cell.text) >= 0 for table in document.tables for row in table.rows for cell in row.cells
    )


def xlsx_grid(data: bytes) -> int:
    """Read every cell of every sheet with openpyxl and return how many there are."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for _ in row)


def xls_grid(data: bytes) -> int:
    """Read every cell of every sheet with xlrd, merged ones and formats too; return the count."""
    book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    return sum(len(sheet.row_values(row)) for sheet in book for row in range(sheet.nrows))


def docx_written(grid: Grid, rows: int, columns: int) -> bytes:
    """Write a grid's cells, merged ones too, with python-docx."""
    document = docx.Document()
    table = document.add_table(rows=rows, cols=columns, style="Table Grid")
    for cell in grid.cells:
        place = table.cell(cell.row, cell.column)
        last = cell.row + cell.row_span - 1, cell.column + cell.column_span - 1
        if last != (cell.row, cell.column):
            place = place.merge(table.cell(*last))
        place.text = cell.text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def xlsx_written(grid: Grid) -> bytes:
    """Write a grid's cells, merged ones too, with openpyxl."""
    book = openpyxl.Workbook()
    sheet = book.active
    for cell in grid.cells:
        place = sheet.cell(cell.row + 1, cell.column + 1, cell.text)
        place.border, place.alignment = BORDER, MIDDLE
        last = cell.row + cell.row_span, cell.column + cell.column_span
        if last != (cell.row + 1, cell.column + 1):
            sheet.merge_cells(None, cell.row + 1, cell.column + 1, *last)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def libreoffice_recalculation(data: bytes) -> float | None:
    """Return the seconds LibreOffice needs to open, recalculate and save a sheet; None if absent."""
    return _libreoffice(data, "form.xlsx", "ods")


def libreoffice_pdf(data: bytes) -> float | None:
    """Return the seconds LibreOffice needs to make a PDF of a Word file; None if absent."""
    return _libreoffice(data, "form.docx", "pdf")


def _libreoffice(data: bytes, name: str, target: str) -> float | None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / name
        source.write_bytes(data)
        command = [
            office,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            folder,
            str(source),
        ]
        # The first start makes LibreOffice's own settings and is not counted.
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        started = perf_counter()
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return perf_counter() - started
