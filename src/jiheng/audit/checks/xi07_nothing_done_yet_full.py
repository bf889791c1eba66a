"""XI07 nothing-done-yet-full."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.counts import CountRow, count_rows
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.objects import are_about_one_thing
from jiheng.audit.facts.words import mentions, quoted_names
from jiheng.model.citation import Citation
from jiheng.rulebook.relations import relations
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_CEILINGS = frozenset({"le", "lt"})


@check(
    code="XI07",
    name="nothing-done-yet-full",
    severity="error",
    since="0.1.0",
    reads=("indicators.name", "indicators.level1", "indicators.level2", "scores"),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评结果客观、真实", verified=False),
    ),
)
def nothing_done_yet_full(scored: ScoredForm) -> Iterator[Outcome]:
    """Nothing was done, yet the quality or the timeliness of it got full marks.

    An error where every count is 0; where others were done, a doubt on the rows that speak of
    what was not. Rows on rules, papers, money and faults can be full all the same, and so can
    ceilings.

    ## Why it matters
    What was not done was neither done well nor in time.

    ## What to do
    Score such rows 0, or correct the count.
    """
    counts = count_rows(scored)
    idle = tuple(count for count in counts if not count.actual)
    busy = tuple(count for count in counts if count.actual)
    full = tuple(row for row in scored.indicators if _is_full(row) and _belongs(row, idle, busy))
    if idle and full:
        yield fails(
            *(indicator_cell(count.row.index, "actual") for count in idle),
            *(indicator_cell(row.index, "score") for row in full),
            mend_at=tuple(indicator_cell(row.index, "score") for row in full),
            severity="warning" if busy else None,
            names=quoted_names(tuple(count.row.row.name for count in idle)),
            full=quoted_names(tuple(row.row.name for row in full)),
        )
    elif counts:
        yield passes(*(indicator_cell(count.row.index, "actual") for count in counts))


def _is_full(row: ScoredIndicator) -> bool:
    """Whether a row of quality or timeliness got full marks that need work done."""
    if level2_of(row.row) not in {"quality", "timeliness"}:
        return False
    if row.target.is_number and row.direction in _CEILINGS:
        return False
    is_full = bool(row.item.weight) and row.item.printed == row.item.weight
    return is_full and not mentions(row.row.name, relations().without_work)


def _belongs(row: ScoredIndicator, idle: tuple[CountRow, ...], busy: tuple[CountRow, ...]) -> bool:
    """Whether a row speaks of what was not done: all do where nothing was."""
    return not busy or (
        any(are_about_one_thing(row.row.name, count.row.row.name) for count in idle)
        and not any(are_about_one_thing(row.row.name, count.row.row.name) for count in busy)
    )
