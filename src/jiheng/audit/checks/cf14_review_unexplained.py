"""CF14 review-unexplained."""

import re
from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, Place, fails_across, judged, passes_across
from jiheng.model.audit import RunCell
from jiheng.model.citation import Citation
from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_CUT = r"(?<!不)扣[减除]?[^\d。；;，,]{0,8}?(\d{1,3}(?:\.\d{1,2})?)"
_SHARE = re.compile(rf"{_CUT}%")
_POINTS = re.compile(rf"{_CUT}分(?!值?的)")
_SLACK = 5
"""In 1/100 point: both sides may have been rounded to one decimal."""


@check(
    code="CF14",
    name="review-unexplained",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.weight",
        "indicators.score",
        "indicators.review_score",
        "indicators.review_reason",
        "scores",
    ),
    sources=(
        Citation(title="自评复核口径", pinpoint="扣分有依据，比例与实际一致", verified=False),
    ),
)
def review_unexplained(forms: Forms) -> Iterator[RunOutcome]:
    """A re-check takes another share of the points than its remark says, or gives no remark.

    The share may be of the weight or of the unit's own score; either is right. A score that the
    re-check left blank or cut to zero needs a remark.

    ## Why it matters
    The unit is told the remark; the points must follow from it.

    ## What to do
    Correct the points or the remark, and name the criterion.
    """
    for scored in judged(forms):
        if any(row.row.review_score is not None for row in scored.indicators):
            for row in scored.indicators:
                yield from _row(scored, row)


def _row(scored: ScoredForm, row: ScoredIndicator) -> Iterator[RunOutcome]:
    own, review = row.item.printed, parse_points(row.row.review_score)
    remark = row.row.review_reason or ""
    place = Place(form=scored, row=row)
    cells = (place.cell("score"), place.cell("review_score"), place.cell("review_reason"))
    if own is None or own == 0:
        return
    if not remark and not review:
        message = "fails-blank" if row.row.review_score is None else "fails"
        yield fails_across(*cells, message=message, printed=format_points(own), name=row.row.name)
    elif review is not None and (allowed := _allowed(remark, own, row.item.weight)):
        yield _compared(cells, row, review, allowed)


def _compared(
    cells: tuple[RunCell, ...], row: ScoredIndicator, review: int, allowed: tuple[int, ...]
) -> RunOutcome:
    if any(abs(review - points) <= _SLACK for points in allowed):
        return passes_across(*cells)
    return fails_across(
        *cells,
        message="fails-share",
        printed=format_points(review),
        expected=series(format_points(points) for points in dict.fromkeys(allowed)),
        name=row.row.name,
        remark=row.row.review_reason or "",
    )


def _allowed(remark: str, own: int, weight: int | None) -> tuple[int, ...]:
    """Return the scores that a remark may lead to; () where it names one cut or none or several."""
    shares, points = _SHARE.findall(remark), _POINTS.findall(remark)
    if len(shares) + len(points) != 1:
        return ()
    bases = (own, own if weight is None else weight)
    if points:
        cut = parse_points(points[0]) or 0
        return tuple(base - cut for base in bases)
    cut = parse_points(shares[0]) or 0
    full = 100_00
    of_weight = own - bases[1] * cut // full
    return (*((base * (full - cut)) // full for base in bases), of_weight)
