"""TX09 problems-denied."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.deviations import short_rows
from jiheng.audit.facts.words import quoted_names
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import text_words
from jiheng.scoring.scored import ScoredForm


@check(
    code="TX09",
    name="problems-denied",
    severity="warning",
    since="0.2.0",
    reads=("texts", "indicators.name", "indicators.weight", "indicators.score"),
    sources=(
        Citation(
            title="四川省部门预算项目支出绩效自评表（2023年度）",
            places=("四川",),
            pinpoint="存在问题、改进措施两栏",
            verified=False,
        ),
    ),
)
def problems_denied(scored: ScoredForm) -> Iterator[Outcome]:
    """The form says that there are no problems, and yet indicators lost points.

    Points of budget execution alone do not count: money may have been saved.

    ## Why it matters
    Where points were lost something went wrong, or the points should not have been taken.

    ## What to do
    Say what the problem was, as the reasons of these rows do; or correct the scores.
    """
    short = tuple(short_rows(scored.form))
    for at, text in enumerate(scored.form.texts):
        if "问题" not in text.label or not text.text:
            continue
        cell = f"texts[{at}].text"
        scores = tuple(indicator_cell(index, "score") for index, _ in short)
        if text.text.strip(" 。.，,；;") not in text_words().no_problem or not short:
            yield passes(cell, *scores)
            continue
        yield fails(
            cell,
            *scores,
            mend_at=(cell,),
            printed=text.text,
            label=text.label,
            names=quoted_names(tuple(row.name for _, row in short)),
            count=str(len(short)),
        )
