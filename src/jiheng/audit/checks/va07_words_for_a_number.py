"""VA07 words-for-a-number."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.words import has_digit
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="VA07",
    name="words-for-a-number",
    severity="error",
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
            title="财预〔2020〕10号",
            pinpoint="定量指标以实际完成值与指标值比较",
            verified=False,
        ),
    ),
)
def words_for_a_number(scored: ScoredForm) -> Iterator[Outcome]:
    """The target is a number, the actual value only says that it is done.

    ## Why it matters
    The rule compares two numbers; without the second there is nothing to score.

    ## What to do
    Write the number that was reached.
    """
    for row in scored.indicators:
        # A number with words before it (最低标准提高至130元) is a worded target in most systems,
        # whose list of answers has only completion phrases.
        if not row.target.is_number or row.target.prefix:
            continue
        cells = row_cells(row, "actual", "target")
        if row.actual.is_number:
            yield passes(*cells)
        elif _says_only_done(row):
            yield fails(
                *cells,
                mend_at=cells[:1],
                printed=row.actual.raw,
                target=row.target.raw,
                name=row.row.name,
                # "30分钟内响应" asks for a time, but may be read as a sentence.
                severity="warning" if row.target.note else None,
            )


def _says_only_done(row: ScoredIndicator) -> bool:
    return row.actual.is_words and not has_digit(row.actual.normalised)
