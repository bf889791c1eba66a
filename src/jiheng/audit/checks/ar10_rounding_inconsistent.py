"""AR10 rounding-inconsistent."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from jiheng.audit.cells import text_at
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.figures import decimal_words
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredItem

Habit = Literal["四舍五入", "截去尾数"]


class Rounded(Struct, frozen=True, kw_only=True):
    """One score that the rule gives with more decimals than were printed.

    Attributes:
        exact: the score before rounding, in points.
        places: decimals that are printed.
        habit: how it was rounded, where the two ways differ.
    """

    at: str
    printed: str
    exact: Fraction
    places: int
    habit: Habit | None


@check(
    code="AR10",
    name="rounding-inconsistent",
    severity="info",
    since="0.1.0",
    reads=("funds.lines.score", "indicators.score", "pack", "scores"),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="未规定小数位数和舍入方法；同一张表内宜前后一致",
            verified=False,
        ),
    ),
)
def rounding_inconsistent(scored: ScoredForm) -> Iterator[Outcome]:
    """Scores of one form are rounded in different ways.

    ## Why it matters
    Small differences add up, and a reader who recomputes cannot tell slip from habit.

    ## What to do
    Round every score the same way and to the same number of decimals.
    """
    rows = tuple(row for item in scored.items if (row := _rounded(scored, item)))
    fewest, most = _by_places(rows)
    ways = {row.habit: row for row in rows if row.habit}
    at = tuple(row.at for row in rows)
    if len(ways) > 1:
        first, second = ways["四舍五入"], ways["截去尾数"]
        yield fails(*at, message="fails-ways", **_told(first, second))
    elif fewest and most and fewest.places != most.places:
        yield fails(*at, **_told(fewest, most))
    elif len(rows) > 1:
        yield passes(*at)


def _rounded(scored: ScoredForm, item: ScoredItem) -> Rounded | None:
    exact, text = _exact(item), text_at(scored.form, item.at)
    if exact is None or text is None or item.printed is None:
        return None
    bare = text.strip().removesuffix("分").strip()
    places = len(bare.partition(".")[2])
    if (exact * 10**places).denominator == 1:
        return None
    down = Fraction(int(exact * 10**places), 10**places)
    near = Fraction((2 * exact * 10**places + 1) // 2, 10**places)
    printed = Fraction(item.printed, 100)
    if printed not in {down, near}:
        return None
    habit: Habit | None = None if down == near else "四舍五入" if printed == near else "截去尾数"
    return Rounded(at=item.at, printed=bare, exact=exact, places=places, habit=habit)


def _exact(item: ScoredItem) -> Fraction | None:
    """Return what a proportional score is before rounding, in points."""
    if item.kind not in {"execution", "positive"} or item.ratio is None or item.weight is None:
        return None
    top, bottom = item.ratio
    if not 0 < top < bottom or item.low is None or item.low != item.high:
        return None
    exact = Fraction(top * item.weight, bottom * 100)
    # bands and thresholds give another score than the plain proportion
    return exact if abs(exact * 100 - item.low) < 1 else None


def _by_places(rows: tuple[Rounded, ...]) -> tuple[Rounded | None, Rounded | None]:
    if not rows:
        return None, None
    return min(rows, key=lambda row: row.places), max(rows, key=lambda row: row.places)


def _told(first: Rounded, second: Rounded) -> dict[str, str]:
    return {
        "first": first.printed,
        "first_exact": decimal_words(first.exact, 4),
        "second": second.printed,
        "second_exact": decimal_words(second.exact, 4),
    }
