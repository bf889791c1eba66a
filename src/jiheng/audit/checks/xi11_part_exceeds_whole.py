"""XI11 part-exceeds-whole."""

import re
from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.rows import target_cell
from jiheng.model.citation import Citation
from jiheng.model.quantity import Quantity
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

# ★其中: 女性人数; 指标2：其中，新造林
_PART = re.compile(r"[\W_\d]*(?:指标\d*[\W_]*)?其中")
_SHARES = frozenset({"ratio", "time", "month", "working-day"})
_CEILINGS = frozenset({"le", "lt"})


@check(
    code="XI11",
    name="part-exceeds-whole",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.level1",
        "indicators.level2",
        "indicators.target",
        "indicators.adjusted_target",
        "scores",
    ),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def part_exceeds_whole(scored: ScoredForm) -> Iterator[Outcome]:
    """A row that begins with 其中 counts more than the row of which it is a part.

    The whole is the nearest row above without 其中, under the same level and in the same unit.
    Rates and times have no parts. Parts may overlap, so that their sum proves nothing.

    ## Why it matters
    A part cannot be larger than its whole; one of the two numbers is wrong.

    ## What to do
    Count both again; a row that is no part of the one above should not begin with 其中.
    """
    whole: ScoredIndicator | None = None
    for row in scored.indicators:
        if not _PART.match(row.row.name):
            whole = row
        elif whole is not None and _level(whole) == _level(row):
            yield from _compared(row, whole)


def _level(row: ScoredIndicator) -> tuple[str | None, str | None]:
    return row.row.level1, row.row.level2


def _compared(part: ScoredIndicator, whole: ScoredIndicator) -> Iterator[Outcome]:
    """Yield the targets beside each other, then the actual values; a ceiling of a part is none."""
    if part.target.op not in _CEILINGS:
        cells = (target_cell(part), target_cell(whole))
        yield from _beside("fails-target", cells, part.target, whole.target, part, whole)
    cells = (indicator_cell(part.index, "actual"), indicator_cell(whole.index, "actual"))
    yield from _beside("fails", cells, part.actual, whole.actual, part, whole)


def _beside(
    message: str,
    cells: tuple[str, str],
    small: Quantity,
    large: Quantity,
    part: ScoredIndicator,
    whole: ScoredIndicator,
) -> Iterator[Outcome]:
    one, other = value_of(small), value_of(large)
    dimension = small.dimension or ""
    is_countable = dimension not in _SHARES and "/" not in dimension
    if one is None or other is None or small.dimension != large.dimension or not is_countable:
        return
    if one <= other:
        yield passes(*cells)
    else:
        yield fails(
            *cells,
            message=message,
            printed=small.raw,
            expected=large.raw,
            name=part.row.name,
            whole=whole.row.name,
        )
