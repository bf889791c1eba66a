"""AR10 rounding-inconsistent."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from msgspec import Struct

from jiheng.audit.cells import text_at
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.model.decimals import decimal_words
from jiheng.scoring.scored import ScoredForm, ScoredItem

MOST_PLACES = 4


class Rounded(Struct, frozen=True, kw_only=True):
    """One score that the rule gives with more decimals than were printed.

    Attributes:
        exact: the score before rounding, in points.
        up_to: decimals at which rounding half up gives the printed score.
        cut_to: decimals at which cutting off gives it.
    """

    at: str
    printed: str
    exact: Fraction
    up_to: frozenset[int]
    cut_to: frozenset[int]


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
    if len(rows) < 2:  # noqa: PLR2004  one score cannot differ from itself
        return
    at = tuple(row.at for row in rows)
    apart = next((pair for pair in combinations(rows, 2) if not _agree(*pair)), None)
    if apart is None:
        yield passes(*at)
        return
    first, second = apart
    if first.up_to & second.cut_to:
        yield _told("fails-ways", at, first, second)
    elif first.cut_to & second.up_to:
        yield _told("fails-ways", at, second, first)
    else:
        yield _told("fails", at, first, second)


def _agree(one: Rounded, other: Rounded) -> bool:
    """Whether one way of rounding explains both; idle zeros may have been dropped."""
    return bool(one.up_to & other.up_to or one.cut_to & other.cut_to)


def _rounded(scored: ScoredForm, item: ScoredItem) -> Rounded | None:
    exact, text = _exact(item), text_at(scored.form, item.at)
    if exact is None or text is None or item.printed is None:
        return None
    printed = Fraction(item.printed, 100)
    if printed == exact:
        return None
    places = range(MOST_PLACES + 1)
    up_to = frozenset(n for n in places if Fraction((2 * exact * 10**n + 1) // 2, 10**n) == printed)
    cut_to = frozenset(n for n in places if Fraction(exact * 10**n // 1, 10**n) == printed)
    if not up_to and not cut_to:
        return None
    return Rounded(at=item.at, printed=text.strip(), exact=exact, up_to=up_to, cut_to=cut_to)


def _exact(item: ScoredItem) -> Fraction | None:
    """Return what a proportional score is before rounding, in points."""
    if item.kind not in {"execution", "positive"} or item.ratio is None or item.weight is None:
        return None
    top, bottom = item.ratio
    low, high = item.by_rule
    if not 0 < top < bottom or low is None or low != high:
        return None
    exact = Fraction(top * item.weight, bottom * 100)
    # bands and thresholds give another score than the plain proportion
    return exact if abs(exact * 100 - low) < 1 else None


def _told(message: str, at: tuple[str, ...], first: Rounded, second: Rounded) -> Outcome:
    return fails(
        *at,
        message=message,
        first=first.printed,
        first_exact=decimal_words(first.exact, 4),
        second=second.printed,
        second_exact=decimal_words(second.exact, 4),
    )
