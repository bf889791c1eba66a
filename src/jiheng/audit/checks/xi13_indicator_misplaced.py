"""XI13 indicator-misplaced."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.levels import LEVEL_WORDS, level2_of
from jiheng.audit.facts.names import bare_name
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import Placing, placings_under
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="XI13",
    name="indicator-misplaced",
    severity="warning",
    since="0.1.0",
    reads=("indicators.name", "indicators.level1", "indicators.level2", "doubts", "scores"),
    sources=(
        Citation(title="财预〔2021〕101号", pinpoint="绩效指标的类型和设置要求", verified=False),
    ),
)
def indicator_misplaced(scored: ScoredForm) -> Iterator[Outcome]:
    """An indicator stands under a second level that its name does not fit.

    A word list says what fits; a row whose level the reader doubts is left alone.

    ## How sure
    Labelled names in `tests/audit/labelled/xi13.yaml`: 52 told, 52 rightly, 3 missed. Before the
    list was mended by them, 50 of 54 were right.

    ## Why it matters
    A re-check may give a misplaced row no points, and the level it should fill stays empty.

    ## What to do
    Move the row to the level named, or measure what the present level asks for.
    """
    doubted = {doubt.at for doubt in scored.form.doubts}
    placed: list[str] = []
    for row in scored.indicators:
        kind = level2_of(row.row)
        cell = indicator_cell(row.index, "level2")
        if kind is None or cell in doubted:
            continue
        rule = next((rule for rule in placings_under(kind) if _fits(rule, row)), None)
        if rule is None:
            placed.append(cell)
            continue
        yield fails(
            indicator_cell(row.index, "name"),
            cell,
            printed=row.row.level2 or row.row.level1 or LEVEL_WORDS[kind],
            expected=phrase(f"words.level.{rule.belongs}"),
            name=row.row.name,
        )
    if placed and len(placed) == len(scored.indicators):
        yield passes(*placed)


def _fits(rule: Placing, row: ScoredIndicator) -> bool:
    name = bare_name(row.row.name)
    if rule.dimension and row.target.dimension != rule.dimension:
        return False
    if any(word in name for word in rule.unless):
        return False
    return any(word in name for word in rule.marks) or name.endswith(rule.endings)
