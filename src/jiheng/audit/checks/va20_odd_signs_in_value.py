"""VA20 odd-signs-in-value."""

import re
from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.words import quoted_names
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

# Placeholders (**, ___) and the strokes of units and formulas (元/人*月) are none.
_ODD = re.compile(
    r"(?<=[\u4e00-\u9fff])[ \t\u00a0\u3000]+(?=[\u4e00-\u9fff])"
    r"|(?<=\d)[ \t\u00a0\u3000]+(?=\d)"
    r"|[\u200b-\u200f\u2060\ufeff\u00ad]"
    r"|(?<!_)_{1,2}(?!_)|[★☆※●◆▲△]"
    r"|(?<![\w%)）*])\*(?![*\s]|$)|(?<=[\w%)）])\*$"
    r"|^['‘“\"`](?=\W*\d)|(?<=[\d%\u4e00-\u9fff])['’\"`]$"
)
_NO_VALUE = frozenset({"blank", "placeholder"})


@check(
    code="VA20",
    name="odd-signs-in-value",
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
            title="预算绩效管理系统导入要求",
            pinpoint="指标值中不得有空格和特殊符号",
            verified=False,
        ),
    ),
)
def odd_signs_in_value(scored: ScoredForm) -> Iterator[Outcome]:
    """Blanks inside a word or number, or signs that mean nothing, stand in a value.

    ## Why it matters
    The value is read all the same, but systems refuse to import it, and a search does not find it.

    ## What to do
    Delete the blanks and signs.
    """
    values = tuple(
        (row, cell, value)
        for row in scored.indicators
        for cell, value in zip(
            row_cells(row, "target", "actual"), (row.target, row.actual), strict=True
        )
        if value.kind not in _NO_VALUE
    )
    odd = tuple((row, cell, value) for row, cell, value in values if _ODD.search(value.raw.strip()))
    if odd:
        yield fails(
            *(cell for _, cell, _ in odd),
            printed=odd[0][2].raw.strip(),
            names=quoted_names(tuple(row.row.name for row, _, _ in odd)),
            count=str(len(odd)),
        )
    elif values:
        yield passes(*(cell for _, cell, _ in values))
