"""What the rows of the list say: findings, forms, and what is said of the forms together."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jiheng.model.audit import Finding, Run, RunFinding
from jiheng.model.form import Form
from jiheng.model.points import parse_points
from jiheng.writers.findings.row import Row, Value
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.execution import execution_rate
from jiheng.writers.report.order import Numbered, number_findings, tally
from jiheng.writers.report.places import name_of, place_of
from jiheng.writers.report.score import grade_words
from jiheng.writers.report.verdict_words import verdict_words
from jiheng.writers.report.voice import Voice

SHOWN_CELLS = 8
"""So many cells of a finding are named; of the rest only the number is told."""


def finding_rows(entries: tuple[ReportEntry, ...], voice: Voice) -> Iterator[Row]:
    """Yield one row a finding, in the order of the report."""
    for entry in entries:
        for each in number_findings(entry.form, entry.audit):
            yield _finding_row(entry.form, each, voice)


def form_rows(entries: tuple[ReportEntry, ...], voice: Voice) -> Iterator[Row]:
    """Yield one row a form, with its verdict and scores."""
    for entry in entries:
        yield _form_row(entry, voice)


def run_rows(entries: tuple[ReportEntry, ...], run: Run, voice: Voice) -> Iterator[Row]:
    """Yield one row for each finding between forms, and for each that is told once."""
    numbers = {entry.form.id: number for number, entry in enumerate(entries, 1)}
    forms = {entry.form.id: entry.form for entry in entries}
    files = {key.id: key.path for key in run.beside}
    for finding in run.findings:
        yield _run_row(finding, forms, numbers, files, voice)


def refused_rows(run: Run, voice: Voice) -> Iterator[Row]:
    """Yield one row for each file that could not be read, or was read under another name."""
    for each in (*run.refused, *run.unjudged):
        yield Row(values=(each.path, each.reason))
    for repeat in run.repeated:
        yield Row(values=(repeat.path, voice("refused.repeated", other=repeat.same_as)))


def _finding_row(form: Form, each: Numbered, voice: Voice) -> Row:
    finding = each.finding
    paths = dict.fromkeys((*finding.mend_at, *finding.at))
    cells = _listed((_cell(form, path, voice) for path in paths), voice)
    waived = finding.waived
    return Row(
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
    finding: RunFinding,
    forms: dict[str, Form],
    numbers: dict[str, int],
    files: dict[str, str],
    voice: Voice,
) -> Row:
    beside = dict.fromkeys(files[cell.form] for cell in finding.at if cell.form in files)
    named = (
        voice(
            "run.cell",
            number=str(numbers[cell.form]),
            name=_cell(forms[cell.form], cell.cell, voice),
        )
        for cell in finding.at
        if cell.form in forms
    )
    return Row(
        values=_told(finding, _listed((*named, *beside), voice), voice), tone=finding.severity
    )


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


def _form_row(entry: ReportEntry, voice: Voice) -> Row:
    form, audit, pack = entry.form, entry.audit, entry.pack
    low, high = audit.score.recomputed or (None, None)
    return Row(
        values=(
            *_about(form),
            verdict_words(audit, voice),
            *(_points(text) for text in (audit.score.printed, low, high)),
            audit.score.grade_printed,
            grade_words(audit.score.grade_recomputed),
            execution_rate(form, pack),
            *tally(number_findings(form, audit)),
            _points(audit.points_at_stake),
            _points(audit.priority),
            voice("pack.name", title=pack.named, version=pack.version),
            audit.pack_why,
            len(form.doubts),
        ),
        tone=audit.verdict,
    )


def _points(text: str | None) -> Value:
    """A score as a number that a spreadsheet can sort; what is no number stays as printed."""
    points = parse_points(text)
    return text if points is None else Decimal(points) / 100
