"""A question as the queries that answer it: one, or two whose answers are divided."""

from msgspec import Struct

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


class _Rows(Struct, frozen=True, kw_only=True):
    """The rows of a table that a question is about.

    Attributes:
        where: conditions as SQL.
        once: rows that agree in every column count once.
    """

    table: LedgerTable
    where: tuple[str, ...]
    once: bool

    def but(self, *more: str) -> "_Rows":
        """Return those of the rows that meet more conditions."""
        return _Rows(table=self.table, where=(*self.where, *more), once=self.once)

    def select(self, what: str) -> str:
        """Return the query for something about the rows."""
        rows = f"{named(self.table.name)}{_where(self.where)}"
        if self.once:
            rows = f"(SELECT DISTINCT * FROM {rows}) AS different"
        return f"SELECT {what} FROM {rows}"


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
    rows = _Rows(table=table, where=where, once=question.once)
    match question:
        case Mean(column=column):
            name = _asked(table, column, _NUMBERS)
            return (rows.select(f"sum({name})"), rows.select(f"count({name})"))
        case Share(which=which, column=column):
            what = "count(*)" if column is None else _total(_asked(table, column, _NUMBERS))
            more = tuple(condition(table, each, interval) for each in which)
            return (rows.but(*more).select(what), rows.select(what))
        case _:
            return (_single(question, rows),)


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


def _single(question: _OverTable, rows: _Rows) -> str:
    match question:
        case Distinct(column=column, beside=beside):
            return _distinct(rows, (column, *beside))
        case Sum(column=column):
            return rows.select(_total(_asked(rows.table, column, _NUMBERS)))
        case Percentile(column=column, percent=percent):
            return _percentile(rows, _asked(rows.table, column, _NUMBERS | _TIMES), percent)
        case Latest(column=column):
            return rows.select(f"max({_asked(rows.table, column, _TIMES)})")
        case Earliest(column=column):
            return rows.select(f"min({_asked(rows.table, column, _TIMES)})")
        case _:
            return rows.select("count(*)")


def _distinct(rows: _Rows, columns: tuple[str, ...]) -> str:
    names = tuple(named(column_of(rows.table, each).name) for each in columns)
    filled_cells = tuple(f"{name} IS NOT NULL" for name in names)
    # Faster than count(DISTINCT …) and the same for one column or several.
    inner = rows.but(*filled_cells).select(f"DISTINCT {', '.join(names)}")
    return f"SELECT count(*) FROM ({inner}) AS different"


def _percentile(rows: _Rows, name: str, percent: int) -> str:
    """The nearest rank: place ⌈n × percent ÷ 100⌉ of the sorted values, in whole numbers."""
    if not 1 <= percent <= _WHOLE:
        raise BadMeasure(phrase("proof.percent"))
    present = rows.but(f"{name} IS NOT NULL")
    place = f"(count(*) * {percent} + {_WHOLE - 1}) // {_WHOLE} - 1"
    offset = present.select(f"greatest({place}, 0)")
    return f"{present.select(name)} ORDER BY {name} LIMIT 1 OFFSET ({offset})"


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


def _where(conditions: tuple[str, ...]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""
