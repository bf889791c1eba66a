"""GO04 explanation-boilerplate."""

from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, Place, fails_across, of_kind, passes_across
from jiheng.audit.facts.names import bare_text
from jiheng.model.citation import Citation

_FEW = 3


@check(
    code="GO04",
    name="explanation-boilerplate",
    severity="info",
    since="0.1.0",
    reads=("kind", "indicators.name", "indicators.method"),
    sources=(
        Citation(title="财预〔2021〕101号", pinpoint="指标解释、评分标准、来源", verified=False),
    ),
)
def explanation_boilerplate(forms: Forms) -> Iterator[RunOutcome]:
    """All indicators of a goal table, three at least, are explained by one and the same text.

    ## Why it matters
    What fits every indicator explains none.

    ## What to do
    Say of each indicator what it counts, how, and from which records.
    """
    for scored in of_kind(forms, "goal-table"):
        rows = [row for row in scored.indicators if row.row.method]
        if len(rows) < _FEW:
            continue
        cells = tuple(Place(form=scored, row=row).cell("method") for row in rows)
        texts = {bare_text(row.row.method or "") for row in rows}
        if len(texts) == 1:
            yield fails_across(*cells, printed=rows[0].row.method or "", count=str(len(rows)))
        else:
            yield passes_across(*cells)
