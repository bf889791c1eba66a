"""Rows that an auditor opens: drawn in the order of a keyed code, so that nobody chooses them.

With the same data, key and seed anybody draws the same rows; without the key nobody can tell
which will be drawn, or whose row a code stands for.
"""

from pathlib import Path

from msgspec import Struct

from jiheng.evidence.apart import done_apart
from jiheng.evidence.caps import Caps
from jiheng.evidence.copying.copying import copied
from jiheng.evidence.copying.job import Opened, Opening
from jiheng.evidence.copying.source import Source
from jiheng.evidence.engine.asking import ask, ask_rows
from jiheng.evidence.engine.job import ROW_NUMBER
from jiheng.evidence.measures.conditions import named, quoted
from jiheng.evidence.measures.interval import Interval
from jiheng.evidence.measures.queries import rows_condition, table_of
from jiheng.evidence.measuring import paired, private_folder
from jiheng.evidence.pseudonyms import code, masked
from jiheng.formats.apart.child import Program
from jiheng.model.ledger import Ledger, LedgerColumn, LedgerTable
from jiheng.model.measure import Measure, Ratio, Sql
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.proofs import BadMeasure

_MODULE = "jiheng.evidence.copying.opening"


class Draw(Struct, frozen=True, kw_only=True):
    """What is to be drawn.

    Attributes:
        measure: whose rows are drawn: those that its question counts.
        table: to draw from; None for the one that is asked. Of SQL, and of a table that the
            question does not count in, all rows may be drawn.
        key: of the unit.
        seed: of this draw.
        count: of rows.
        opens: names and numbers of persons are shown as they are.
    """

    measure: Measure
    ledger: Ledger
    sources: tuple[Source, ...]
    interval: Interval
    key: bytes
    seed: str
    count: int
    table: str | None = None
    opens: bool = False
    caps: Caps = Caps()


class DrawnRow(Struct, frozen=True, kw_only=True):
    """One row.

    Attributes:
        row: from 1 below the headings, in the order of the source.
        code: of its key columns, under the unit's key.
        cells: as the file has them; those of persons masked unless they were to be opened.
    """

    row: int
    code: str
    cells: tuple[str, ...]


class Drawn(Struct, frozen=True, kw_only=True):
    """The rows that were drawn.

    Attributes:
        table: name.
        columns: titles, in the order of the cells.
        rows: in the order in which they were drawn.
        all_rows: how many meet the conditions.
    """

    table: str
    columns: tuple[str, ...]
    rows: tuple[DrawnRow, ...]
    all_rows: int


def drawn(draw: Draw) -> Drawn:
    """Return rows of a measure, drawn by their keyed codes.

    Raises:
        BadMeasure: it asks what the ledger does not have, or does not say which table.
        EvidenceError: a source cannot be read.
    """
    table, condition = _whose(draw)
    ((_, source),) = paired((table,), draw.sources)
    with private_folder() as folder:
        salt = code(draw.key, "copy")
        _, remarks = copied(source, table, folder, salt, draw.caps, keeps=True)
        count = f"SELECT count(*) FROM {named(table.name)}{condition}"
        everyone = ask(folder, (table.name,), (count,), draw.caps).values[0]
        missing = {each.column for each in remarks if each.kind == "missing"}
        present = tuple(each.name for each in table.columns if each.name not in missing)
        order = f"SELECT {ROW_NUMBER} FROM {named(table.name)}{condition} {_order(draw, present)}"
        numbers = ask_rows(folder, table.name, order, draw.count, draw.caps)
        opened = _opened(folder, table, numbers, draw.caps)
    return Drawn(
        table=table.name,
        columns=tuple(column.title for column in table.columns),
        rows=tuple(
            _row(draw, table, number, cells)
            for number, cells in zip(numbers, opened.rows, strict=True)
        ),
        all_rows=int(everyone.text),
    )


def _whose(draw: Draw) -> tuple[LedgerTable, str]:
    """Return the table and the condition of its rows, as SQL."""
    question = draw.measure.question
    if isinstance(question, Ratio):
        question = question.of
    if isinstance(question, Sql):
        if draw.table is None:
            raise BadMeasure(phrase("proof.no-rows-of-sql"))
        return table_of(draw.ledger, draw.table), ""
    asked = table_of(draw.ledger, question.table)
    wanted = asked if draw.table is None else table_of(draw.ledger, draw.table)
    if wanted != asked:
        return wanted, ""
    return asked, rows_condition(question, draw.ledger, draw.interval)


def _order(draw: Draw, columns: tuple[str, ...]) -> str:
    """Return the order by a hash of each whole row with the seed: its place does not matter."""
    seed = quoted(code(draw.key, "draw", draw.seed))
    cells = ", ".join(f"coalesce(CAST({named(name)} AS VARCHAR), '')" for name in columns)
    return f"ORDER BY sha256(concat_ws(chr(31), {seed}, {cells})), 1 LIMIT {draw.count}"


def _opened(folder: Path, table: LedgerTable, numbers: tuple[int, ...], caps: Caps) -> Opened:
    columns = tuple(column.name for column in table.columns)
    job = Opening(folder=str(folder), table=table.name, columns=columns, rows=numbers)
    return done_apart(Program(module=_MODULE, answer=Opened, limits=caps.asking), job)


def _row(draw: Draw, table: LedgerTable, number: int, cells: tuple[str, ...]) -> DrawnRow:
    by_name = dict(zip((each.name for each in table.columns), cells, strict=True))
    key = (by_name[name] for name in table.key)
    shown = tuple(
        _shown(column, text, opens=draw.opens)
        for column, text in zip(table.columns, cells, strict=True)
    )
    return DrawnRow(row=number + 1, code=code(draw.key, table.name, *key)[:16], cells=shown)


def _shown(column: LedgerColumn, text: str, *, opens: bool) -> str:
    return masked(text) if column.personal and not opens else text
