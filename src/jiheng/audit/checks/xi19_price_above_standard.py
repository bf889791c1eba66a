"""XI19 price-above-standard."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import money_words, value_of
from jiheng.audit.facts.rows import row_cells
from jiheng.model.citation import Citation
from jiheng.rulebook.spending_standards import SpendingStandard, spending_standards
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="XI19",
    name="price-above-standard",
    severity="info",
    since="0.1.0",
    reads=(
        "year",
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2021〕101号", pinpoint="成本指标值不高于预算支出标准", verified=False
        ),
    ),
)
def price_above_standard(scored: ScoredForm) -> Iterator[Outcome]:
    """A unit price lies above the official standard for it.

    The register holds ceilings of central units that nobody has read for it, and places set
    their own; so the check only informs, and cites the text.

    ## Why it matters
    What is paid by the head or the day is paid by a standard; more needs a permission.

    ## What to do
    Name the standard that holds in the place, or correct the price.
    """
    for row in scored.indicators:
        dimension = row.target.dimension or row.actual.dimension
        standard = next(
            (
                one
                for one in spending_standards()
                if one.is_for(row.row.name, dimension, scored.form.year)
            ),
            None,
        )
        if standard is not None:
            yield _held_against(row, standard)


def _held_against(row: ScoredIndicator, standard: SpendingStandard) -> Outcome:
    prices = tuple(
        (field, quantity)
        for field, quantity in (("target", row.target), ("actual", row.actual))
        if quantity.dimension in standard.dimensions
    )
    above = [each for each in prices if (value_of(each[1]) or 0) > standard.ceiling]
    if not above:
        return passes(*row_cells(row, *(field for field, _ in prices)))
    return fails(
        *row_cells(row, *(field for field, _ in above)),
        printed=above[0][1].raw,
        expected=money_words(Fraction(standard.ceiling)),
        law=standard.source,
        name=row.row.name,
        standard=standard.title,
        clause=standard.pinpoint,
    )
