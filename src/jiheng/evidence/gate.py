"""What a query may say: one SELECT over named tables, made of nothing but what is listed here.

A query is taken apart, looked at piece by piece, and put together again from the pieces, so that
what runs is what was looked at: comments and odd spellings do not survive it.
"""

import logging
from collections.abc import Iterator

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from jiheng.evidence.errors import RefusedQuery
from jiheng.rulebook.phrases import phrase

# Its warnings are for programmers; what it cannot take apart is refused in our words.
logging.getLogger("sqlglot").setLevel(logging.CRITICAL)

LONGEST = 20_000
"""Letters of a query."""
MOST_PIECES = 5_000
DIALECT = "duckdb"

_STRUCTURE = """
    Select Union Intersect Except Subquery With CTE From Join Where Group Having Qualify Order
    Ordered Limit Offset Table TableAlias Column Identifier Alias Star Distinct Tuple Paren Window
    WindowSpec Filter Literal Null Boolean Interval Var DataType DataTypeParam"""
_OPERATORS = """
    And Or Not EQ NEQ NullSafeEQ NullSafeNEQ GT GTE LT LTE Is In Between Like ILike Exists Any All
    Add Sub Mul Div IntDiv Mod Neg DPipe Case If Cast TryCast"""
_FUNCTIONS = """
    Count CountIf Sum Min Max ArgMin ArgMax LogicalAnd LogicalOr PercentileDisc
    RowNumber Rank DenseRank Lag Lead FirstValue LastValue
    Coalesce Nullif Greatest Least Abs Sign Round Ceil Floor
    Length Substring Left Right Trim Upper Lower StartsWith StrPosition
    Extract Year Month Day Quarter DateDiff DateAdd DateSub DateTrunc TimestampTrunc LastDay
    TimeToStr MakeDate"""
ALLOWED = frozenset(f"{_STRUCTURE} {_OPERATORS} {_FUNCTIONS}".split())
"""Kinds of pieces, as sqlglot names them. None reads a file, makes rows or text out of nothing,
asks the clock or throws dice."""
_TYPES = frozenset(
    {"TINYINT", "SMALLINT", "INT", "BIGINT", "INT128", "DECIMAL", "DATE", "VARCHAR", "TEXT"}
    | {"BOOLEAN"}
)
"""A cast to any other is refused: a floating-point number is not exact."""


def checked(sql: str, tables: frozenset[str]) -> str:
    """Return a query as it may be run.

    Args:
        sql: what somebody wrote.
        tables: names, in small letters, of what it may read.

    Raises:
        RefusedQuery: it is no single SELECT, reads something else, or has a piece not listed.
    """
    tree = _parsed(sql)
    known = tables | {each.alias.lower() for each in tree.find_all(exp.CTE)}
    for count, piece in enumerate(tree.walk()):
        if count >= MOST_PIECES:
            raise RefusedQuery(phrase("proof.query-long", most=str(MOST_PIECES)))
        for key, what in _faults(piece, known):
            raise RefusedQuery(phrase(f"proof.query-{key}", what=what))
    return tree.sql(dialect=DIALECT, comments=False)


def _parsed(sql: str) -> exp.Query:
    if len(sql) > LONGEST:
        raise RefusedQuery(phrase("proof.query-long", most=str(LONGEST)))
    try:
        statements = sqlglot.parse(sql, dialect=DIALECT)
    except (SqlglotError, RecursionError) as error:
        raise RefusedQuery(phrase("proof.query-unparsed")) from error
    tree = statements[0] if len(statements) == 1 else None
    if not isinstance(tree, exp.Query) or not tree.selects:
        raise RefusedQuery(phrase("proof.query-one-select"))
    return tree


def _faults(piece: exp.Expr, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield why a piece is refused, with what it says."""
    kind = type(piece).__name__
    if kind not in ALLOWED:
        yield "piece", _words(piece)
    elif isinstance(piece, exp.With) and piece.args.get("recursive"):
        yield "piece", "RECURSIVE"
    elif isinstance(piece, exp.Table) and not _is_known(piece, known):
        yield "table", _words(piece)
    elif isinstance(piece, exp.DataType) and piece.this.name not in _TYPES:
        yield "type", piece.this.name


def _is_known(table: exp.Table, known: frozenset[str]) -> bool:
    is_plain = isinstance(table.this, exp.Identifier) and not table.db and not table.catalog
    return is_plain and table.name.lower() in known


def _words(piece: exp.Expr) -> str:
    """Return a piece as a reader will know it again, in one short line."""
    most = 60
    text = " ".join(piece.sql(dialect=DIALECT, comments=False).split()) or piece.key.upper()
    return text if len(text) <= most else f"{text[:most]}…"
