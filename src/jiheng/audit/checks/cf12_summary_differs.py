"""CF12 summary-differs."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    cell_of,
    fails_across,
    judged,
    of_kind,
    passes_across,
    project_of,
)
from jiheng.audit.facts.figures import agree, half_last_digit, value_of
from jiheng.audit.facts.linked import is_same_year, project_key
from jiheng.audit.facts.money_block import shown
from jiheng.audit.facts.names import bare_name
from jiheng.model.citation import Citation
from jiheng.model.form import MoneyLine
from jiheng.model.points import format_points, parse_points
from jiheng.quantities import parse_in
from jiheng.scoring.scored import ScoredForm

_AMOUNTS = ("initial_budget", "adjusted_budget", "executed")
_PROJECTS = "项目支出"
_WHOLE = frozenset({"department"})


@check(
    code="CF12",
    name="summary-differs",
    severity="error",
    since="0.1.0",
    reads=("kind", "year", "project", "funds", "total.score", "scores"),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="汇总结果应与各项目自评表一致", verified=False),
    ),
)
def summary_differs(forms: Forms) -> Iterator[RunOutcome]:
    """A summary names other amounts or scores than the forms that it sums up.

    Each row is compared with the one form of its project and year, the last line with the sum of
    the rows, and a department's project expenditure with its forms, which can never be more. A
    project that only one side has is a doubt, and told only where other projects met.

    ## Why it matters
    The summary is what the finance bureau reads and publishes; the forms are its proof.

    ## What to do
    Correct whichever was copied wrongly, and add up again.
    """
    own = judged(forms)
    projects = tuple(scored for scored in own if scored.form.kind not in _WHOLE)
    for summary in of_kind(forms, "summary"):
        found = tuple(chain(_rows(summary, projects), _sums(summary)))
        yield from found
        if found and not any(outcome.failed for outcome in found):
            count = str(len(summary.form.funds.lines))
            yield passes_across(cell_of(summary, "form"), message="passes", count=count)
    for whole in own:
        if whole.form.kind in _WHOLE:
            yield from _department(whole, projects)


def _rows(summary: ScoredForm, projects: Forms) -> Iterator[RunOutcome]:
    """Compare each row with its form; tell the rows and forms that have no other side."""
    lines = [
        (index, line) for index, line in enumerate(summary.form.funds.lines) if line.of is not None
    ]
    named = _by_name(summary, projects)
    matches = {index: named.get(project_key(line.label), ()) for index, line in lines}
    if not any(matches.values()):
        return
    for index, line in lines:
        if not matches[index]:
            yield fails_across(
                cell_of(summary, f"funds.lines[{index}].label"),
                message="fails-missing",
                severity="warning",
                name=line.label,
            )
        elif len(matches[index]) == 1:
            yield from _row(index, line, summary, matches[index][0])
    met = {scored.form.id for found in matches.values() for scored in found}
    yield from _unlisted(summary, projects, met)


def _by_name(summary: ScoredForm, projects: Forms) -> dict[str, Forms]:
    """Return the forms of the summary's year by their project's name."""
    named: dict[str, Forms] = {}
    for scored in projects:
        key = project_key(scored.form.project.name)
        if key and is_same_year(summary, scored):
            named[key] = (*named.get(key, ()), scored)
    return named


def _unlisted(summary: ScoredForm, projects: Forms, met: set[str]) -> Iterator[RunOutcome]:
    department = bare_name(summary.form.project.department or "")
    for scored in projects:
        same = department and bare_name(scored.form.project.department or "") == department
        if same and scored.form.id not in met and is_same_year(summary, scored):
            yield fails_across(
                cell_of(scored, "project.name"),
                cell_of(summary, "form"),
                message="fails-unlisted",
                severity="warning",
                name=project_of(scored),
            )


def _row(
    index: int, line: MoneyLine, summary: ScoredForm, scored: ScoredForm
) -> Iterator[RunOutcome]:
    own = scored.form.total_line
    fields = _AMOUNTS if own is not None else ()
    for field in fields:
        left = parse_in(getattr(line, field) or "", unit=summary.form.funds.unit)
        right = parse_in(getattr(own, field) or "", unit=scored.form.funds.unit)
        if value_of(left) is None or value_of(right) is None:
            continue
        cells = (
            cell_of(summary, f"funds.lines[{index}].{field}"),
            cell_of(scored, f"funds.lines[0].{field}"),
        )
        if agree(left, right):
            yield passes_across(*cells)
        else:
            yield fails_across(
                *cells,
                message="fails" if field == "executed" else f"fails-{field}",
                printed=_amount(left.raw, summary),
                expected=_amount(right.raw, scored),
                name=line.label,
            )
    yield from _score(index, line, summary, scored)


def _amount(raw: str, scored: ScoredForm) -> str:
    unit = scored.form.funds.unit or ""
    return raw if raw.endswith(unit) else f"{raw}{unit}"


def _score(
    index: int, line: MoneyLine, summary: ScoredForm, scored: ScoredForm
) -> Iterator[RunOutcome]:
    points = parse_points(line.score)
    if points is None or scored.printed_total is None:
        return
    cells = (cell_of(summary, f"funds.lines[{index}].score"), cell_of(scored, "total.score"))
    if points == scored.printed_total:
        yield passes_across(*cells)
    else:
        yield fails_across(
            *cells,
            message="fails-score",
            printed=format_points(points),
            expected=format_points(scored.printed_total),
            name=line.label,
        )


def _sums(summary: ScoredForm) -> Iterator[RunOutcome]:
    """Compare the last line with the sum of the rows above it."""
    form = summary.form
    ends = [index for index, line in enumerate(form.funds.lines) if line.of is None]
    if len(ends) != 1:
        return
    for field in _AMOUNTS:
        rows = [getattr(line, field) for line in form.funds.lines if line.of is not None]
        parts = [parse_in(text or "", unit=form.funds.unit) for text in rows]
        total = parse_in(getattr(form.funds.lines[ends[0]], field) or "", unit=form.funds.unit)
        printed = value_of(total)
        values = [value for part in parts if (value := value_of(part)) is not None]
        if printed is None or not values or len(values) < len(rows):
            continue
        slack = half_last_digit(total) + sum(map(half_last_digit, parts), Fraction(0))
        if abs(sum(values) - printed) > slack:
            yield fails_across(
                cell_of(summary, f"funds.lines[{ends[0]}].{field}"),
                message="fails-sum",
                printed=shown(printed, form.funds.unit),
                expected=shown(sum(values, Fraction(0)), form.funds.unit),
            )


def _department(whole: ScoredForm, projects: Forms) -> Iterator[RunOutcome]:
    """Compare a department's project expenditure with the forms of its projects."""
    department = bare_name(whole.form.project.department or "")
    index = next(
        (at for at, line in enumerate(whole.form.funds.lines) if line.label == _PROJECTS), None
    )
    mine = [
        scored
        for scored in projects
        if department
        and bare_name(scored.form.project.department or "") == department
        and is_same_year(whole, scored)
    ]
    if index is None or not mine:
        return
    line = whole.form.funds.lines[index]
    printed = value_of(parse_in(line.executed or "", unit=whole.form.funds.unit))
    spent = [value for scored in mine if (value := value_of(scored.executed)) is not None]
    if not printed or not spent:
        return
    cells = (
        cell_of(whole, f"funds.lines[{index}].executed"),
        *(cell_of(scored, "funds.lines[0].executed") for scored in mine),
    )
    total = sum(spent, Fraction(0))
    if total > printed + half_last_digit(parse_in(line.executed or "", unit=whole.form.funds.unit)):
        yield fails_across(
            *cells,
            message="fails-department",
            printed=shown(printed, whole.form.funds.unit),
            expected=shown(total, whole.form.funds.unit),
            count=str(len(spent)),
        )
    else:
        yield passes_across(*cells)
