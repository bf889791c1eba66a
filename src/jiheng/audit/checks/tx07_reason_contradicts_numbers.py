"""TX07 reason-contradicts-numbers."""

import re
from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import row_cells
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_OBJECT = r"(?:年度|年初|预期|设定|计划)*(?:指标|目标|任务|计划)"
# 未完成的手续 and 未完成原因 speak of something else.
_SHORT = re.compile(
    rf"(?:未|没有|未能)(?:完成|达到|达成){_OBJECT}(?!的)"
    rf"|(?:^|(?<=[,，。；;:：]))(?:未|没有|未能)(?:完成|达到|达成|达标)(?=[,，。；;:：]|$)"
    rf"|(?:完成值|实际值|完成数|完成情况)(?:低于|小于|少于|未达到?){_OBJECT}"
)
_OVER = re.compile(rf"(?:超出|超过|高于|大于)了?{_OBJECT}|超额完成")
_CLAUSE_START = re.compile(r"[^,，。；;:：]*$")
# A clause with one of these is of a part, of another year, or of what did not happen.
_OTHER = (
    "部分",
    "个别",
    "少数",
    "其中",
    "第",
    "上年",
    "去年",
    "往年",
    "如",
    "若",
    "未",
    "避免",
    "防止",
)


@check(
    code="TX07",
    name="reason-contradicts-numbers",
    severity="warning",
    since="0.2.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "indicators.reason",
        "scores",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注4：在未完成原因分析栏写明偏离目标的原因",
            verified=True,
        ),
        Citation(
            title="财预〔2020〕10号",
            pinpoint="未完成绩效目标或偏离绩效目标较大的，分析原因",
            verified=False,
        ),
    ),
    supersedes=("SC11",),
)
def reason_contradicts_numbers(scored: ScoredForm) -> Iterator[Outcome]:
    """The reason says that a target was missed or exceeded, and the values say otherwise.

    ## Why it matters
    One of the two is wrong: the value, or the reason, which may belong to another row.

    ## What to do
    Compare with the records; correct the value, or move the reason to its row.
    """
    for row in scored.indicators:
        reason, side = row.row.reason or "", _side(row)
        short, over = _said(_SHORT, reason), _said(_OVER, reason)
        if side is None or (short is None) == (over is None):
            continue
        cells = row_cells(row, "reason", "actual", "target")
        said, says_over = (over, True) if short is None else (short, False)
        if said is None or side in ({"over"} if says_over else {"short"}):
            yield passes(*cells)
            continue
        yield fails(
            *cells,
            mend_at=cells[:2],
            message="fails-over" if says_over else "fails",
            printed=said,
            name=row.row.name,
            actual=row.row.actual or "",
            target=row.target.raw,
        )


def _said(pattern: re.Pattern[str], reason: str) -> str | None:
    """Return the words by which a reason says it of the whole indicator and of this year."""
    for found in pattern.finditer(reason):
        before = _CLAUSE_START.search(reason, 0, found.start())
        if before is None or not any(word in before.group() for word in _OTHER):
            return found.group()
    return None


def _side(row: ScoredIndicator) -> str | None:
    """Return where the actual value lies: ``short`` of the target, ``met`` exactly, or ``over``.

    None where it cannot be said: under a ceiling, less than the target is no shortfall.
    """
    ratio = row.item.ratio
    if ratio is None:
        return "met" if row.item.branch in {"tier-met", "date-reached"} else None
    if row.direction in {"le", "lt"}:
        return "over" if Fraction(*ratio) > 1 else None
    if Fraction(*ratio) == 1:
        return "met"
    return "over" if Fraction(*ratio) > 1 else "short"
