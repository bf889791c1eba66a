"""VA12 direction-against-meaning."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import percent_words
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.score_rule import ROW_READS
from jiheng.audit.facts.words import mentions
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import value_words
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_CEILING = frozenset({"le", "lt"})
_FLOOR = frozenset({"ge", "gt"})
_NOT_COUNTED = frozenset({"money", "ratio", "time", "working-day", "month"})
# Below this share of its "ceiling" a result full of marks is told with its numbers.
_FAR_BELOW = Fraction(9, 10)


@check(
    code="VA12",
    name="direction-against-meaning",
    severity="warning",
    since="0.1.0",
    reads=(*ROW_READS, "indicators.level1", "indicators.level2"),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注3：正向指标为≥，反向指标为≤",
            verified=True,
        ),
    ),
)
def direction_against_meaning(scored: ScoredForm) -> Iterator[Outcome]:
    """The operator turns the meaning round: "at least" of a cost, "at most" of an output.

    ## Why it matters
    With the wrong operator, spending more or serving fewer people earns full marks.

    ## What to do
    Ask the department to correct the operator of the approved target; if the ceiling is meant,
    say in the name why (a quota, a limit of staff).
    """
    for row in scored.indicators:
        if not row.direction_printed or not row.target.is_number:
            continue
        if _is_cost(row):
            yield _outcome(row, "fails-cost" if row.direction in _FLOOR else None)
        elif _is_output(row):
            yield _outcome(row, _ceiling_message(row) if row.direction in _CEILING else None)


def _is_cost(row: ScoredIndicator) -> bool:
    words = value_words()
    if not (row.target.dimension or "").startswith("money") or mentions(row.row.name, words.thrift):
        return False
    return level2_of(row.row) == "cost" or mentions(row.row.name, words.cost_names)


def _is_output(row: ScoredIndicator) -> bool:
    words = value_words()
    dimension = (row.target.dimension or "").split("/")[0]
    if level2_of(row.row) != "quantity" or dimension in _NOT_COUNTED:
        return False
    name = row.row.name
    return mentions(name, words.more_is_better) and not mentions(name, words.less_is_better)


def _ceiling_message(row: ScoredIndicator) -> str:
    is_full = row.item.printed is not None and row.item.printed == row.item.weight
    reached = Fraction(*row.item.ratio) if row.item.ratio else Fraction(1)
    return "fails-far-below" if is_full and reached < _FAR_BELOW else "fails"


def _outcome(row: ScoredIndicator, message: str | None) -> Outcome:
    target, actual = row_cells(row, "target", "actual")
    if message is None:
        return passes(target)
    at = (target, actual, row.item.at) if message == "fails-far-below" else (target,)
    return fails(
        *at,
        mend_at=(target,),
        message=message,
        printed=row.target.raw,
        name=row.row.name,
        actual=row.row.actual or "",
        rate=percent_words(Fraction(*row.item.ratio)) if row.item.ratio else "",
    )
