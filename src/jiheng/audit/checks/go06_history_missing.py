"""GO06 history-missing."""

from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, Place, cell_of, fails_across, of_kind, passes_across
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.names import bare_name
from jiheng.audit.facts.words import quoted_names
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_LAST_YEAR = ("上年", "去年", "历史")


@check(
    code="GO06",
    name="history-missing",
    severity="info",
    since="0.1.0",
    reads=("kind", "texts", "indicators.name", "indicators.target", "scores"),
    sources=(Citation(title="绩效目标表", pinpoint="上年实际实现值一栏", verified=False),),
)
def history_missing(forms: Forms) -> Iterator[RunOutcome]:
    """A goal table has a column for what was reached last year, and leaves rows of it blank.

    Only rows whose target is a number; a table without such a column is not asked for it.

    ## Why it matters
    Whether a target is high or low shows beside last year's result.

    ## What to do
    Enter last year's result; for what is new this year write so.
    """
    for scored in of_kind(forms, "goal-table"):
        for at, text in enumerate(scored.form.texts):
            if not any(word in text.label for word in _LAST_YEAR) or "：" not in (text.text or ""):
                continue
            told = {bare_name(line.partition("：")[0]) for line in (text.text or "").splitlines()}
            yield _compared(scored, at, told)


def _compared(scored: ScoredForm, at: int, told: set[str]) -> RunOutcome:
    numbers = [row for row in scored.indicators if value_of(row.target) is not None]
    blank = [row for row in numbers if bare_name(row.row.name) not in told]
    cell = cell_of(scored, f"texts[{at}].text")
    if not blank:
        return passes_across(cell)
    return fails_across(
        cell,
        *(Place(form=scored, row=row).cell("target") for row in blank),
        printed=scored.form.texts[at].label,
        count=str(len(blank)),
        where=quoted_names(tuple(row.row.name for row in blank)),
    )
