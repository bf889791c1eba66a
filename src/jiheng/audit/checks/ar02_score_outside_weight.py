"""AR02 score-outside-weight."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredForm, ScoredItem


@check(
    code="AR02",
    name="score-outside-weight",
    severity="error",
    since="0.1.0",
    reads=(
        "funds.lines.score",
        "funds.lines.weight",
        "indicators.score",
        "indicators.weight",
        "scores",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注1：得分一档最高不能超过该指标分值上限",
            verified=True,
        ),
    ),
    supersedes=("SC01", "SC02", "SC03", "SC04", "SC05", "SC06", "SC08", "SC15", "BU02"),
)
def score_outside_weight(scored: ScoredForm) -> Iterator[Outcome]:
    """A score is above the points it can have at most, or below zero.

    ## Why it matters
    Such a score is always a slip: two cells were mixed up, or a digit is wrong.

    ## What to do
    Compare the score with its weight and correct whichever was mistyped.
    """
    for item in scored.items:
        if item.printed is None:
            continue
        cells = (item.at, item.at.removesuffix("score") + "weight")
        if item.printed < 0:
            yield _below_zero(item, cells)
        elif item.weight is None:
            continue
        elif item.printed > item.weight:
            yield _above_weight(item, item.weight, cells)
        else:
            yield passes(*cells)


def _below_zero(item: ScoredItem, cells: tuple[str, ...]) -> Outcome:
    return fails(
        *cells,
        mend_at=(item.at,),
        message="fails-negative",
        printed=format_points(item.printed or 0),
    )


def _above_weight(item: ScoredItem, weight: int, cells: tuple[str, ...]) -> Outcome:
    printed = item.printed or 0
    return fails(
        *cells,
        printed=format_points(printed),
        difference=format_points(printed - weight),
        weight=format_points(weight),
    )
