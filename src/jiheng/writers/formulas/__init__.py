"""Formulas for what a form works out from its own cells: rates, scores, sums, points, grade.

A cell has one only where it gives exactly what is printed there; any other printed value is the
form's own and stays. An empty form has them wherever its rule is as simple.
"""

from decimal import Decimal, InvalidOperation

from jiheng.rulebook.layouts import Layout
from jiheng.scoring.scored import ScoredForm
from jiheng.writers.formulas.candidates import Candidate
from jiheng.writers.formulas.grade import grade
from jiheng.writers.formulas.indicators import indicator_scores
from jiheng.writers.formulas.money import execution_score, rates
from jiheng.writers.formulas.sums import heading_points, sums
from jiheng.writers.formulas.worksheet import Worksheet
from jiheng.writers.layout.formula import Formula, Place
from jiheng.writers.layout.laid_out import LaidOut

_MAKERS = (rates, execution_score, indicator_scores, sums, heading_points, grade)


def live_formulas(scored: ScoredForm, laid: LaidOut, layout: Layout) -> dict[Place, Formula]:
    """Return the formulas that give what the form prints, by place."""
    sheet = Worksheet(scored=scored, laid=laid, layout=layout)
    candidates = (candidate for make in _MAKERS for candidate in make(sheet))
    return {each.place: each.formula for each in candidates if _gives(each, sheet)}


def _gives(candidate: Candidate, sheet: Worksheet) -> bool:
    """Whether the formula gives what is printed in its place."""
    printed, shows = sheet.text_at(candidate.place), candidate.formula.shows
    return printed == shows or (
        candidate.formula.kind == "number" and _decimal(printed) == _decimal(shows) is not None
    )


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
