"""Conditions on rows as SQL; every value becomes a literal of its column's type."""

import re
from collections.abc import Callable

from jiheng.evidence.measures.interval import Interval
from jiheng.model.ledger import LedgerColumn, LedgerTable
from jiheng.model.measure import Filter
from jiheng.rulebook.phrases import Told, phrase, series
from jiheng.rulebook.proofs import BadMeasure

_INTEGER = re.compile(r"-?\d{1,18}")
_DECIMAL = re.compile(r"-?\d{1,18}(\.\d{1,10})?")
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_UNARY = frozenset({"empty", "filled"})
_LISTED = frozenset({"in", "not in"})


def named(name: str) -> str:
    """Return a name as SQL quotes it; names of a ledger hold no quotation marks."""
    return f'"{name}"'


def column_of(table: LedgerTable, name: str) -> LedgerColumn:
    """Return a column by name or title.

    Raises:
        BadMeasure: the table has none.
    """
    column = table.column(name)
    if column is None:
        known = series(each.name for each in table.columns)
        raise BadMeasure(phrase("proof.no-column", table=table.name, column=name, known=known))
    return column


def within(table: LedgerTable, name: str, interval: Interval) -> str:
    """Return the condition that a column lies in the period.

    Raises:
        BadMeasure: the column holds no time, or the period is not one of whole years.
    """
    column = column_of(table, name)
    if column.type not in {"date", "month", "integer"}:
        raise BadMeasure(phrase("proof.no-time", column=column.name))
    if column.type == "integer" and not interval.is_whole_years:
        raise BadMeasure(phrase("proof.no-whole-years", column=column.name))
    since, until = (_literal(column, each, interval) for each in ("$since", "$until"))
    return f"{named(column.name)} BETWEEN {since} AND {until}"


def condition(table: LedgerTable, wanted: Filter, interval: Interval) -> str:
    """Return a filter as SQL; an empty cell is different from every value.

    Raises:
        BadMeasure: a column is unknown, a value does not fit it, or it names persons.
    """
    column = column_of(table, wanted.column)
    _check_parts(wanted)
    left = named(column.name)
    if wanted.op in _UNARY:
        return f"{left} IS {'NOT ' if wanted.op == 'filled' else ''}NULL"
    if wanted.other is not None:
        return _compared(left, wanted.op, named(_comparable(column, table, wanted.other).name))
    if column.personal:
        raise BadMeasure(phrase("proof.personal-filter", column=column.name))
    if wanted.op in _LISTED:
        listed = ", ".join(_literal(column, each, interval) for each in wanted.values)
        isin = f"{left} IN ({listed})"
        return isin if wanted.op == "in" else f"({left} IS NULL OR NOT {isin})"
    value = "" if wanted.value is None else wanted.value
    return _compared(left, wanted.op, _literal(column, value, interval))


def _compared(left: str, op: str, right: str) -> str:
    return f"{left} {'IS DISTINCT FROM' if op == '!=' else op} {right}"


def _check_parts(wanted: Filter) -> None:
    given = (wanted.value is not None, bool(wanted.values), wanted.other is not None)
    if wanted.op in _UNARY:
        fits = not any(given)
    elif wanted.op in _LISTED:
        fits = given == (False, True, False)
    else:
        fits = given in {(True, False, False), (False, False, True)}
    if not fits:
        raise BadMeasure(phrase("proof.filter-parts", column=wanted.column, op=wanted.op))


def _comparable(column: LedgerColumn, table: LedgerTable, name: str) -> LedgerColumn:
    other = column_of(table, name)
    numbers = {"integer", "decimal"}
    if other.type != column.type and {other.type, column.type} != numbers:
        raise BadMeasure(phrase("proof.other-type", column=column.name, other=other.name))
    return other


def _literal(column: LedgerColumn, value: str | int, interval: Interval) -> str:
    text = _said(column, str(value), interval)
    if column.values and text not in column.values:
        raise _misfit(column, text, series(column.values, "or"))
    pattern, written = _WRITTEN[column.type]
    if pattern is not None and not pattern.fullmatch(text):
        raise _misfit(column, text, phrase(f"proof.type-{column.type}"))
    return written(text)


def _said(column: LedgerColumn, text: str, interval: Interval) -> str:
    """Return a value with the period put in for its parameters."""
    day = {"$since": interval.since, "$until": interval.until}.get(text)
    if text == "$year":
        return str(interval.year)
    if day is None:
        return text
    whole = day.isoformat()
    return {"date": whole, "month": whole[:7], "integer": whole[:4]}.get(column.type, text)


def _misfit(column: LedgerColumn, text: str, wanted: Told) -> BadMeasure:
    return BadMeasure(
        phrase("proof.misfit-value", column=column.name, text=text or "“”", wanted=wanted)
    )


def quoted(text: str) -> str:
    """Return a text as a literal of SQL.

    Example:
        >>> quoted("O'Neil")
        "'O''Neil'"
    """
    return "'" + text.replace("'", "''") + "'"


def _dated(text: str) -> str:
    return f"DATE {quoted(text)}"


_WRITTEN: dict[str, tuple[re.Pattern[str] | None, Callable[[str], str]]] = {
    "text": (None, quoted),
    "integer": (_INTEGER, str),
    "decimal": (_DECIMAL, str),
    "date": (_DATE, _dated),
    "month": (_MONTH, quoted),
}
