"""A question as the queries that answer it: one, or two whose answers are divided."""

from jiheng.evidence.measures.conditions import column_of, condition, named, within
from jiheng.evidence.measures.interval import Interval
from jiheng.evidence.measures.parameters import filled
from jiheng.model.ledger import Ledger, LedgerColumn, LedgerTable
from jiheng.model.measure import (
    Count,
    Distinct,
    Earliest,
    Latest,
    Mean,
    Percentile,
    Question,
    Ratio,
    Share,
    Sql,
    Sum,
)
from jiheng.rulebook.phrases import phrase, series
from jiheng.rulebook.proofs import BadMeasure

_OverTable = Count | Distinct | Sum | Mean | Percentile | Latest | Earliest | Share
_NUMBERS = frozenset({"integer", "decimal"})
_TIMES = frozenset({"date", "month"})
_WHOLE = 100


def queries_of(question: Question, ledger: Ledger, interval: Interval) -> tuple[str, ...]:
    """Return the queries; each gives one value, and the answer is the first over the second.

    Raises:
        BadMeasure: the ledger has no such table or column, or a value does not fit it.
    """
    if isinstance(question, Ratio):
        parts = (question.of, question.to)
        return tuple(each for part in parts for each in queries_of(part, ledger, interval))
    if isinstance(question, Sql):
        return (filled(question.sql, interval),)
    table = table_of(ledger, question.table)
    where = _conditions(table, question, interval)
    match question:
        case Mean(column=column):
            name = _asked(table, column, _NUMBERS)
            return (_select(f"sum({name})", table, where), _select(f"count({name})", table, where))
        case Share(which=which, column=column):
            what = "count(*)" if column is None else _total(_asked(table, column, _NUMBERS))
            more = tuple(condition(table, each, interval) for each in which)
            return (_select(what, table, (*where, *more)), _select(what, table, where))
        case _:
            return (_single(question, table, where),)


def table_of(ledger: Ledger, name: str) -> LedgerTable:
    """Return a table by name or title.

    Raises:
        BadMeasure: the ledger has none.
    """
    table = ledger.table(name)
    if table is None:
        known = series(each.name for each in ledger.tables)
        raise BadMeasure(phrase("proof.no-table", table=name, known=known))
    return table


def tables_of(question: Question, ledger: Ledger) -> tuple[LedgerTable, ...]:
    """Return the tables that a question reads, each once.

    Raises:
        BadMeasure: the ledger has none of a name.
    """
    match question:
        case Ratio(of=of, to=to):
            found = (*tables_of(of, ledger), *tables_of(to, ledger))
        case Sql(tables=names):
            found = tuple(table_of(ledger, name) for name in names)
        case _:
            found = (table_of(ledger, question.table),)
    return tuple({each.name: each for each in found}.values())


def column_asked(question: Question, ledger: Ledger) -> LedgerColumn | None:
    """Return the column whose values the answer is made of; None for a count, and for SQL.

    Raises:
        BadMeasure: the ledger has no such table or column.
    """
    match question:
        case Sum() | Mean() | Percentile() | Latest() | Earliest():
            return column_of(table_of(ledger, question.table), question.column)
        case _:
            return None


def rows_condition(question: _OverTable, ledger: Ledger, interval: Interval) -> str:
    """Return the condition of the rows that a question counts, as SQL.

    Raises:
        BadMeasure: as for the question itself.
    """
    table = table_of(ledger, question.table)
    return _where(_conditions(table, question, interval))


def _single(question: _OverTable, table: LedgerTable, where: tuple[str, ...]) -> str:
    match question:
        case Distinct(column=column, beside=beside):
            return _distinct(table, (column, *beside), where)
        case Sum(column=column):
            return _select(_total(_asked(table, column, _NUMBERS)), table, where)
        case Percentile(column=column, percent=percent):
            return _percentile(table, _asked(table, column, _NUMBERS | _TIMES), percent, where)
        case Latest(column=column):
            return _select(f"max({_asked(table, column, _TIMES)})", table, where)
        case Earliest(column=column):
            return _select(f"min({_asked(table, column, _TIMES)})", table, where)
        case _:
            return _select("count(*)", table, where)


def _distinct(table: LedgerTable, columns: tuple[str, ...], where: tuple[str, ...]) -> str:
    names = tuple(named(column_of(table, each).name) for each in columns)
    filled_cells = tuple(f"{name} IS NOT NULL" for name in names)
    # Faster than count(DISTINCT …) and the same for one column or several.
    inner = _select(f"DISTINCT {', '.join(names)}", table, (*where, *filled_cells))
    return f"SELECT count(*) FROM ({inner}) AS different"


def _percentile(table: LedgerTable, name: str, percent: int, where: tuple[str, ...]) -> str:
    """The nearest rank: place ⌈n × percent ÷ 100⌉ of the sorted values, in whole numbers."""
    if not 1 <= percent <= _WHOLE:
        raise BadMeasure(phrase("proof.percent"))
    filled_cells = (*where, f"{name} IS NOT NULL")
    place = f"(count(*) * {percent} + {_WHOLE - 1}) // {_WHOLE} - 1"
    offset = _select(f"greatest({place}, 0)", table, filled_cells)
    return f"{_select(name, table, filled_cells)} ORDER BY {name} LIMIT 1 OFFSET ({offset})"


def _asked(table: LedgerTable, name: str, types: frozenset[str]) -> str:
    column = column_of(table, name)
    if column.type not in types:
        wanted = series((phrase(f"proof.type-{each}") for each in sorted(types)), "or")
        raise BadMeasure(phrase("proof.asked-type", column=column.name, wanted=wanted))
    if column.personal:
        raise BadMeasure(phrase("proof.personal-asked", column=column.name))
    return named(column.name)


def _total(name: str) -> str:
    """No rows have the sum 0; how many rows there were stands beside the value."""
    return f"coalesce(sum({name}), 0)"


def _conditions(table: LedgerTable, question: _OverTable, interval: Interval) -> tuple[str, ...]:

    found = tuple(condition(table, each, interval) for each in question.where)
    return found if question.period is None else (*found, within(table, question.period, interval))


def _select(what: str, table: LedgerTable, where: tuple[str, ...]) -> str:
    return f"SELECT {what} FROM {named(table.name)}{_where(where)}"


def _where(conditions: tuple[str, ...]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""
