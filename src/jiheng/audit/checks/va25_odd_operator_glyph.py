"""VA25 odd-operator-glyph."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import row_cells
from jiheng.model.citation import Citation
from jiheng.quantities.normal import normalise
from jiheng.quantities.operators import GLYPHS
from jiheng.rulebook.phrases import series
from jiheng.rulebook.words import glyphs
from jiheng.scoring.scored import ScoredForm

_RUNS = r"[<>＜＞≥≤]\s*[=＝]|[=＝]\s*[<>＜＞]|[＜＞＝]"


class _Operator(NamedTuple):
    cell: str
    odd: str | None


@check(
    code="VA25",
    name="odd-operator-glyph",
    severity="info",
    since="0.1.0",
    reads=(
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "scores",
    ),
    sources=(
        Citation(
            title="云南永德县2022年度项目支出绩效自评表（公开14表）",
            places=("永德",),
            pinpoint="指标性质印作≧、═",
            verified=False,
        ),
    ),
)
def odd_operator_glyph(scored: ScoredForm) -> Iterator[Outcome]:
    """Operators are printed as look-alikes: ≧ or >= for ≥, ═ or ＝ for =.

    ## Why it matters
    They are read as they are meant, but other programs do not know them. A form that prints them
    throughout was printed so by its system; where both sorts stand, somebody typed them.

    ## What to do
    Write ≥, ≤, >, < and =.
    """
    operators = tuple(_operators(scored))
    odd = {operator.cell: operator.odd for operator in operators if operator.odd}
    if odd:
        printed = tuple(dict.fromkeys(odd.values()))
        is_system = len(odd) == len(operators) and len(odd) > 1
        yield fails(
            *odd,
            mend="system" if is_system else None,
            printed=series(printed),
            expected=series(dict.fromkeys(normalise(sign) for sign in printed)),
            count=str(len(odd)),
        )
    elif operators:
        yield passes(*(operator.cell for operator in operators))


def _operators(scored: ScoredForm) -> Iterator[_Operator]:
    """Yield each value that has an operator, with its glyph where that is an odd one."""
    usual = tuple(GLYPHS)
    for row in scored.indicators:
        cells = row_cells(row, "target", "actual")
        for cell, value in zip(cells, (row.target, row.actual), strict=True):
            if value.op is not None and value.normalised.startswith(usual):
                found = _odd().match(value.raw.strip())
                yield _Operator(cell, "".join(found[0].split()) if found else None)


@lru_cache(maxsize=1)
def _odd() -> re.Pattern[str]:
    single = (sign for sign, usual in glyphs().single.items() if usual in GLYPHS)
    return re.compile(f"{_RUNS}|[{''.join(single)}]")
