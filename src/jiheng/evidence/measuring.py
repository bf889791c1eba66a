"""A measure computed: tables copied, queries put to the copies, the answer rounded once."""

import secrets
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from msgspec import Struct

from jiheng import __version__
from jiheng.evidence.canonical import sha256_of
from jiheng.evidence.caps import Caps
from jiheng.evidence.copying.copying import copied
from jiheng.evidence.copying.source import Source
from jiheng.evidence.engine.asking import Answers, ask
from jiheng.evidence.errors import BadSource
from jiheng.evidence.gate import columns_named
from jiheng.evidence.measures.interval import Interval
from jiheng.evidence.measures.queries import queries_of, tables_of
from jiheng.evidence.measures.rounding import value_of
from jiheng.evidence.measures.scaling import factor
from jiheng.model.ledger import Ledger, LedgerTable
from jiheng.model.measure import Measure, Measured, Remark, TableUsed
from jiheng.rulebook.phrases import phrase, series

_Copy: TypeAlias = tuple[TableUsed, tuple[Remark, ...]]


class Order(Struct, frozen=True, kw_only=True):
    """What is to be measured.

    Attributes:
        measure: the question.
        ledger: whose tables it asks.
        sources: where each of them lies.
        interval: days that it is about.
        by: who asks.
        at: when; None for now.
        caps: on what is copied, and on the query.
    """

    measure: Measure
    ledger: Ledger
    sources: tuple[Source, ...]
    interval: Interval
    by: str
    at: datetime | None = None
    caps: Caps = Caps()


def measured(order: Order) -> Measured:
    """Return the value of a measure with all that is needed to compute it again.

    Raises:
        BadMeasure: it asks what the ledger does not have.
        EvidenceError: a source cannot be read, or a query gave no value.
    """
    measure, ledger = order.measure, order.ledger
    queries = queries_of(measure.question, ledger, order.interval)
    times = factor(measure.question, measure.unit, ledger)
    pairs = paired(tables_of(measure.question, ledger), order.sources)
    salt = secrets.token_hex(32)
    with private_folder() as folder:
        copies = [copied(source, table, folder, salt, order.caps) for table, source in pairs]
        names = tuple(table.name for table, _ in pairs)
        _check_present(queries, tuple(table for table, _ in pairs), copies)
        answers = ask(folder, names, queries, order.caps)
    return _made(order, answers, times, tuple(copies))


def paired(
    tables: tuple[LedgerTable, ...], sources: tuple[Source, ...]
) -> tuple[tuple[LedgerTable, Source], ...]:
    """Return each table that is read with its source, by name.

    Raises:
        BadSource: a table has none, or two; sources that nothing asks for are left alone.
    """
    found: list[tuple[LedgerTable, Source]] = []
    for table in sorted(tables, key=lambda each: each.name):
        given = [each for each in sources if each.table in {table.name, table.title}]
        if len(given) != 1:
            key = "source-twice" if given else "no-source"
            named = series(f"{each.name}（{each.title}）" for each in tables)
            raise BadSource(phrase(f"proof.{key}", table=table.name, tables=named))
        found.append((table, given[0]))
    return tuple(found)


def _check_present(
    queries: tuple[str, ...], tables: tuple[LedgerTable, ...], copies: Iterable[_Copy]
) -> None:
    """Refuse sources without a column that is asked; one of its name in another table may be meant.

    Raises:
        BadSource: names it.
    """
    missing = {
        (remark.table, remark.column)
        for _, remarks in copies
        for remark in remarks
        if remark.kind == "missing"
    }
    asked = frozenset[str]().union(*map(columns_named, queries))
    columns = [(table.name, column.name) for table in tables for column in table.columns]
    present = {column for table, column in columns if (table, column) not in missing}
    for table, column in columns:
        if column in asked - present:
            raise BadSource(phrase("proof.remark-missing", table=table, column=column))


@contextmanager
def private_folder() -> Generator[Path]:
    """Give a folder that only its owner may look into, and that is gone afterwards."""
    with TemporaryDirectory(prefix="jiheng-") as folder:
        yield Path(folder)


def _made(
    order: Order,
    answers: Answers,
    times: Fraction,
    copies: tuple[_Copy, ...],
) -> Measured:
    measure, interval = order.measure, order.interval
    exact = tuple(each.text for each in answers.values)
    at = order.at if order.at is not None else datetime.now(UTC)
    return Measured(
        value=value_of(exact, times, measure.places),
        unit=measure.unit,
        exact=exact,
        measure=measure,
        measure_sha256=sha256_of(measure),
        ledger_sha256=sha256_of(order.ledger),
        since=interval.since.isoformat(),
        until=interval.until.isoformat(),
        queries=answers.queries,
        engine=answers.engine,
        version=__version__,
        tables=tuple(used for used, _ in copies),
        remarks=tuple(remark for _, remarks in copies for remark in remarks),
        at=at.astimezone(UTC).isoformat(timespec="seconds"),
        by=order.by,
    )
