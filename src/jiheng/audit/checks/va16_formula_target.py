"""VA16 formula-target."""

import re
from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.formulas import solve
from jiheng.audit.facts.rows import target_cell
from jiheng.model.citation import Citation
from jiheng.quantities.units import resolve
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_WORD = re.compile(r"[\u4e00-\u9fff]{2,}")


@check(
    code="VA16",
    name="formula-target",
    severity="warning",
    since="0.1.0",
    reads=(
        "project.name",
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "scores",
    ),
    sources=(
        Citation(
            title="六盘水市项目支出绩效目标自评表（2023年度）",
            places=("六盘水",),
            pinpoint="年度指标值(A)：以算式表示的补助标准",
            verified=True,
        ),
    ),
)
def formula_target(scored: ScoredForm) -> Iterator[Outcome]:
    """The target is a formula whose inputs stand nowhere in the form.

    A formula of one unknown is solved from the money spent, and what that makes by the head is
    shown; a sum by the head that nobody can have paid is told.

    ## Why it matters
    Nobody who reads the form can work the target out, so nobody can check the score.

    ## What to do
    Write the result of the formula as the target, and the formula in brackets behind it.
    """
    for row in scored.indicators:
        if row.target.kind != "formula":
            continue
        cell = target_cell(row)
        if _needs_inputs(row.target.normalised):
            yield fails(cell, printed=row.target.raw, name=row.row.name)
            yield from _solved(row, scored)
        else:
            yield passes(cell)


def _solved(row: ScoredIndicator, scored: ScoredForm) -> Iterator[Outcome]:
    solved = solve(row, scored)
    if solved is None:
        return
    work, heads = solved.arithmetic, solved.per_head_words
    if solved.range is None:
        message = "passes-solved" if solved.per_head is None else "passes-heads"
        yield passes(*solved.at, message=message, sum=work, heads=heads)
        return
    known = phrase("words.yuan-range", least=str(solved.range.least), most=str(solved.range.most))
    source = solved.range.source
    if solved.is_plausible:
        message = "passes-plausible"
        yield passes(
            *solved.at, message=message, sum=work, heads=heads, known=known, source=source.title
        )
    else:
        yield fails(
            *solved.at,
            message="fails-implausible",
            severity="info",
            law=source,
            expected=known,
            sum=work,
            heads=heads,
            source=source.title,
        )


def _needs_inputs(formula: str) -> bool:
    """Whether words other than units stand in the formula (7×24小时 can be worked out)."""
    return any(resolve(word) is None for word in _WORD.findall(formula))
