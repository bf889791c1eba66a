"""Rows of a source written as our own comma-separated file, with the ledger's columns only."""

import csv
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from jiheng.evidence.copying.delimited import HEAD
from jiheng.evidence.copying.headings import likeness, places
from jiheng.evidence.errors import BadSource
from jiheng.model.ledger import LedgerTable
from jiheng.rulebook.phrases import phrase, series

_CHECKED_EVERY = 10_000
"""After so many rows the size of the file is looked at."""


class Lines(Struct, frozen=True, kw_only=True):
    """What was written.

    Attributes:
        columns: in the order of the file.
        short: rows with fewer or more cells than there are headings.
        first_short: the first of them, from 1 below the headings; None where there is none.
    """

    columns: tuple[str, ...]
    short: int
    first_short: int | None


def write_lines(
    rows: Iterator[list[str]], table: LedgerTable, path: Path, most_rows: int, most_bytes: int
) -> Lines:
    """Write the rows below the headings to a file, and return what was written.

    Rows without anything in them are left out.

    Raises:
        BadSource: there are no headings, no rows below them, or more than may be.
    """
    headings = _headings(rows, table)
    found = places(headings, table)
    wanted, width = tuple(found.values()), len(headings)
    count = short = 0
    first_short: int | None = None
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for cells in rows:
            if not any(cells):
                continue
            count += 1
            if len(cells) != width:
                short, first_short = short + 1, first_short or count
                cells = cells + [""] * (width - len(cells))  # noqa: PLW2901
            writer.writerow([cells[at] for at in wanted])
            if count % _CHECKED_EVERY == 0:
                _check(table, count, file.tell(), most_rows, most_bytes)
        _check(table, count, file.tell(), most_rows, most_bytes)
    return Lines(columns=tuple(found), short=short, first_short=first_short)


def _headings(rows: Iterator[list[str]], table: LedgerTable) -> list[str]:
    """Return the first row that names columns of the ledger, and leave those below it."""
    enough = min(2, len(table.columns))
    for _, cells in zip(range(HEAD), rows, strict=False):
        if likeness(cells, table) >= enough:
            while cells and not cells[-1].strip():
                cells.pop()
            return cells
    known = series(f"{each.name}（{each.title}）" for each in table.columns)
    raise BadSource(phrase("proof.no-headings", table=table.name, known=known))


def _check(table: LedgerTable, rows: int, size: int, most_rows: int, most_bytes: int) -> None:
    if rows > most_rows:
        raise BadSource(phrase("proof.too-many-rows", table=table.name, most=str(most_rows)))
    if size > most_bytes:
        most = str(most_bytes >> 20)
        raise BadSource(phrase("proof.too-many-bytes", table=table.name, most=most))
