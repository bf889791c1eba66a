"""XI14 kind-missing."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.levels import LEVEL_WORDS, Level2, is_output, level2_of
from jiheng.model.citation import Citation
from jiheng.model.form import Indicator
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm

_OUTPUTS: tuple[Level2, ...] = ("quantity", "quality", "timeliness")
_BENEFITS = frozenset({"economic", "social", "ecological", "lasting"})


@check(
    code="XI14",
    name="kind-missing",
    severity="warning",
    since="0.1.0",
    reads=("kind", "indicators.level1", "indicators.level2"),
    sources=(
        Citation(
            title="财预〔2021〕101号", pinpoint="产出指标和效益指标为必设指标", verified=False
        ),
    ),
)
def kind_missing(scored: ScoredForm) -> Iterator[Outcome]:
    """A kind of indicator is missing that every project needs.

    That is outputs of more than one kind, and benefits. A missing
    satisfaction indicator is only mentioned, since some projects serve nobody outside. Forms
    that print no levels, or levels of their own, are left alone.

    ## Why it matters
    A form with one kind of output cannot show whether the work was done well, or in time.

    ## What to do
    Add the kinds that are missing when targets are set the next time.
    """
    rows = scored.form.indicators
    if scored.form.kind != "self-evaluation" or not rows or not all(_is_known(row) for row in rows):
        return
    cells = tuple(indicator_cell(index, "level2") for index in range(len(rows)))
    lacking = _required(rows)
    if lacking:
        yield fails(
            *cells, mend_at=("form",), printed=series(LEVEL_WORDS[kind] for kind in lacking)
        )
    elif not any(level2_of(row) == "satisfaction" for row in rows):
        yield fails(*cells, mend_at=("form",), severity="info", printed=LEVEL_WORDS["satisfaction"])
    else:
        yield passes(*cells)


def _is_known(row: Indicator) -> bool:
    """Whether a row stands under one of the official kinds."""
    return level2_of(row) is not None or is_output(row) or _is_benefit(row)


def _is_benefit(row: Indicator) -> bool:
    return level2_of(row) in _BENEFITS or "效益" in (row.level1 or "")


def _required(rows: tuple[Indicator, ...]) -> tuple[str, ...]:
    """Return the kinds that are missing and may not be."""
    outputs = [row for row in rows if is_output(row)]
    if not outputs:
        return ("output",)
    missing = () if any(_is_benefit(row) for row in rows) else ("benefit",)
    kinds = {level2_of(row) for row in outputs}
    if None in kinds or len(kinds) > 1:
        return missing
    return (*(kind for kind in _OUTPUTS if kind not in kinds), *missing)
