"""GO02 level-without-indicators."""

from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, cell_of, fails_across, of_kind, passes_across
from jiheng.audit.facts.levels import LEVEL_WORDS, is_output, level2_of
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm

_BENEFITS = frozenset({"economic", "social", "ecological", "lasting"})
_FEW = 2


@check(
    code="GO02",
    name="level-without-indicators",
    severity="warning",
    since="0.1.0",
    reads=("kind", "indicators.level1", "indicators.level2", "indicators.name"),
    sources=(
        Citation(title="财预〔2015〕88号", pinpoint="绩效指标：产出、效益和满意度", verified=False),
    ),
)
def level_without_indicators(forms: Forms) -> Iterator[RunOutcome]:
    """A goal table has no indicator of output, or none of benefit.

    A single indicator of output is only told: one number seldom says what a project does.

    ## Why it matters
    What is not asked for at the start cannot be evaluated at the end.

    ## What to do
    Add an indicator that says what is done, and one that says what comes of it.
    """
    for scored in of_kind(forms, "goal-table"):
        if not scored.form.indicators or not _has_levels(scored):
            continue
        counted = {"output": _outputs(scored), "benefit": _benefits(scored)}
        missing = [LEVEL_WORDS[name] for name, count in counted.items() if not count]
        cell = cell_of(scored, "indicators[0].level1")
        if missing:
            yield fails_across(cell, printed=series(missing))
        elif counted["output"] < _FEW:
            yield fails_across(cell, message="fails-single", severity="info")
        else:
            yield passes_across(cell)


def _has_levels(scored: ScoredForm) -> bool:
    """Whether every row says of which level it is; else a level may only be unread."""
    return all(row.level1 or level2_of(row) for row in scored.form.indicators)


def _outputs(scored: ScoredForm) -> int:
    return sum(is_output(row) for row in scored.form.indicators)


def _benefits(scored: ScoredForm) -> int:
    return sum(
        level2_of(row) in _BENEFITS or "效" in (row.level1 or "") for row in scored.form.indicators
    )
