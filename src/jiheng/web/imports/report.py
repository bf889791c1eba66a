"""The report of an import as a worksheet: one line a form, or a file without any."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from jiheng.formats.apart.told import said
from jiheng.rulebook.messages import say
from jiheng.web.imports.asking import said as worded
from jiheng.web.imports.models import Batch, BatchFile, BatchForm
from jiheng.web.imports.states import SHOWN
from jiheng.writers.findings.row import Row, Value
from jiheng.writers.findings.sheet import make_looks, write_sheet

CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
COLUMNS = (
    ("file", 44),
    ("kind", 9),
    ("index", 7),
    ("project", 30),
    ("unit", 30),
    ("state", 10),
    ("number", 18),
    ("why", 60),
    ("questions", 9),
)


def report_of(batch: Batch, language: str) -> bytes:
    """Return an Excel file; what begins like a formula stands there as text."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    book.set_properties({"created": CREATED, "title": worded("title", language)})
    headings = tuple(worded(f"column.{key}", language) for key, _ in COLUMNS)
    sheet = book.add_worksheet(worded("title", language))
    write_sheet(sheet, headings, COLUMNS, _rows(batch, language), make_looks(book))
    book.close()
    return target.getvalue()


def _rows(batch: Batch, language: str) -> Iterator[Row]:
    files = BatchFile.objects.filter(batch=batch, state__in=SHOWN).defer("tables")
    forms: dict[int, list[BatchForm]] = {}
    rows = BatchForm.objects.filter(file__batch=batch).select_related("organisation", "record")
    for row in rows.defer("document"):
        forms.setdefault(row.file_id, []).append(row)
    for file in files.order_by("pk"):
        found = forms.get(file.pk, [])
        if not found:
            yield Row(values=_file_values(file, language))
        for row in found:
            yield Row(values=_form_values(file, row, language))


def _file_values(file: BatchFile, language: str) -> tuple[Value, ...]:
    state = worded(f"state.{file.state}", language)
    why = said(file.told, language)
    return (file.path, _kind(file, language), None, "", "", state, "", why, 0)


def _form_values(file: BatchFile, row: BatchForm, language: str) -> tuple[Value, ...]:
    return (
        file.path,
        _kind(file, language),
        row.index,
        row.project,
        row.organisation.name if row.organisation else "",
        worded(f"state.{row.state}", language),
        row.record.number if row.record else "",
        said(row.told, language),
        row.questions,
    )


def _kind(file: BatchFile, language: str) -> str:
    return say(f"batch.kind.{file.kind}", language) if file.kind else ""
