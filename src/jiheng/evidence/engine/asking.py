"""Queries put to DuckDB from outside: the gate before, the limits around, the value after."""

import re
from fractions import Fraction
from pathlib import Path

from msgspec import Struct

from jiheng.evidence.apart import done_apart
from jiheng.evidence.caps import Caps
from jiheng.evidence.engine.job import Answered, Asked, Given
from jiheng.evidence.errors import NoAnswer
from jiheng.evidence.gate import checked
from jiheng.formats.apart.child import Program
from jiheng.formats.apart.told import told_of
from jiheng.rulebook.phrases import phrase

_MODULE = "jiheng.evidence.engine.program"
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class Answers(Struct, frozen=True, kw_only=True):
    """What queries gave.

    Attributes:
        queries: as they were run.
        values: one a query.
        engine: name and version.
    """

    queries: tuple[str, ...]
    values: tuple[Given, ...]
    engine: str


def ask(folder: Path, tables: tuple[str, ...], queries: tuple[str, ...], caps: Caps) -> Answers:
    """Return what queries over copied tables give, one value each.

    Raises:
        RefusedQuery: a query asks for what it may not.
        NoAnswer: a query failed, used more than it may, or gave no value.
    """
    names = frozenset(each.lower() for each in tables)
    run = tuple(checked(query, names) for query in queries)
    answered = _answered(folder, tables, run, caps, most=1)
    values = tuple(_value(each) for each in answered.values)
    return Answers(queries=run, values=values, engine=answered.engine)


def ask_rows(folder: Path, table: str, query: str, most: int, caps: Caps) -> tuple[int, ...]:
    """Return row numbers that a query of ours gives; it passes no gate, and nothing leaves.

    Raises:
        NoAnswer: the query failed or used more than it may.
    """
    (found,) = _answered(folder, (table,), (query,), caps, most=most, numbered=True).values
    return tuple(int(Fraction(each.text)) for each in found)


def _answered(
    folder: Path,
    tables: tuple[str, ...],
    queries: tuple[str, ...],
    caps: Caps,
    *,
    most: int,
    numbered: bool = False,
) -> Answered:
    asked = Asked(
        folder=str(folder),
        tables=tables,
        queries=queries,
        memory=caps.memory,
        spill=caps.bytes,
        most=most,
        numbered=numbered,
    )
    program = Program(module=_MODULE, answer=Answered, limits=caps.asking)
    answered = done_apart(program, asked)
    if answered.refused:
        raise NoAnswer(told_of(answered.refused))
    return answered


def _value(given: tuple[Given, ...]) -> Given:
    """Return the one value of a query; a text may be a month and nothing else: no name leaves."""
    if not given or given[0].kind == "none":
        raise NoAnswer(phrase("proof.nothing"))
    if given[0].kind == "text" and not _MONTH.fullmatch(given[0].text):
        raise NoAnswer(phrase("proof.kind", kind="VARCHAR"))
    return given[0]
