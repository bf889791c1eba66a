"""The least that scoring could cost: every number of a row group looked at once."""

from collections.abc import Iterable
from typing import Any

from benchmarks.stopwatch import compare
from jiheng.corpus.coded.batches import Batch
from jiheng.corpus.coded.coding import BASES
from jiheng.corpus.engines.scoring import score_batch
from jiheng.rulebook.pack import Pack
from jiheng.scoring.rules import rules_of

_ROUNDS = 40


def scan(batch: Batch, pack: Pack) -> tuple[float, float, int]:
    """Return milliseconds of scoring and of adding up the same columns, and their bytes."""
    rules, base = rules_of(pack), pack.money_base.value
    columns = list(_scored(batch, batch.budgets[BASES.index(base)]))
    found = compare(
        _ROUNDS,
        score=lambda: score_batch(batch, rules, base),
        scan=lambda: [column.sum() for column in columns],
    )
    return found["score"], found["scan"], sum(column.nbytes for column in columns)


def _scored(batch: Batch, money: Iterable[Any]) -> Iterable[Any]:
    yield from money
    yield from batch.readings
    yield from (batch.begin, *batch.guard)
