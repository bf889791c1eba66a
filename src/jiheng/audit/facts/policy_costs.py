"""The registered formula of a form's project, with the numbers that form or ledgers give."""

from fractions import Fraction

from jiheng.audit.cells import indicator_cell
from jiheng.audit.facts.figures import half_last_digit, value_of
from jiheng.audit.facts.policy_formulas import Given, Worked, months_of, worked
from jiheng.model.proof import MeasuredValue
from jiheng.quantities import parse
from jiheng.rulebook.policies import Formula, Term, formulas
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_UNITS = {"money": "元", "people": "人", "人月": "人月"}
"""The unit in which a number of this dimension is given; heads do for a term in 人*月."""


def formula_of(scored: ScoredForm) -> Formula | None:
    """Return the formula by which the project is paid, where the register knows one there."""
    project = scored.form.project.name or ""
    return next(
        (
            formula
            for formula in formulas()
            if formula.holds_in(scored.pack.places) and formula.is_for(project)
        ),
        None,
    )


def worked_from_form(formula: Formula, scored: ScoredForm) -> Worked | None:
    """Return what a formula comes to by the actual values of a form, or None where one lacks."""
    given = (_given(term, scored) for term in formula.open_terms)
    return worked(formula, tuple(each for each in given if each is not None))


def measures_asked(formula: Formula | None) -> frozenset[str]:
    """Return the ids of the measures that give a formula its numbers."""
    terms = () if formula is None else formula.open_terms
    return frozenset(name for term in terms for name in term.measures)


def worked_from_ledgers(formula: Formula, scored: ScoredForm) -> Worked | None:
    """Return what a formula comes to by values measured in ledgers, or None where one lacks."""
    found = () if scored.proofs is None else scored.proofs.measured
    given = (_measured(term, found) for term in formula.open_terms)
    return worked(formula, tuple(each for each in given if each is not None))


def _measured(term: Term, found: tuple[MeasuredValue, ...]) -> Given | None:
    """Return what the best of a term's measures gave; another unit is another measure's."""
    ranked = (each for name in term.measures for each in found if each.measure == name)
    best = next(ranked, None)
    quantity = None if best is None else parse(f"{best.value}{best.unit or ''}")
    amount = value_of(quantity)
    unit = _UNITS.get(quantity.dimension or "") if quantity is not None else None
    if best is None or quantity is None or amount is None or unit is None:
        return None
    if amount < 0 or months_of(term, unit) is None:
        return None
    slack = half_last_digit(quantity) if unit == "元" else Fraction(0)
    return Given(term=term.name, amount=amount, unit=unit, slack=slack, at=best.paper)


def _given(term: Term, scored: ScoredForm) -> Given | None:
    """Return the one actual value that a term is about; two that differ tell nothing."""
    rows = [row for row in scored.indicators if _is_about(term, row)]
    amount = value_of(rows[0].actual) if len(rows) == 1 else None
    if amount is None:
        return None
    actual = rows[0].actual
    return Given(
        term=term.name,
        amount=amount,
        unit=_UNITS[actual.dimension or ""],
        slack=half_last_digit(actual) if actual.dimension == "money" else Fraction(0),
        at=indicator_cell(rows[0].index, "actual"),
    )


def _is_about(term: Term, row: ScoredIndicator) -> bool:
    is_named = bool(term.marks) and all(word in row.row.name for word in term.marks)
    wanted = "money" if term.unit == "元" else "people"
    return is_named and row.actual.dimension == wanted
