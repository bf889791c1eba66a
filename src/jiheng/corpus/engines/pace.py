"""How fast a machine scores a corpus, and how fast it could at best."""

import resource
import sys
from time import perf_counter, process_time

from msgspec import Struct

from jiheng.corpus.coded.made import Making, made_batches
from jiheng.corpus.engines.running import Engine
from jiheng.corpus.engines.scoring import score_batch
from jiheng.corpus.engines.totals import Totals, corpus_totals
from jiheng.corpus.store.opening import Corpus
from jiheng.rulebook.pack import Pack
from jiheng.scoring.rules import rules_of

_UNIT_OF_MEMORY = 1 if sys.platform == "darwin" else 1024
"""Bytes in which a system counts the memory of a program."""


class Pace(Struct, frozen=True, kw_only=True):
    """How long a corpus took, in seconds.

    Attributes:
        compiled: of one core, to load the compiled rules; to compile them where nobody has yet.
        decoded: of one core, to read the coded Parquet.
        scored: of one core, to score what was read.
        whole: clock, from the files to the totals.
        processor: of all cores, for the same.
        memory: the most that the program ever used, in bytes.
    """

    totals: Totals
    compiled: float
    decoded: float
    scored: float
    whole: float
    processor: float
    memory: int


def pace_of(corpus: Corpus, pack: Pack, jobs: int | None = None) -> Pace:
    """Return how long a corpus takes: its pieces on one core, then the whole by threads."""
    compiled = _compiled(pack)
    decoded, scored = _pieces(corpus, pack)
    began, before = perf_counter(), process_time()
    totals = corpus_totals(corpus, pack, Engine(jobs=jobs))
    return Pace(
        totals=totals,
        compiled=compiled,
        decoded=decoded,
        scored=scored,
        whole=perf_counter() - began,
        processor=process_time() - before,
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT_OF_MEMORY,
    )


def _compiled(pack: Pack) -> float:
    """Return how long the first form of a program takes."""
    (batch,) = made_batches(Making(count=1))
    began = process_time()
    score_batch(batch, rules_of(pack), pack.money_base.value)
    return process_time() - began


def _pieces(corpus: Corpus, pack: Pack) -> tuple[float, float]:
    rules, base = rules_of(pack), pack.money_base.value
    decoded = scored = 0.0
    for address in corpus.addresses():
        began = process_time()
        batch = corpus.batch(address)
        read = process_time()
        score_batch(batch, rules, base)
        decoded, scored = decoded + read - began, scored + process_time() - read
    return decoded, scored
