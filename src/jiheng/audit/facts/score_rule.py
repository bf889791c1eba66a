"""A printed score beside what the rule gives, for one indicator."""

from jiheng.audit.check import Outcome, fails, passes
from jiheng.audit.facts.rows import row_cells
from jiheng.model.audit import Severity
from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.pack import Pack
from jiheng.scoring.scored import ScoredIndicator

ROW_READS = (
    "indicators.name",
    "indicators.target",
    "indicators.adjusted_target",
    "indicators.actual",
    "indicators.weight",
    "indicators.score",
    "indicators.deduction",
    "pack",
    "scores",
)
"""What a comparison of a printed score with the rule looks at."""

Bounds = tuple[int, int, int]

_POINT = 100
_TENTH = 10


def bounds_of(row: ScoredIndicator) -> Bounds | None:
    """Return printed score, lowest and highest by the rule, or None when one is unknown.

    A score below 0 or above its weight is left to the check on that alone; a row with a declared
    deduction is not compared, since its score is the rule's less the deduction.
    """
    item = row.item
    if parse_points(row.row.deduction):
        return None
    if item.printed is None or item.low is None or item.high is None or item.weight is None:
        return None
    if not 0 <= item.printed <= item.weight:
        return None
    return item.printed, item.low, item.high


def gap_of(bounds: Bounds, tolerance: int) -> int:
    """Return how far the printed score lies outside the rule's interval; 0 within tolerance.

    Example:
        >>> gap_of((700, 1000, 1000), 1), gap_of((900, 800, 1000), 1), gap_of((1000, 0, 799), 1)
        (-300, 0, 201)
    """
    printed, low, high = bounds
    if printed < low - tolerance:
        return printed - low
    if printed > high + tolerance:
        return printed - high
    return 0


def compared_cells(row: ScoredIndicator) -> tuple[str, ...]:
    """Return the cells that a score is compared with: itself, target, actual and weight."""
    return row_cells(row, "score", "target", "actual", "weight")


def span(low: int, high: int) -> str:
    """Return points as one number or as an interval.

    Example:
        >>> span(1000, 1000), span(800, 1000)
        ('10', '8–10')
    """
    return format_points(low) if low == high else f"{format_points(low)}–{format_points(high)}"


def judge(
    row: ScoredIndicator,
    pack: Pack,
    *,
    message: str = "fails",
    passed: str = "",
    severity: Severity | None = None,
) -> Outcome | None:
    """Return the comparison of one printed score with its rule, or None when it cannot be made.

    A direction that was only inferred makes a contradiction a doubt, not an error; a score given
    to one decimal is told as information, since no rule that was read fixes the decimals.
    """
    bounds = bounds_of(row)
    if bounds is None:
        return None
    gap = gap_of(bounds, pack.tolerance.value.points)
    printed = format_points(bounds[0])
    name, arithmetic = row.row.name, row.item.arithmetic
    if gap == 0:
        cells = compared_cells(row)
        return passes(*cells, message=passed, printed=printed, name=name, arithmetic=arithmetic)
    return fails(
        *compared_cells(row),
        mend_at=(row.item.at,),
        message=message,
        printed=printed,
        expected=span(bounds[1], bounds[2]),
        difference=format_points(gap),
        severity=_severity(row, bounds, severity),
        law=row.item.law,
        name=name,
        arithmetic=arithmetic,
        actual=row.row.actual or "",
    )


def _severity(row: ScoredIndicator, bounds: Bounds, given: Severity | None) -> Severity | None:
    printed, low, high = bounds
    if low == high and printed % _POINT and printed in _one_decimal(low):
        return "info"
    return given or ("warning" if row.item.inferred else None)


def _one_decimal(points: int) -> tuple[int, int]:
    """Return points cut off and rounded half up to one decimal."""
    return points // _TENTH * _TENTH, (points + _TENTH // 2) // _TENTH * _TENTH
