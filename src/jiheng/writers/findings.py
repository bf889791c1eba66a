"""``findings.xlsx``: one row a finding, to filter, to sort and to hand on."""

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jiheng.model.audit import Finding, Run, RunFinding
from jiheng.model.form import Form
from jiheng.model.points import parse_points
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.execution import execution_rate
from jiheng.writers.report.order import Numbered, number_findings, tally
from jiheng.writers.report.places import name_of, place_of
from jiheng.writers.report.score import grade_words
from jiheng.writers.report.voice import Voice
from jiheng.writers.xlsx.heights import width_of

CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The date in the file's properties, always the same so that the bytes are."""

SHOWN_CELLS = 8
_LINE, _TALLEST, _HEAD = 15, 400, 32
_A3 = 8
_FROZEN = 2
"""Unit and project stay in sight when the list is moved sideways."""

Value = str | int | Decimal | None

_ABOUT = (("unit", 18), ("project", 22), ("year", 7), ("file", 18), ("form", 8))
_FINDING = (
    ("severity", 7),
    ("code", 7),
    ("name", 22),
    ("message", 52),
    ("cells", 38),
    ("mend", 16),
    ("printed", 12),
    ("expected", 12),
    ("difference", 10),
    ("advice", 34),
    ("law", 36),
    ("verified", 9),
)
_FINDINGS = (
    *_ABOUT, ("number", 6), *_FINDING, ("group", 7), ("counted", 12), ("waived", 24),
)  # fmt: skip
_FORMS = (
    *_ABOUT,
    ("verdict", 12),
    ("score_printed", 10),
    ("score_low", 10),
    ("score_high", 10),
    ("grade_printed", 9),
    ("grade", 9),
    ("rate", 9),
    ("errors", 6),
    ("warnings", 6),
    ("infos", 6),
    ("stake", 9),
    ("priority", 9),
    ("pack", 30),
    ("pack_why", 34),
    ("doubts", 9),
)
_REFUSED = (("file", 40), ("reason", 80))

_COLOURS = {
    "error": ("#FCE4E4", "#931814"),
    "warning": ("#FDF0D8", "#7A4700"),
    "info": ("#E3EEF9", "#1D4F80"),
    "clean": ("#E2F2E8", "#14592F"),
}
"""Background and ink of a row's severity or verdict; the words say the same."""


class _Row(Struct, frozen=True, kw_only=True):
    """One row; ``tone`` colours the cell of column ``toned``."""

    values: tuple[Value, ...]
    tone: str | None = None


class _Looks(Struct, frozen=True, kw_only=True):
    head: Format
    cell: Format
    tones: dict[str, Format]


def write_findings(entries: tuple[ReportEntry, ...], run: Run, *, language: str = "zh") -> bytes:
    """Return an Excel file: all findings, all forms, and what is said of the forms together."""
    voice = Voice(language=language)
    numbers = {entry.form.id: number for number, entry in enumerate(entries, 1)}
    forms = {entry.form.id: entry.form for entry in entries}
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    book.set_properties({"created": CREATED, "title": voice("title")})
    looks = _looks(book)
    _write(book, "findings", _FINDINGS, _finding_rows(entries, voice), looks, voice)
    _write(book, "forms", _FORMS, _form_rows(entries, voice), looks, voice)
    run_rows = (_run_row(each, forms, numbers, voice) for each in run.findings)
    _write(book, "run", _FINDING, run_rows, looks, voice)
    if run.refused:
        rows = (_Row(values=(each.path, each.reason)) for each in run.refused)
        _write(book, "refused", _REFUSED, rows, looks, voice)
    book.close()
    return target.getvalue()


def _finding_rows(entries: tuple[ReportEntry, ...], voice: Voice) -> Iterable[_Row]:
    for entry in entries:
        for each in number_findings(entry.form, entry.audit):
            yield _finding_row(entry.form, each, voice)


def _finding_row(form: Form, each: Numbered, voice: Voice) -> _Row:
    finding = each.finding
    paths = dict.fromkeys((*finding.mend_at, *finding.at))
    cells = _listed((_cell(form, path, voice) for path in paths), voice)
    waived = finding.waived
    return _Row(
        values=(
            *_about(form),
            each.number,
            *_told(finding, cells, voice),
            finding.group or None,
            voice(f"standing.{each.standing.replace('-', '_')}"),
            voice("finding.waived", reason=waived.reason, by=waived.by) if waived else None,
        ),
        tone=finding.severity,
    )


def _run_row(
    finding: RunFinding, forms: dict[str, Form], numbers: dict[str, int], voice: Voice
) -> _Row:
    named = (
        voice(
            "run.cell",
            number=str(numbers[cell.form]),
            name=_cell(forms[cell.form], cell.cell, voice),
        )
        for cell in finding.at
        if cell.form in forms
    )
    return _Row(values=_told(finding, _listed(named, voice), voice), tone=finding.severity)


def _about(form: Form) -> tuple[Value, ...]:
    unit = form.reporting_unit or form.project.implementing_unit
    return unit, form.project.name or form.title, form.year, form.source.path, form.source.index


def _told(finding: Finding | RunFinding, cells: str, voice: Voice) -> tuple[Value, ...]:
    law = finding.law
    return (
        voice(f"severity.{finding.severity}"),
        finding.code,
        voice.defect(finding.code, finding.name),
        finding.message,
        cells,
        voice(f"mend.{finding.mend}"),
        finding.printed,
        finding.expected,
        finding.difference,
        finding.advice,
        f"{law.title} {law.pinpoint}" if law else None,
        voice("law.verified" if law.verified else "law.unverified") if law else None,
    )


def _cell(form: Form, path: str, voice: Voice) -> str:
    return " ".join(filter(None, (name_of(form, path, voice), place_of(form, path, voice))))


def _listed(cells: Iterable[str], voice: Voice) -> str:
    names = tuple(cells)
    rest = len(names) > SHOWN_CELLS
    shown = voice("semicolon").join(names[:SHOWN_CELLS])
    return shown + (voice("finding.more_cells", count=str(len(names))) if rest else "")


def _form_rows(entries: tuple[ReportEntry, ...], voice: Voice) -> Iterable[_Row]:
    return (_form_row(entry, voice) for entry in entries)


def _form_row(entry: ReportEntry, voice: Voice) -> _Row:
    form, audit, pack = entry.form, entry.audit, entry.pack
    low, high = audit.score.recomputed or (None, None)
    return _Row(
        values=(
            *_about(form),
            voice(f"verdict.{audit.verdict}"),
            *(_points(text) for text in (audit.score.printed, low, high)),
            audit.score.grade_printed,
            grade_words(audit.score.grade_recomputed),
            execution_rate(form, pack),
            *tally(number_findings(form, audit)),
            _points(audit.points_at_stake),
            _points(audit.priority),
            voice("pack.name", title=pack.title, version=pack.version),
            audit.pack_why,
            len(form.doubts),
        ),
        tone=audit.verdict,
    )


def _points(text: str | None) -> Value:
    """A score as a number that a spreadsheet can sort; what is no number stays as printed."""
    points = parse_points(text)
    return text if points is None else Decimal(points) / 100


def _looks(book: Workbook) -> _Looks:
    base = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D8DFE7"}
    base |= {"font_name": "微软雅黑", "font_size": 10}
    head = base | {"bold": True, "bg_color": "#0B4D97", "font_color": "#FFFFFF"}
    tones = {
        name: book.add_format(base | {"bold": True, "bg_color": ground, "font_color": ink})
        for name, (ground, ink) in _COLOURS.items()
    }
    return _Looks(head=book.add_format(head), cell=book.add_format(base), tones=tones)


def _write(
    book: Workbook,
    name: str,
    columns: tuple[tuple[str, int], ...],
    rows: Iterable[_Row],
    looks: _Looks,
    voice: Voice,
) -> None:
    """Add one worksheet with a frozen heading and filters."""
    sheet = book.add_worksheet(voice(f"sheets.{name}"))
    toned = next((i for i, (key, _) in enumerate(columns) if key in {"severity", "verdict"}), -1)
    for index, (key, width) in enumerate(columns):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, voice(f"column.{key}"), looks.head)
    sheet.set_row(0, _HEAD)
    last = 0
    for last, row in enumerate(rows, 1):
        sheet.set_row(last, _height(row, columns))
        for index, value in enumerate(row.values):
            look = looks.tones[row.tone] if row.tone and index == toned else looks.cell
            _put(sheet, (last, index), value, look)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    _set_page(sheet, frozen=_FROZEN if columns[: len(_ABOUT)] == _ABOUT else 0)


def _put(sheet: Worksheet, place: tuple[int, int], value: Value, look: Format) -> None:
    """Put one value; a text stays a text, whatever it begins with."""
    if value is None or value == "":
        sheet.write_blank(*place, None, look)
    elif isinstance(value, str):
        sheet.write_string(*place, value, look)
    else:
        sheet.write_number(*place, value, look)


def _height(row: _Row, columns: tuple[tuple[str, int], ...]) -> float:
    """Room for the longest text of a row; not every program fits wrapped rows by itself."""
    lines = (
        -(-width_of(value) // (width - 1))
        for value, (_, width) in zip(row.values, columns, strict=True)
        if isinstance(value, str)
    )
    return min(max(lines, default=1) * _LINE + 4, _TALLEST)


def _set_page(sheet: Worksheet, *, frozen: int) -> None:
    sheet.freeze_panes(1, frozen)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
