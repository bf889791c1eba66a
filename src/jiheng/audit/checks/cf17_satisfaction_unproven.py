"""CF17 satisfaction-unproven."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.proofs import (
    asked,
    can_give,
    contradiction,
    look_words,
    needs_everybody,
    proven_rows,
)
from jiheng.model.citation import Citation
from jiheng.model.proof import SUPPORTED, RowProof, Strength
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="CF17",
    name="satisfaction-unproven",
    severity="warning",
    since="0.1.0",
    reads=("indicators.level1", "indicators.level2", "indicators.name", "scores", "proofs"),
    sources=(
        Citation(title="自评复核口径", pinpoint="满意度没有调查资料的，不得分", verified=False),
    ),
)
def satisfaction_unproven(scored: ScoredForm) -> Iterator[Outcome]:
    """A satisfaction that scores has no survey, another result, or a figure nobody could give.

    Asked only where the papers of the form are given. So many people can give only so many
    shares: of 30, none is 98 %, and of 2, at least 95 % is both.

    ## Why it matters
    A share of people says nothing without the people.

    ## What to do
    Attach the answers with their day and number, and write the share that they give.
    """
    for row, proof in proven_rows(scored):
        if level2_of(row.row) == "satisfaction":
            yield _judged(row, proof)


def _judged(row: ScoredIndicator, proof: RowProof) -> Outcome:
    cells = (indicator_cell(row.index, "actual"), indicator_cell(row.index, "score"))
    mend = cells[:1]
    people, against = asked(proof), contradiction(proof)
    if people is not None and not can_give(row.actual, people):
        return fails(
            *cells,
            mend_at=mend,
            message="fails-figure",
            printed=row.actual.raw,
            name=row.row.name,
            count=str(people),
        )
    if against is not None and people is not None and needs_everybody(row.actual, people):
        return fails(
            *cells,
            mend_at=mend,
            message="fails-everybody",
            printed=row.actual.raw,
            name=row.row.name,
            count=str(people),
            found=look_words(against),
        )
    if against is not None:
        return fails(
            *cells,
            mend_at=mend,
            message="fails-differs",
            printed=row.actual.raw,
            name=row.row.name,
            found=look_words(against),
        )
    if proof.strength in SUPPORTED:
        return passes(*cells)
    return fails(
        *cells,
        mend_at=(),  # What is missing is a paper, not a cell.
        message="fails-unseen" if proof.strength is Strength.WEAK else "fails",
        severity="info" if proof.strength is Strength.WEAK else None,
        printed=row.actual.raw,
        name=row.row.name,
    )
