"""CF07 scores-all-alike."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    by_unit_and_year,
    cell_of,
    fails_across,
    judged,
    passes_across,
    unit_of,
    unit_words,
)
from jiheng.model.citation import Citation
from jiheng.model.decimals import decimal_words
from jiheng.model.points import format_points

_FEW = 3
_FAR = 500
"""A unit this many 1/100 points above the others is told."""


@check(
    code="CF07",
    name="scores-all-alike",
    severity="info",
    since="0.1.0",
    reads=("reporting_unit", "year", "project.implementing_unit", "total.score", "scores"),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评结果真实、客观", verified=False),
    ),
)
def scores_all_alike(forms: Forms) -> Iterator[RunOutcome]:
    """All forms of a unit have one score, or the unit stands far above all others.

    Told from three forms on; the comparison with others needs two other units.

    ## Why it matters
    Scores that never differ, or are always the best, tell a reviewer where to look first.

    ## What to do
    Nothing in the form; the reviewer may draw these forms for a re-check.
    """
    everyone = tuple(scored for scored in judged(forms) if scored.printed_total is not None)
    units = {unit_of(scored) for scored in everyone}
    for group in by_unit_and_year(forms):
        totals = [
            (scored, scored.printed_total) for scored in group if scored.printed_total is not None
        ]
        if len(totals) < _FEW:
            continue
        unit = unit_words(totals[0][0])
        cells = tuple(cell_of(scored, "total.score") for scored, _ in totals)
        mine = Fraction(sum(total for _, total in totals), len(totals))
        rest = _mean_of_others(everyone, unit_of(totals[0][0]))
        if len({total for _, total in totals}) == 1:
            score = format_points(totals[0][1])
            yield fails_across(*cells, printed=score, unit=unit, count=str(len(totals)))
        elif len(units) >= _FEW and rest is not None and mine - rest >= _FAR:
            yield fails_across(
                *cells,
                message="fails-above",
                unit=unit,
                printed=decimal_words(mine / 100, 2),
                expected=decimal_words(rest / 100, 2),
                difference=decimal_words((mine - rest) / 100, 2),
            )
        else:
            yield passes_across(*cells)


def _mean_of_others(forms: Forms, unit: str | None) -> Fraction | None:
    totals = [scored.printed_total or 0 for scored in forms if unit_of(scored) != unit]
    return Fraction(sum(totals), len(totals)) if totals else None
