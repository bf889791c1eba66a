"""The ready measures put to DuckDB in this program: the same queries, without the sandbox."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import duckdb

from jiheng.evidence.gate import checked
from jiheng.evidence.measures.interval import Interval
from jiheng.evidence.measures.queries import queries_of, tables_of
from jiheng.evidence.measures.scaling import factor
from jiheng.model.decimals import decimal_words
from jiheng.model.ledger import LedgerColumn, LedgerTable
from jiheng.model.measure import Measure
from jiheng.rulebook.ledgers import load_ledger
from jiheng.rulebook.proofs import load_measure

_TYPES = {"text": "VARCHAR", "month": "VARCHAR", "integer": "BIGINT", "date": "DATE"}


class Asker:
    """The tables of one made-up ledger, in a database of memory."""

    def __init__(self, system: str, folder: Path, year: int) -> None:
        self.ledger = load_ledger(system)
        self.days = Interval(since=date(year, 1, 1), until=date(year, 12, 31))
        self.base = duckdb.connect()
        for table in self.ledger.tables:
            (path,) = folder.glob(f"*.{table.name}.*.csv")
            self.base.execute(f'CREATE TABLE "{table.name}" AS {selected(table, path)}')

    def value(self, measure: Measure | str) -> str:
        if isinstance(measure, str):
            measure = load_measure(measure)
        question = measure.question
        names = frozenset(table.name for table in tables_of(question, self.ledger))
        found = [
            self.base.execute(checked(query, names)).fetchone()[0]
            for query in queries_of(question, self.ledger, self.days)
        ]
        if isinstance(found[0], date):
            return found[0].isoformat()
        divisor = Fraction(found[1]) if len(found) > 1 else 1
        times = factor(question, measure.unit, self.ledger)
        return decimal_words(Fraction(found[0]) / divisor * times, measure.places)

    def close(self) -> None:
        self.base.close()


def selected(table: LedgerTable, path: Path) -> str:
    cells = ", ".join(
        f'CAST("{each.title}" AS {typed(each)}) AS "{each.name}"' for each in table.columns
    )
    return f"SELECT {cells} FROM read_csv('{path}', all_varchar = true, header = true)"


def typed(column: LedgerColumn) -> str:
    return _TYPES.get(column.type) or f"DECIMAL(18, {column.places})"
