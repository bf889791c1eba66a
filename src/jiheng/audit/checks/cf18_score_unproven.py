"""CF18 score-unproven."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.proofs import contradiction, look_words, proven_rows
from jiheng.audit.facts.words import quoted_names
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.model.proof import RowProof, Strength
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_BARE = frozenset({Strength.WORDS, Strength.NONE})


@check(
    code="CF18",
    name="score-unproven",
    severity="warning",
    since="0.1.0",
    reads=("indicators.level1", "indicators.level2", "indicators.name", "scores", "proofs"),
    sources=(Citation(title="自评复核口径", pinpoint="没有佐证材料的，不得分", verified=False),),
)
def score_unproven(scored: ScoredForm) -> Iterator[Outcome]:
    """Scores rest on nothing but words, or a paper says something else than the form.

    Asked only where the papers of the form are given. Satisfaction is CF17's.

    ## Why it matters
    A value that nobody can prove is a claim; a re-check gives no points for it.

    ## What to do
    Attach what proves the value, or write the value that the papers give.
    """
    rows = [each for each in proven_rows(scored) if level2_of(each[0].row) != "satisfaction"]
    yield from (_compared(row, proof) for row, proof in rows if proof.strength not in _BARE)
    bare = [row for row, proof in rows if proof.strength in _BARE]
    if bare:
        yield _told_together(bare)


def _compared(row: ScoredIndicator, proof: RowProof) -> Outcome:
    cells = (indicator_cell(row.index, "actual"), indicator_cell(row.index, "score"))
    against = contradiction(proof)
    if against is None:
        return passes(*cells)
    return fails(
        *cells,
        mend_at=cells[:1],
        message="fails-differs",
        printed=row.actual.raw,
        severity="error" if against.kind == "measured" else None,
        name=row.row.name,
        found=look_words(against),
    )


def _told_together(rows: list[ScoredIndicator]) -> Outcome:
    points = sum(row.item.printed or 0 for row in rows)
    return fails(
        *(indicator_cell(row.index, "score") for row in rows),
        mend_at=(),  # What is missing is a paper, not a cell.
        printed=format_points(points),
        names=quoted_names(tuple(row.row.name for row in rows)),
        count=str(len(rows)),
    )
