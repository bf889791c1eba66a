"""Exact distinct recipients over 100 M payments: ``python -m benchmarks.measure_recipients``.

The rows are made as a ledger's copy has them (what stands for a person, month, status, amount), in
an order that shuffles the persons; by construction every person is paid twelve times, so that the
number of recipients is known. Jiheng answers through its gate and its locked program; pandas and
SQLite answer the same from as many of the same rows as they manage within the same bounds. Each
stage is a process of its own, whose processor time and peak memory the system counts.
"""

import argparse
import resource
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from time import perf_counter

import duckdb
import msgspec
from msgspec import Struct

from benchmarks.sections import with_section
from jiheng.evidence.caps import Caps
from jiheng.evidence.copying.copying import copied
from jiheng.evidence.copying.source import Source
from jiheng.evidence.engine.asking import ask
from jiheng.evidence.measures.interval import Interval
from jiheng.evidence.measures.queries import queries_of
from jiheng.model.measure import Distinct
from jiheng.rulebook.ledgers import parse_ledger

ROWS, MONTHS = 100_000_000, 12
MOST_SECONDS, MOST_MEMORY = 30, 3 << 30
"""Of processor time and of memory: what is to be reached, and what the others may use."""
SIZES = (5_000_000, 10_000_000, 20_000_000, 50_000_000)
"""Tried by the peers in turn, until one does not manage."""
COPIED = 1_000_000
_RESERVED = 10 << 30
_STRIDE = 48_271
"""A prime that divides no number of rows used here: row i holds payment i × stride mod rows."""

LEDGER = parse_ledger(
    """
system: payments
title: 模拟待遇发放（模拟数据）
title_en: Made-up payments
meaning: 供测速的模拟数据
tables:
  - name: payment
    title: 发放
    meaning: 一行是一人一月的一笔待遇
    key: [person_id, month]
    columns:
      - {name: person_id, title: 个人编号, personal: true}
      - {name: month, title: 月份, type: month}
      - {name: status, title: 状态, values: [成功, 退回]}
      - {name: amount, title: 金额, type: decimal, places: 2, unit: 元}
""".encode(),
    "payments.yaml",
)
QUESTION = Distinct(table="payment", column="person_id", period="month")
YEAR = Interval(since=date(2023, 1, 1), until=date(2023, 12, 31))


class Spent(Struct, frozen=True, kw_only=True):
    """What one stage used, and what it found.

    Attributes:
        found: recipients, or rows where none are counted.
        cpu: seconds of all its processors.
        wall: seconds by the clock.
        memory: most bytes resident in one process.
    """

    found: int
    cpu: float
    wall: float
    memory: int


def make(path: Path, rows: int) -> None:
    """Write a ledger of so many payments."""
    person = f"((i * {_STRIDE}) % {rows}) // {MONTHS}"
    month = f"1 + ((i * {_STRIDE}) % {rows}) % {MONTHS}"
    duckdb.connect(config={"memory_limit": "2GiB", "threads": 2}).execute(
        f"""COPY (SELECT CAST(md5(CAST({person} AS VARCHAR)) AS UUID) AS person_id,
        '2023-' || lpad(CAST({month} AS VARCHAR), 2, '0') AS month,
        CASE WHEN i % 97 = 0 THEN '退回' ELSE '成功' END AS status,
        CAST(128 + i % 40 AS DECIMAL(18,2)) AS amount
        FROM range({rows}) AS made(i)) TO '{path}' (FORMAT parquet)"""
    )


def first_rows(path: Path, target: Path, rows: int) -> None:
    """Write the first rows of a file to another."""
    source = f"SELECT * FROM read_parquet('{path}') LIMIT {rows}"
    duckdb.connect(config={"threads": 2}).execute(f"COPY ({source}) TO '{target}' (FORMAT parquet)")


def by_jiheng(folder: Path) -> int:
    """Return the recipients as a measure finds them."""
    queries = queries_of(QUESTION, LEDGER, YEAR)
    caps = Caps(seconds=480)
    return int(ask(folder, ("payment",), queries, caps).values[0].text)


def by_copying(folder: Path) -> int:
    """Return the rows of a table that is checked, hashed and copied."""
    target = folder / "copy"
    target.mkdir()
    source = Source(table="payment", kind="parquet", place=str(folder / "payment.parquet"))
    return copied(source, LEDGER.tables[0], target, "salt", Caps())[0].rows


def by_pandas(folder: Path) -> int:
    """Return the recipients as pandas finds them."""
    import pandas as pd  # noqa: PLC0415

    path = folder / "payment.parquet"
    frame = pd.read_parquet(path, columns=["person_id", "month"])
    return frame.loc[frame["month"].between("2023-01", "2023-12"), "person_id"].nunique()


def by_sqlite(folder: Path) -> int:
    """Return the recipients as SQLite finds them in a table that is there already."""
    with sqlite3.connect(folder / "payment.db") as database:
        query = "SELECT count(DISTINCT person_id) FROM payment WHERE month BETWEEN ? AND ?"
        return database.execute(query, ("2023-01", "2023-12")).fetchone()[0]


def load_sqlite(folder: Path) -> int:
    """Put the rows into SQLite; what this takes is not counted."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    with sqlite3.connect(folder / "payment.db") as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("CREATE TABLE payment (person_id BLOB, month TEXT)")
        for batch in pq.ParquetFile(folder / "payment.parquet").iter_batches(
            columns=["person_id", "month"]
        ):
            rows = zip(
                batch.column(0).storage.to_pylist(), batch.column(1).to_pylist(), strict=True
            )
            database.executemany("INSERT INTO payment VALUES (?, ?)", rows)
    return 0


STAGES = {
    each.__name__: each for each in (by_jiheng, by_copying, by_pandas, by_sqlite, load_sqlite)
}


def spent(stage: str, folder: Path, limit: int | None = None) -> Spent | None:
    """Return what a stage used in a process of its own; None where it did not manage.

    Args:
        stage: name of one of ``STAGES``.
        folder: with the rows.
        limit: seconds of its processors, beside the memory; None for neither.
    """
    words = (sys.executable, "-m", __spec__.name, "--stage", stage, "--folder", str(folder))
    more = () if limit is None else ("--limit", str(limit))
    done = subprocess.run((*words, *more), capture_output=True, check=False)
    return msgspec.json.decode(done.stdout, type=Spent) if done.returncode == 0 else None


def run_stage(stage: str, folder: Path, limit: int | None) -> None:
    """Do a stage, and print what it used."""
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        # What is reserved and never touched is not held against anybody.
        resource.setrlimit(resource.RLIMIT_AS, (_RESERVED, _RESERVED))
    began = perf_counter()
    found = STAGES[stage](folder)
    wall = perf_counter() - began
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    told = Spent(
        found=found,
        cpu=sum(each.ru_utime + each.ru_stime for each in used),
        wall=wall,
        memory=max(each.ru_maxrss for each in used) << 10,
    )
    sys.stdout.buffer.write(msgspec.json.encode(told))


def largest(stage: str, folder: Path, most: int, total: int) -> tuple[int, Spent] | None:
    """Return the largest size that a peer managed within the bounds, and what it used.

    A size is not tried that would take too long even if time grew no faster than rows.
    """
    best: tuple[int, Spent] | None = None
    for rows in (each for each in (*SIZES, total) if each <= most):
        if best is not None and best[1].cpu * rows / best[0] > MOST_SECONDS:
            break
        used = managed(stage, folder, rows)
        if used is None:
            break
        best = rows, used
    return best


def managed(stage: str, folder: Path, rows: int) -> Spent | None:
    """Return what a peer used for so many rows; None where it went beyond the bounds."""
    place = folder / f"{stage}-{rows}"
    place.mkdir()
    first_rows(folder / "payment.parquet", place / "payment.parquet", rows)
    if stage == by_sqlite.__name__:
        spent(load_sqlite.__name__, place)
    used = spent(stage, place, MOST_SECONDS)
    rmtree(place)
    return used if used is not None and used.found and used.memory <= MOST_MEMORY else None


def lines(total: int, most: int, folder: Path) -> list[str]:
    """Return the table of what each used."""
    if not (folder / "payment.parquet").exists():
        make(folder / "payment.parquet", total)
    size = (folder / "payment.parquet").stat().st_size
    used = spent(by_jiheng.__name__, folder)
    truth = -(-total // MONTHS)
    if used is None or used.found != truth:
        raise SystemExit(f"{used} is not {truth} recipients")
    found = [f"{total:,} rows, {size / 1e9:.2f} GB of Parquet, {truth:,} recipients.", ""]
    found += [
        "| who | rows | recipients | CPU s | clock s | memory | a row, in CPU |",
        "|" + "---|" * 7,
    ]
    found.append(line("Jiheng, in its locked program", total, used))
    for name, stage in (("pandas", by_pandas.__name__), ("SQLite", by_sqlite.__name__)):
        best = largest(stage, folder, most, total)
        if best is not None:
            found.append(line(f"{name}, the most it manages", *best))
    place = folder / "copied"
    place.mkdir()
    first_rows(folder / "payment.parquet", place / "payment.parquet", COPIED)
    copy = spent(by_copying.__name__, place)
    if copy is not None:
        found.append(line("Jiheng copying, checking and hashing before", COPIED, copy))
    return found


def line(name: str, rows: int, used: Spent) -> str:
    """Return a row of the table."""
    each = used.cpu / rows * 1e9
    memory = f"{used.memory / (1 << 30):.2f} GiB"
    counted = f"{used.found:,}"
    return f"| {name} | {rows:,} | {counted} | {used.cpu:.1f} | {used.wall:.1f} | {memory} | {each:,.0f} ns |"


def main() -> None:
    """Run the stages, print the table, and write it down where all rows were asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--peers", type=int, default=SIZES[-1], help="most rows that peers get")
    parser.add_argument("--stage", choices=sorted(STAGES))
    parser.add_argument("--folder", type=Path, help="where the rows are, or are made and kept")
    parser.add_argument("--limit", type=int)
    wish = parser.parse_args()
    if wish.stage is not None:
        run_stage(wish.stage, wish.folder, wish.limit)
        return
    folder = wish.folder or Path(mkdtemp(prefix="jiheng-recipients-"))
    try:
        text = "\n".join(lines(wish.rows, wish.peers, folder))
    finally:
        if wish.folder is None:
            rmtree(folder)
    print(text)
    if wish.rows == ROWS:
        with_section("Recipients of 100 M payments", text)


if __name__ == "__main__":
    main()
