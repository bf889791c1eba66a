"""``findings.xlsx``: one row a finding, to filter, to sort and to hand on."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from jiheng.model.audit import Run
from jiheng.writers.findings.columns import BETWEEN, FINDINGS, FORMS, REFUSED, Columns
from jiheng.writers.findings.row import Row
from jiheng.writers.findings.rows import finding_rows, form_rows, refused_rows, run_rows
from jiheng.writers.findings.sheet import make_looks, write_sheet
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.voice import Voice

__all__ = ["write_findings"]

CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The date in the file's properties, always the same so that the bytes are."""


def write_findings(entries: tuple[ReportEntry, ...], run: Run, *, language: str = "zh") -> bytes:
    """Return an Excel file: all findings, all forms, and what is said of the forms together."""
    voice = Voice(language=language)
    sheets: list[tuple[str, Columns, Iterable[Row]]] = [
        ("findings", FINDINGS, finding_rows(entries, voice)),
        ("forms", FORMS, form_rows(entries, voice)),
        ("run", BETWEEN, run_rows(entries, run, voice)),
    ]
    if run.refused or run.unjudged or run.repeated:
        sheets.append(("refused", REFUSED, refused_rows(run, voice)))
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    book.set_properties({"created": CREATED, "title": voice("title")})
    looks = make_looks(book)
    for name, columns, rows in sheets:
        headings = tuple(voice(f"column.{key}") for key, _ in columns)
        write_sheet(book.add_worksheet(voice(f"sheets.{name}")), headings, columns, rows, looks)
    book.close()
    return target.getvalue()
