"""CF19 grade-without-effect."""

from collections.abc import Iterator
from fractions import Fraction

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
from jiheng.audit.facts.figures import money_words
from jiheng.audit.facts.linked import Pair, years_apart
from jiheng.audit.facts.money_block import total_row
from jiheng.model.citation import Citation
from jiheng.rulebook.pack import grade_of
from jiheng.scoring.scored import ScoredForm

_LOW = frozenset({"中", "低", "差", "不合格"})


@check(
    code="CF19",
    name="grade-without-effect",
    severity="info",
    since="0.1.0",
    reads=("kind", "year", "reporting_unit", "project", "funds", "total.score", "pack", "scores"),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="评价结果用于安排以后年度预算",
            verified=False,
        ),
    ),
)
def grade_without_effect(forms: Forms) -> Iterator[RunOutcome]:
    """A project with a grade of 中 or below has a larger budget in the following year.

    The following year is known from its goal table or from its own self-evaluation.

    ## Why it matters
    Results are to count in the next budget; many places cut what was graded 中 or 差.

    ## What to do
    Nothing in the form; say in the next budget why the project gets more.
    """
    for pair in years_apart((*judged(forms), *of_kind(forms, "goal-table"))):
        grade = _low_grade(pair.beside)
        budgets = _budgets(pair)
        if grade is None or budgets is None:
            continue
        before, after = budgets
        cells = (
            cell_of(pair.beside, "total.score"),
            cell_of(pair.form, "funds.lines[0].initial_budget"),
        )
        if after > before:
            yield fails_across(
                *cells,
                printed=money_words(after),
                expected=money_words(before),
                grade=grade,
                project=project_of(pair.form),
            )
        else:
            yield passes_across(*cells)


def _low_grade(scored: ScoredForm) -> str | None:
    if scored.printed_total is None or scored.form.kind == "goal-table":
        return None
    grade = grade_of(scored.printed_total, scored.pack.grades.value)
    return grade if grade in _LOW else None


def _budgets(pair: Pair) -> tuple[Fraction, Fraction] | None:
    before, after = total_row(pair.beside.form), total_row(pair.form.form)
    if before is None or after is None or before.initial is None or after.initial is None:
        return None
    if pair.beside.form.funds.unit is None or pair.form.form.funds.unit is None:
        return None
    return before.initial, after.initial
