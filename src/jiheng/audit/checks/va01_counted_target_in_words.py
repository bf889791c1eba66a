"""VA01 counted-target-in-words."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.words import bare_name, has_digit
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import value_words
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="VA01",
    name="counted-target-in-words",
    severity="warning",
    since="0.1.0",
    reads=("indicators.name", "indicators.target", "indicators.adjusted_target", "scores"),
    sources=(
        Citation(
            title="财预〔2021〕101号",
            pinpoint="指标值应优先量化，不能量化的分档表述",
            verified=False,
        ),
    ),
    supersedes=("VA02",),
)
def counted_target_in_words(scored: ScoredForm) -> Iterator[Outcome]:
    """The name asks for a number (how many people, how many times), the target is words.

    ## Why it matters
    Without a number nobody can tell whether the target was reached.

    ## What to do
    Write the number that was planned; say in the name who is meant.
    """
    counted = value_words().counted_names
    for row in scored.indicators:
        if not bare_name(row.row.name).endswith(counted):
            continue
        cells = row_cells(row, "target", "name")
        if row.target.is_number:
            yield passes(*cells)
        elif _is_words(row):
            yield fails(*cells, mend_at=cells[:1], printed=row.target.raw, name=row.row.name)


def _is_words(row: ScoredIndicator) -> bool:
    target = row.target
    is_whole = target.normalised in value_words().all_of_it
    return target.is_words and not has_digit(target.normalised) and not is_whole
