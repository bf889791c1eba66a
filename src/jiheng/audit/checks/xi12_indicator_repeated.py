"""XI12 indicator-repeated."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import money_words, yuan_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.names import bare_name
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import reasons
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="XI12",
    name="indicator-repeated",
    severity="warning",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.level1",
        "indicators.level2",
        "indicators.goal",
        "scores",
    ),
    sources=(
        Citation(title="财预〔2015〕88号", pinpoint="绩效目标审核：相关性、适当性", verified=False),
    ),
)
def indicator_repeated(scored: ScoredForm) -> Iterator[Outcome]:
    """One indicator stands in the form more than once.

    The name is the same, or one amount of money is scored both as cost and as another output.

    ## Why it matters
    The same fact is paid for with points twice; a re-check scores one row and gives the other 0.

    ## What to do
    Keep the row that fits its level best, and measure something else with the other.
    """
    named: dict[tuple[int | None, str], list[int]] = {}
    for row in scored.indicators:
        name = bare_name(row.row.name)
        if len(name) > 1 and name not in reasons().nothing:
            named.setdefault((row.row.goal, name), []).append(row.index)
    repeated = [rows for rows in named.values() if len(rows) > 1]
    for rows in repeated:
        yield _same_name(rows, scored)
    amounts = tuple(_same_amounts(scored))
    yield from amounts
    if not repeated and not amounts and len(scored.indicators) > 1:
        yield passes(*(indicator_cell(row.index, "name") for row in scored.indicators))


def _same_name(rows: list[int], scored: ScoredForm) -> Outcome:
    levels = (scored.form.indicators[index].level2 or "" for index in rows)
    return fails(
        *(indicator_cell(index, "name") for index in rows),
        name=scored.form.indicators[rows[0]].name,
        times=str(len(rows)),
        levels=series(dict.fromkeys(level for level in levels if level)),
    )


def _same_amounts(scored: ScoredForm) -> Iterator[Outcome]:
    """Yield the rows outside 成本 whose amount of money is that of a cost row."""
    costs = [row for row in scored.indicators if level2_of(row.row) == "cost"]
    for row in scored.indicators:
        kind = level2_of(row.row)
        if kind not in {"quantity", "quality"} or not yuan_of(row.actual):
            continue
        twin = next((cost for cost in costs if _is_same(row, cost)), None)
        if twin is not None and bare_name(twin.row.name) != bare_name(row.row.name):
            yield fails(
                indicator_cell(row.index, "name"),
                indicator_cell(twin.index, "name"),
                mend_at=(indicator_cell(row.index, "name"),),
                message="fails-same-amount",
                name=row.row.name,
                other=twin.row.name,
                level=row.row.level2 or "",
                amount=money_words(yuan_of(row.actual) or Fraction(0)),
            )


def _is_same(row: ScoredIndicator, cost: ScoredIndicator) -> bool:
    return (yuan_of(row.target), yuan_of(row.actual)) == (
        yuan_of(cost.target),
        yuan_of(cost.actual),
    )
