"""VA22 score-in-actual."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.measures import asked_by
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.words import bare_name, has_digit
from jiheng.model.citation import Citation
from jiheng.model.points import parse_points
from jiheng.quantities import parse
from jiheng.rulebook.lexicons import value_words
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_LEVELS = frozenset({"qualitative", "norm"})
_DATES = frozenset({"date", "period"})


@check(
    code="VA22",
    name="score-in-actual",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "indicators.weight",
        "indicators.score",
        "scores",
    ),
    sources=(
        Citation(
            title="四川阆中市2021年度转移支付绩效自评表",
            places=("阆中",),
            pinpoint="全年实际完成值一栏填写了分值和得分",
            verified=False,
        ),
    ),
)
def score_in_actual(scored: ScoredForm) -> Iterator[Outcome]:
    """The actual value is the row's score: the points were typed in the wrong column.

    ## Why it matters
    What was really reached stands nowhere. A level or a norm cannot be answered by "10"; a date
    (October), a scope (all ten) or a number may be, by chance, so that such a row is a doubt.

    ## What to do
    Write what was reached; the points belong in the columns for points.
    """
    for row in scored.indicators:
        if not _is_points(row):
            continue
        actual, weight, score, target = row_cells(row, "actual", "weight", "score", "target")
        if row.target.is_words or row.target.kind in _DATES or _falls_short(row):
            yield fails(
                actual,
                weight,
                score,
                target,
                mend_at=(actual,),
                printed=row.actual.raw,
                target=row.target.raw,
                severity=None if _asks_for_words(row) else "warning",
                name=row.row.name,
            )
        else:
            yield passes(actual, weight, score)


def _is_points(row: ScoredIndicator) -> bool:
    """Whether the actual value is points and nothing else, the same as weight and score."""
    points = parse_points(row.row.actual)
    return points is not None and points == row.item.weight == row.item.printed


def _asks_for_words(row: ScoredIndicator) -> bool:
    """Whether neither name nor target leave room for a number; all of them (全部) may be twenty."""
    is_level = row.target.kind in _LEVELS and not has_digit(row.target.normalised)
    name = row.row.name
    is_counted = bare_name(name).endswith(value_words().counted_names) or asked_by(name) is not None
    return is_level and not is_counted


def _falls_short(row: ScoredIndicator) -> bool:
    """Whether a number with a unit was answered by less than it, yet with all points."""
    target = parse(row.target.raw)
    if not target.is_number or target.unit is None or row.direction not in {"ge", "gt", "eq"}:
        return False
    ratio = row.item.ratio
    return ratio is not None and ratio[0] < ratio[1]
