"""CF15 review-far-below."""

from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    Place,
    fails_across,
    judged,
    passes_across,
    project_of,
)
from jiheng.model.citation import Citation
from jiheng.model.points import format_points, parse_points

_FAR = 5_00
"""From this many 1/100 points on, a gap is told."""


@check(
    code="CF15",
    name="review-far-below",
    severity="warning",
    since="0.1.0",
    reads=("project.name", "indicators.score", "indicators.review_score", "scores"),
    sources=(Citation(title="自评复核口径", pinpoint="自评得分与复核得分的偏差", verified=False),),
)
def review_far_below(forms: Forms) -> Iterator[RunOutcome]:
    """The re-check gives the indicators 5 points or more apart from the unit's own score.

    Only rows with both scores count.

    ## Why it matters
    The gap says how far a unit's self-evaluation can be relied on, and is reported as such.

    ## What to do
    Go through the rows where points were taken, and evaluate alike next year.
    """
    for scored in judged(forms):
        rows = [
            (row, row.item.printed, review)
            for row in scored.indicators
            if row.item.printed is not None
            and (review := parse_points(row.row.review_score)) is not None
        ]
        if not rows:
            continue
        own, review = sum(points for _, points, _ in rows), sum(points for _, _, points in rows)
        places = [Place(form=scored, row=row) for row, mine, theirs in rows if mine != theirs]
        cells = [place.cell(field) for place in places for field in ("score", "review_score")]
        if abs(own - review) >= _FAR:
            yield fails_across(
                *cells,
                printed=format_points(own),
                expected=format_points(review),
                difference=format_points(own - review),
                project=project_of(scored),
            )
        else:
            yield passes_across(*cells)
