"""SC21 scores-in-whole-points."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredForm, ScoredItem

_POINT = 100
_FEWEST = 2


@check(
    code="SC21",
    name="scores-in-whole-points",
    severity="info",
    since="0.1.0",
    reads=("funds.lines.score", "indicators.score", "pack", "scores"),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="得分的小数位数未作规定",
            verified=False,
        ),
    ),
)
def scores_in_whole_points(scored: ScoredForm) -> Iterator[Outcome]:
    """Several scores were rounded to whole points although the rule gives decimals.

    ## Why it matters
    One habit explains several small differences; it is mended once, not row by row.

    ## What to do
    Give scores with the decimals that the rule pack asks for.
    """
    exact = tuple(item for item in scored.items if _has_decimals(item))
    rounded = tuple(item for item in exact if _is_rounded(item))
    if len(rounded) >= _FEWEST and len(rounded) == len(exact):
        first = rounded[0]
        yield fails(
            *(item.at for item in rounded),
            printed=format_points(first.printed or 0),
            expected=format_points(first.by_rule[0] or 0),
            count=str(len(rounded)),
        )
    elif exact:
        yield passes(*(item.at for item in exact))


def _has_decimals(item: ScoredItem) -> bool:
    low, high = item.by_rule
    return item.printed is not None and low is not None and low == high and low % _POINT != 0


def _is_rounded(item: ScoredItem) -> bool:
    """Whether the printed score is the whole number just above or below the rule's."""
    printed, exact = item.printed or 0, item.by_rule[0] or 0
    return printed % _POINT == 0 and abs(printed - exact) < _POINT
