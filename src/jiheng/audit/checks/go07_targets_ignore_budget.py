"""GO07 targets-ignore-budget."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    cell_of,
    fails_across,
    of_kind,
    passes_across,
    project_of,
)
from jiheng.audit.facts.figures import money_words, percent_words, value_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.linked import Pair, RowPair, row_pairs, years_apart
from jiheng.audit.facts.money_block import MoneyRow, total_row
from jiheng.model.citation import Citation

_HALF = Fraction(1, 2)
_DOUBLE = Fraction(2)
_FEW = 2


@check(
    code="GO07",
    name="targets-ignore-budget",
    severity="warning",
    since="0.1.0",
    reads=("kind", "year", "reporting_unit", "project", "funds", "indicators", "scores"),
    sources=(
        Citation(title="财预〔2015〕88号", pinpoint="绩效目标与预算相匹配：适当性", verified=False),
    ),
)
def targets_ignore_budget(forms: Forms) -> Iterator[RunOutcome]:
    """A project's budget halved or doubled from year to year, and no count among its targets moved.

    Compared are two goal tables of following years with two counts at least under one name.

    ## Why it matters
    If the same can be done with half of the money, one of the two requests was wrong.

    ## What to do
    Set the targets by the budget, or say what else the money is for.
    """
    for pair in years_apart(of_kind(forms, "goal-table")):
        before, now = total_row(pair.beside.form), total_row(pair.form.form)
        if before is None or now is None or not before.initial or now.initial is None:
            continue
        units = (pair.beside.form.funds.unit, pair.form.form.funds.unit)
        counts = tuple(both for both in row_pairs(pair) if _is_count(both))
        ratio = now.initial / before.initial
        if None in units or len(counts) < _FEW or _HALF < ratio < _DOUBLE:
            continue
        if all(value_of(both.before.target) == value_of(both.now.target) for both in counts):
            yield _told(pair, before, now, counts)
        else:
            yield passes_across(*(cell for both in counts for cell in both.cells("target")))


def _is_count(both: RowPair) -> bool:
    """Whether both years count the same thing; shares and prices do not follow the money."""
    one, other = both.before.target, both.now.target
    same = one.dimension == other.dimension and one.dimension not in {"ratio", None}
    is_plain = "/" not in (one.dimension or "") and one.dimension != "money"
    is_quantity = level2_of(both.now.row) == "quantity"
    return same and is_plain and is_quantity and None not in {value_of(one), value_of(other)}


def _told(pair: Pair, before: MoneyRow, now: MoneyRow, counts: tuple[RowPair, ...]) -> RunOutcome:
    earlier, later = before.initial or Fraction(0), now.initial or Fraction(0)
    return fails_across(
        cell_of(pair.beside, f"funds.lines[{before.index}].initial_budget"),
        cell_of(pair.form, f"funds.lines[{now.index}].initial_budget"),
        *(cell for both in counts for cell in both.cells("target")),
        printed=money_words(later),
        expected=money_words(earlier),
        difference=percent_words(later / earlier),
        count=str(len(counts)),
        project=project_of(pair.form),
    )
