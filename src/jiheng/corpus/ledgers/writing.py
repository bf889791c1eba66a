"""A made-up ledger in files, with the truth of what was planted beside it."""

import csv
from collections import Counter
from pathlib import Path

import msgspec
from msgspec import Struct

from jiheng.corpus.ledgers.generator import told
from jiheng.corpus.ledgers.marking import MARK
from jiheng.corpus.ledgers.scene import Row, Wish
from jiheng.corpus.ledgers.targets import TARGETS
from jiheng.rulebook.ledgers import load_ledger

KINDS = tuple(TARGETS)
"""The formats, in the order in which they are listed."""
TRUTH = f"truth.{MARK}.json"
PLANTED = f"planted.{MARK}.csv"


class Truth(Struct, frozen=True, kw_only=True):
    """What was written, and how much was planted in it.

    Attributes:
        rows: written rows by table, duplicates among them.
        planted: how many of each kind; each stands with its place in the file beside.
    """

    note: str = MARK
    wish: Wish
    files: tuple[str, ...]
    rows: dict[str, int]
    planted: dict[str, int]


def sample_ledger(wish: Wish, folder: Path, kind: str = "csv") -> Truth:
    """Write a ledger's files into a folder, and return the truth, which is written too.

    Args:
        wish: which system, how much of it, and what is planted.
        folder: is made where it does not exist.
        kind: one of ``KINDS``.

    Raises:
        NoSuchSystem: no generator makes such a ledger.
        OSError: the folder cannot be written.
        SheetFull: more rows than a sheet holds.
        ModuleNotFoundError: Parquet is written with pyarrow.
    """
    rows: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    stream = told(wish)
    folder.mkdir(parents=True, exist_ok=True)
    target = TARGETS[kind](folder, load_ledger(wish.system))
    try:
        with (folder / PLANTED).open("w", encoding="utf-8-sig", newline="") as file:
            truth = csv.writer(file)
            truth.writerow((MARK, "kind", "table", "key", "month"))
            for each in stream:
                if isinstance(each, Row):
                    target.add(each.table, each.values)
                    rows[each.table] += 1
                else:
                    truth.writerow((MARK, *each))
                    planted[each.kind] += 1
    finally:
        target.close()
    names = tuple(path.name for path in target.files)
    whole = Truth(wish=wish, files=names, rows=dict(rows), planted=dict(planted))
    (folder / TRUTH).write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")
    return whole
