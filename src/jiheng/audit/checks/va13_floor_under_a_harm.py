"""VA13 floor-under-a-harm."""

import re
from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import target_cell
from jiheng.model.citation import Citation
from jiheng.quantities import is_negative
from jiheng.rulebook.words import directions
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

# What may follow the bad thing in a name that counts it: 投诉次数, 事故起数, 差错率.
_COUNTING = re.compile(
    r"(?:发生|案件|事件)?(?:[次起件例宗个]?数|数量|[次起件例宗]|率|量)?(?:[(（][^()（）]*[)）])?$"
)
# 零事故率, 防返贫率, 查处违规起数: the bad thing did not happen, or somebody dealt with it.
_AVERTED = re.compile(
    r"[零无未非不防免减降节]|查[处办获]|排查|发现|识别|核实|处[理置]|受理|接待|整[治改]|打击|化解"
    r"|纠正|破获|立案|[补救]助|帮扶|理赔|赔付|追[回缴]"
)
_FLOOR = frozenset({"ge", "gt"})
# People may be those whom the project helps, money what it brings back.
_NOT_A_HARM = frozenset({"money", "people"})


@check(
    code="VA13",
    name="floor-under-a-harm",
    severity="warning",
    since="0.1.0",
    reads=("indicators.name", "indicators.target", "indicators.adjusted_target", "scores"),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注3：正向指标为≥，反向指标为≤",
            verified=True,
        ),
    ),
)
def floor_under_a_harm(scored: ScoredForm) -> Iterator[Outcome]:
    """Something that should not happen has a target of "at least".

    ## Why it matters
    With the wrong operator, more complaints or accidents earn full marks.

    ## What to do
    Ask the department to correct the operator of the approved target; if the handled cases are
    meant, say so in the name.
    """
    for row in scored.indicators:
        if not row.direction_printed or not row.target.is_number or not _counts_a_harm(row):
            continue
        cell = target_cell(row)
        if row.direction in _FLOOR:
            yield fails(cell, printed=row.target.raw, name=row.row.name)
        else:
            yield passes(cell)


def _counts_a_harm(row: ScoredIndicator) -> bool:
    name, dimension = row.row.name, (row.target.dimension or "").split("/")[0]
    if dimension in _NOT_A_HARM or _AVERTED.search(name) or not is_negative(name):
        return False
    bad = directions().negative
    return name.endswith(bad) or _COUNTING.sub("", name, count=1).endswith(bad)
