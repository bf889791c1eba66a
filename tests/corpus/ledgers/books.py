"""The files of a made-up ledger as plain rows, and arithmetic on them with decimals and sets."""

import csv
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from math import ceil
from pathlib import Path

Row = dict[str, str]


class Books:
    """The files of one made-up ledger."""

    def __init__(self, folder: Path, year: int) -> None:
        self.folder = folder
        self.year = str(year)

    def rows(self, table: str, **wanted: str) -> list[Row]:
        (path,) = self.folder.glob(f"*.{table}.*.csv")
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [row for row in csv.DictReader(file) if fits(row, wanted)]

    def inside(self, table: str, column: str, **wanted: str) -> list[Row]:
        return [row for row in self.rows(table, **wanted) if row[column].startswith(self.year)]


def fits(row: Row, wanted: Row) -> bool:
    return all(row[name] == value for name, value in wanted.items())


def once(rows: Iterable[Row]) -> Iterator[Row]:
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        cells = tuple(row.values())
        if cells not in seen:
            seen.add(cells)
            yield row


def people(rows: Iterable[Row], *columns: str) -> int:
    return len({tuple(row[column] for column in columns) for row in rows})


def total(rows: Iterable[Row], column: str) -> Decimal:
    return sum((Decimal(row[column]) for row in once(rows)), Decimal(0))


def percent(part: Decimal | int, whole: Decimal | int, places: int = 2) -> str:
    return quotient(Decimal(part) * 100, whole, places)


def quotient(part: Decimal | int, whole: Decimal | int, places: int = 2) -> str:
    step = Decimal(1).scaleb(-places)
    return str((Decimal(part) / Decimal(whole)).quantize(step, ROUND_HALF_UP))


def money(amount: Decimal) -> str:
    return quotient(amount, 1)


def last(rows: Iterable[Row], column: str) -> str:
    return max(row[column] for row in rows if row[column])


def mean(rows: Iterable[Row], column: str) -> str:
    each = [Decimal(row[column]) for row in once(rows)]
    return quotient(sum(each, Decimal(0)), len(each))


def at_most(rows: Iterable[Row], column: str, share: int) -> str:
    each = sorted(int(row[column]) for row in once(rows))
    return str(each[ceil(len(each) * share / 100) - 1])
