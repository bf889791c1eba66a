"""VA14 operator-missing."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import target_cell
from jiheng.audit.facts.words import quoted_names
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_GLYPHS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "eq": "="}


@check(
    code="VA14",
    name="operator-missing",
    severity="info",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "scores",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注3：计分规则只写了指标值为≥和≤两种情形",
            verified=True,
        ),
    ),
)
def operator_missing(scored: ScoredForm) -> Iterator[Outcome]:
    """A numeric target has no operator, and the actual value differs from it.

    ## Why it matters
    Without ≥ or ≤ the rule must guess whether more is better. Where the two values are the same
    the guess does not matter, and nothing is said.

    ## What to do
    Put the operator before the number.
    """
    bare = tuple(row for row in scored.indicators if _has_no_operator(row))
    open_rows = tuple(
        row for row in bare if row.item.ratio and row.item.ratio[0] != row.item.ratio[1]
    )
    if open_rows:
        first = open_rows[0]
        yield fails(
            *(target_cell(row) for row in open_rows),
            printed=first.target.raw,
            names=quoted_names(tuple(row.row.name for row in open_rows)),
            taken=_GLYPHS.get(first.direction or "") or phrase("words.undecided"),
        )
    elif bare:
        yield passes(*(target_cell(row) for row in bare))


def _has_no_operator(row: ScoredIndicator) -> bool:
    return row.target.is_number and row.target.op is None and not row.direction_printed
