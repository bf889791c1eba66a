"""ID01 filled-before-year-end."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="ID01",
    name="filled-before-year-end",
    severity="warning",
    since="0.1.0",
    reads=("filled_on", "year"),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="单位自评在预算年度终了后对全年执行情况进行",
            verified=False,
        ),
    ),
)
def filled_before_year_end(scored: ScoredForm) -> Iterator[Outcome]:
    """The form was filled in before the year that it reports was over.

    ## Why it matters
    Full-year values, interest and satisfaction among them, cannot be known before the year ends.

    ## What to do
    Check the values against those of the year's end and date the form anew.
    """
    form = scored.form
    if form.filled_on is None or form.year is None:
        return
    last_day = f"{form.year}-12-31"
    if form.filled_on <= last_day:
        yield fails(
            "filled_on", "year", mend_at=("filled_on",), printed=form.filled_on, year=str(form.year)
        )
    else:
        yield passes("filled_on", "year")
