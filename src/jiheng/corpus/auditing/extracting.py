"""What the questions about a corpus need of one form, as rows of the flat tables."""

from collections.abc import Iterator
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path

from jiheng.audit.cells import indicator_cell, money_cell, row_of
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.goals import goals_of
from jiheng.audit.facts.money_block import total_row
from jiheng.audit.facts.names import bare_name
from jiheng.audit.years.unit_costs import unit_costs
from jiheng.corpus.auditing.copies.masking import masked
from jiheng.corpus.auditing.reading import AuditedForm
from jiheng.corpus.auditing.tables import (
    COSTS,
    EXTRACTED,
    FIGURES,
    FINDINGS,
    FORMS,
    INDICATORS,
    PASSAGES,
    Row,
    Table,
    Writer,
)
from jiheng.model.corpus import NestedFinding
from jiheng.model.decimals import decimal_words
from jiheng.model.form import Form
from jiheng.model.points import parse_points
from jiheng.scoring.understanding import understand

_FEN = 100
_NOT_COUNTED = frozenset({"ratio", "time", "month", "working-day", None})
_LEAST_DIGITS = 3
"""A figure of fewer digits before its zeros is met again by chance."""
_LARGEST = 2**63 - 1


class Extraction:
    """Writes the rows of forms to all their tables; a context."""

    def __init__(self, folder: Path) -> None:
        self._stack = ExitStack()
        self._writers = {
            table.name: self._stack.enter_context(Writer(folder, table)) for table in EXTRACTED
        }

    def add(self, audited: AuditedForm) -> None:
        """Write the rows of one form."""
        for table, row in rows_of(audited):
            self._writers[table.name].add(row)

    def __enter__(self) -> "Extraction":
        return self

    def __exit__(self, kind: type[BaseException] | None, *more: object) -> None:
        self._stack.__exit__(kind, None, None)


def rows_of(audited: AuditedForm) -> Iterator[tuple[Table, Row]]:
    """Yield all rows of a form, each with its table."""
    form = audited.form
    yield FORMS, _form_row(audited, form)
    for finding in audited.findings:
        yield FINDINGS, _finding_row(finding, audited, form)
    for number, row in enumerate(form.indicators):
        weight, score = parse_points(row.weight), parse_points(row.score)
        texts = (row.level1, row.level2, row.name, row.target, row.actual)
        yield INDICATORS, (form.id, number, *texts, weight, score, row.reason)
    names = _names(form)
    for at, kind, text in passages(form):
        yield PASSAGES, (form.id, at, kind, text, masked(text, names))
    for cost in unit_costs(form):
        at = indicator_cell(cost.index, "actual")
        yield COSTS, (form.id, at, cost.kind, bare_name(cost.name), cost.per, _fen(cost.yuan))
    for at, name, value in figures(form):
        yield FIGURES, (form.id, at, name, value)


def _form_row(audited: AuditedForm, form: Form) -> Row:
    line = total_row(form)
    project = form.project
    return (
        audited.id,
        audited.year,
        audited.region,
        project.department,
        # As the coded table has it.
        project.implementing_unit or form.reporting_unit or project.department,
        project.name,
        form.source.path,
        audited.pack,
        audited.total_printed,
        audited.low,
        audited.high,
        form.total.grade,
        audited.amount,
        None if line is None else _fen(line.executed),
        audited.verdict,
        parse_points(audited.points_at_stake),
    )


def _finding_row(finding: NestedFinding, audited: AuditedForm, form: Form) -> Row:
    weights = {f"indicators[{at}]": row.weight for at, row in enumerate(form.indicators)}
    weights |= {f"funds.lines[{at}]": line.weight for at, line in enumerate(form.funds.lines)}
    touched = {row for path in finding.at if (row := row_of(path))}
    return (
        form.id,
        finding.code,
        finding.name,
        finding.severity,
        finding.mend,
        finding.message,
        " ".join(finding.at),
        finding.printed,
        finding.expected,
        finding.difference,
        int(finding.counts),
        sum(parse_points(weights.get(row)) or 0 for row in touched),
        audited.amount,
    )


def _fen(yuan: Fraction | None) -> int | None:
    """Return an amount in 1/100 yuan, rounded half up; None where a column cannot hold it."""
    if yuan is None:
        return None
    parts = yuan * _FEN
    whole = (2 * parts.numerator + parts.denominator) // (2 * parts.denominator)
    return whole if abs(whole) <= _LARGEST else None


def passages(form: Form) -> Iterator[tuple[str, str, str]]:
    """Yield path, kind and text of what somebody wrote in sentences."""
    for place in goals_of(form):
        yield from _passage(place.expected_at, "goal", place.goal.expected)
        yield from _passage(place.actual_at, "outcome", place.goal.actual)
    yield from _passage("conclusion", "conclusion", form.conclusion)
    for index, row in enumerate(form.indicators):
        yield from _passage(indicator_cell(index, "reason"), "reason", row.reason)
    for index, line in enumerate(form.funds.lines):
        yield from _passage(money_cell(index, "reason"), "reason", line.reason)
    for index, text in enumerate(form.texts):
        yield from _passage(f"texts[{index}].text", "text", text.text)


def _passage(at: str, kind: str, text: str | None) -> Iterator[tuple[str, str, str]]:
    if text:
        yield at, kind, text


def _names(form: Form) -> tuple[str, ...]:
    """Return what a text may name without being anyone's copy: its units, project, indicators."""
    project = form.project
    names = (form.reporting_unit, project.implementing_unit, project.department, project.name)
    return tuple(name for name in (*names, *(row.name for row in form.indicators)) if name)


def figures(form: Form) -> Iterator[tuple[str, str, str]]:
    """Yield path, name and value of the counted results with three digits or more of their own."""
    for index, row in enumerate(form.indicators):
        actual = understand(row).actual
        value = value_of(actual)
        if value is None or actual.dimension in _NOT_COUNTED:
            continue
        words = decimal_words(value, 2)
        if len(words.replace(".", "").strip("0")) >= _LEAST_DIGITS:
            yield indicator_cell(index, "actual"), bare_name(row.name), words
