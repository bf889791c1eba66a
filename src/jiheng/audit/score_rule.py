"""A printed score beside what the rule gives, for one indicator."""

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, fails, passes
from jiheng.model.audit import Severity
from jiheng.model.points import format_points
from jiheng.rulebook.pack import Pack
from jiheng.scoring.scored import ScoredIndicator, ScoredItem

ROW_READS = (
    "indicators.name",
    "indicators.target",
    "indicators.actual",
    "indicators.weight",
    "indicators.score",
    "pack",
    "scores",
)
"""What a comparison of a printed score with the rule looks at."""

Bounds = tuple[int, int, int]


def bounds_of(item: ScoredItem) -> Bounds | None:
    """Return printed score, lowest and highest by the rule, or None when one is unknown.

    A score below 0 or above its weight is left to the check on that alone.
    """
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
    fields = ("score", "target", "actual", "weight")
    return tuple(indicator_cell(row.index, field) for field in fields)


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

    A direction that was only inferred makes a contradiction a doubt, not an error.
    """
    bounds = bounds_of(row.item)
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
        severity=severity or ("warning" if row.item.inferred else None),
        law=row.item.law,
        name=name,
        arithmetic=arithmetic,
        actual=row.row.actual or "",
    )
