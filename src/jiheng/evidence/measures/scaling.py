"""What queries gave, in the unit of the measure."""

from fractions import Fraction

from jiheng.evidence.measures.queries import column_asked
from jiheng.model.ledger import Ledger
from jiheng.model.measure import Question, Ratio, Share, Sql
from jiheng.quantities.units import Unit, resolve
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.proofs import BadMeasure

_ONE = Fraction(1)


def factor(question: Question, unit: str | None, ledger: Ledger) -> Fraction:
    """Return by what the answer is multiplied to be in a unit.

    A count is of things, so that only 万 and 亿 before its unit count; a sum has the unit of its
    column; of two numbers divided, each has its own. What SQL gives is taken to be in the unit.

    Raises:
        BadMeasure: the unit measures something else than the column.

    Example:
        >>> from jiheng.model.measure import Count
        >>> from jiheng.rulebook.ledgers import load_ledger
        >>> factor(Count(table="payment"), "万人次", load_ledger("resident-pension"))
        Fraction(1, 10000)
    """
    wanted = resolve(unit) if unit is not None else None
    match question:
        case Sql():
            return _ONE
        case Share():
            return _ONE / _scale(wanted)
        case Ratio(of=of, to=to):
            return _base(of, ledger) / _base(to, ledger) / _scale(wanted)
        case _:
            return _single(question, unit, wanted, ledger)


def _single(question: Question, unit: str | None, wanted: Unit | None, ledger: Ledger) -> Fraction:
    column = column_asked(question, ledger)
    if column is None:
        return _ONE / _scale(wanted) if wanted is not None and wanted.is_scaled else _ONE
    if column.type in {"date", "month"}:
        if unit is not None:
            raise BadMeasure(phrase("proof.date-unit", unit=unit))
        return _ONE
    given = resolve(column.unit) if column.unit is not None else None
    if given is None or wanted is None:
        if column.unit != unit:
            raise _misfit(column.unit, unit)
        return _ONE
    if given.dimension != wanted.dimension:
        raise _misfit(column.unit, unit)
    return _scale(given) / _scale(wanted)


def _base(question: Question, ledger: Ledger) -> Fraction:
    """Return how many base units one of what a query gives is."""
    column = column_asked(question, ledger)
    if column is None or column.unit is None:
        return _ONE
    return _scale(resolve(column.unit))


def _scale(unit: Unit | None) -> Fraction:
    return _ONE if unit is None else Fraction(*unit.scale)


def _misfit(column: str | None, unit: str | None) -> BadMeasure:
    nothing = phrase("proof.no-unit")
    return BadMeasure(phrase("proof.unit-misfit", column=column or nothing, unit=unit or nothing))
