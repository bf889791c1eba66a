"""Thirty documents of every layout and maker, with comments, opened by LibreOffice."""

import hashlib
import io
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from msgspec.structs import replace

from jiheng.corpus.generator import sample
from jiheng.model.form import Form
from jiheng.pipeline.annotating import write_annotated
from jiheng.pipeline.run import audit_paths
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.xlsx import write_xlsx
from tests.writers.annotated.margins import comments_by_id, ranges, sheet_notes

pytestmark = pytest.mark.no_cover

LAYOUTS = (
    "guyuan-2024",
    "liupanshui-2023",
    "national-2020",
    "national-2021-cost",
    "national-2018",
    "sichuan-2023",
    "yunnan-2022",
    "chongqing-2022",
    "anhui-2019",
    "guangxi-2022",
    "liaoning-2022",
)
WRONG = "3.21"
"""A total that is the sum of nothing, and stands in one cell of the document alone."""

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")


def wrong_form(layout: str) -> LaidOut:
    """Return a form of that layout with a wrong total."""
    (form,) = sample(1, 11, layout)
    return lay_out(mistotalled(form), load_layout(layout))


def mistotalled(form: Form) -> Form:
    return replace(form, total=replace(form.total, score=WRONG))


def by_python_docx(laid: LaidOut) -> bytes:
    """Return the form as python-docx writes it."""
    document = docx.Document()
    for line in laid.before:
        document.add_paragraph(line.text)
    table = document.add_table(laid.rows, laid.columns)
    for cell in laid.grid.cells:
        last = table.cell(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1)
        table.cell(cell.row, cell.column).merge(last).text = cell.text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def by_openpyxl(laid: LaidOut) -> bytes:
    """Return the form as openpyxl writes it."""
    book = openpyxl.Workbook()
    sheet = book.active
    top = len(laid.before) + 1
    for row, line in enumerate(laid.before, 1):
        sheet.cell(row, 1, line.text)
    for cell in laid.grid.cells:
        row, column = cell.row + top, cell.column + 1
        sheet.cell(row, column, cell.text)
        sheet.merge_cells(None, row, column, row + cell.row_span - 1, column + cell.column_span - 1)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


MADE = {
    **{f"{layout}.docx": (write_docx, layout) for layout in LAYOUTS},
    **{f"{layout}.xlsx": (write_xlsx, layout) for layout in LAYOUTS},
    **{f"python-docx-{layout}.docx": (by_python_docx, layout) for layout in LAYOUTS[:4]},
    **{f"openpyxl-{layout}.xlsx": (by_openpyxl, layout) for layout in LAYOUTS[:4]},
}


@pytest.fixture(scope="module")
def documents(tmp_path_factory) -> Path:
    """Return a folder with thirty forms, and their annotated copies in ``out``."""
    folder = tmp_path_factory.mktemp("thirty")
    for name, (write, layout) in MADE.items():
        (folder / name).write_bytes(write(wrong_form(layout)))
    leave_annotated(folder)
    return folder


def leave_annotated(folder: Path) -> None:
    """Audit a folder and leave the annotated copies in ``out``."""
    result = audit_paths((folder,))
    (folder / "out").mkdir()
    write_annotated(result, folder / "out", datetime(2025, 1, 16, tzinfo=UTC))


def by_office(folder: Path, suffix: str, paths: list[Path]) -> list[Path]:
    """Return files as LibreOffice saves them in another format."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), "--headless", profile, "--convert-to", suffix, "--outdir", str(folder)]
    done = subprocess.run(
        [*command, *map(str, paths)], capture_output=True, text=True, timeout=280, check=True
    )
    if "Error" in done.stderr:
        raise AssertionError(done.stderr)
    return [folder / path.with_suffix(f".{suffix}").name for path in paths]


def totals_of(path: Path) -> list[str]:
    """Return the words at which a comment on the total stands."""
    data = path.read_bytes()
    if path.suffix == ".docx":
        words = ranges(data)
        return [words[id_] for id_, text in comments_by_id(data).items() if "AR01" in text]
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [
        str(book[place.split("!")[0]][place.split("!")[1]].value)
        for place, text in sheet_notes(data).items()
        if "AR01" in text
    ]


def digests(path: Path) -> dict[str, str]:
    """Return the hash of each part but those that must change."""
    archive = zipfile.ZipFile(path)
    return {
        name: hashlib.sha256(archive.read(name)).hexdigest()
        for name in archive.namelist()
        if not any(mark in name for mark in TOUCHED)
    }


TOUCHED = ("[Content_Types]", "document.xml", "comments", "worksheets/", "vmlDrawing")


@pytest.mark.parametrize("name", MADE)
def test_the_wrong_total_has_its_comment_at_its_cell(documents, name):
    copy = documents / "out" / name.replace(".", "（绩衡批注）.")

    assert totals_of(copy) == [WRONG]


@pytest.mark.parametrize("name", MADE)
def test_all_other_parts_are_as_they_were(documents, name):
    copy = documents / "out" / name.replace(".", "（绩衡批注）.")

    assert digests(copy) == digests(documents / name)


@needs_office
@pytest.mark.slow
def test_libreoffice_opens_all_thirty(documents, tmp_path):
    copies = sorted((documents / "out").iterdir())

    printed = by_office(tmp_path, "pdf", copies)

    assert len(printed) == 30
    assert [path.name for path in printed if path.read_bytes()[:5] != b"%PDF-"] == []


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_libreoffice_sees_each_comment_at_its_cell(documents, tmp_path, suffix):
    copies = sorted((documents / "out").glob(f"*.{suffix}"))

    again = by_office(tmp_path, suffix, copies)

    assert [totals_of(path) for path in again] == [[WRONG]] * 15


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_what_libreoffice_saved_is_annotated_in_place(documents, tmp_path, suffix):
    by_office(tmp_path, suffix, sorted(documents.glob(f"*.{suffix}"))[:4])
    shutil.rmtree(tmp_path / "profile")

    leave_annotated(tmp_path)

    copies = sorted((tmp_path / "out").iterdir())
    assert [totals_of(path) for path in copies] == [[WRONG]] * 4
    assert [digests(path) for path in copies] == [
        digests(path) for path in sorted(tmp_path.glob(f"*.{suffix}"))
    ]
