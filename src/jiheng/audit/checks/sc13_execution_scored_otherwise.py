"""SC13 execution-scored-otherwise."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution import FUNDS, budget_cell, executed_cell
from jiheng.audit.facts.figures import percent_words
from jiheng.model.audit import Severity
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.pack import Pack
from jiheng.scoring import kernels
from jiheng.scoring.rules import BY_BANDS, EXECUTION_KINDS, Rules, rules_of
from jiheng.scoring.scored import ScoredForm, ScoredItem

_BANDED = "cn-2021-101"
"""The pack whose bands are looked up, to see whether a form follows them where it should not."""


@check(
    code="SC13",
    name="execution-scored-otherwise",
    severity="error",
    since="0.2.0",
    reads=(*FUNDS, "funds.lines.executed", "pack", "scores"),
    sources=(
        Citation(title="财预〔2021〕101号附件", pinpoint="预算执行率按区间赋分", verified=False),
    ),
    supersedes=("BU02",),
)
def execution_scored_otherwise(scored: ScoredForm) -> Iterator[Outcome]:
    """Budget execution is scored by rate where the rule has bands, or by bands where it has none.

    Where a finished project gets full marks whatever its rate, the form does not say which of two
    scores is right; a score between the two is neither. Many forms go on scoring by rate: where
    nobody has read the rule of the pack, that is told as information.

    ## Why it matters
    The arithmetic may be right and the score is not: it follows another rule.

    ## What to do
    Look up which way the rule of this place and year takes, and score again.
    """
    item, rate = scored.execution, scored.rate
    if item is None or rate is None or item.printed is None or not item.weight:
        return
    if item.low is None or item.high is None or not 0 < rate[0] < rate[1]:
        return
    tolerance = scored.pack.tolerance.value.points
    cells = (item.at, executed_cell(scored), budget_cell(scored))
    allowed = (item.low, item.high)
    if any(abs(item.printed - points) <= tolerance for points in allowed):
        yield passes(*cells)
        return
    message = _message(scored.pack, item, rate, tolerance)
    if message is not None:
        low, high = format_points(item.low), format_points(item.high)
        yield fails(
            *cells,
            mend_at=(item.at,),
            message=message,
            severity=_severity(scored.pack, item),
            printed=format_points(item.printed),
            expected=low if low == high else f"{low} / {high}",
            law=item.law,
            rate=percent_words(Fraction(*rate)),
            pack=scored.pack.named,
        )


def _severity(pack: Pack, item: ScoredItem) -> Severity | None:
    """Return information for a score between the two that a rule allows which nobody has read."""
    is_between = (item.low or 0) < (item.printed or 0) < (item.high or 0)
    return "info" if is_between and not pack.execution.source.verified else None


def _message(pack: Pack, item: ScoredItem, rate: tuple[int, int], tolerance: int) -> str | None:
    """Return which sentence fits, or None where the score follows no rule that is known."""
    rules = rules_of(pack)
    is_banded = rules.execution == BY_BANDS
    other = rules._replace(execution=EXECUTION_KINDS.index("linear")) if is_banded else _banded()
    points, _, _ = kernels.execution(*rate, item.weight or 0, other)
    if abs((item.printed or 0) - points) <= tolerance:
        return "fails-linear" if is_banded else "fails-bands"
    return "fails" if is_banded else None


@cache
def _banded() -> Rules:
    return rules_of(load_pack(_BANDED))
