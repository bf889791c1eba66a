"""What is measured of one corpus, each time in a program of its own."""

import os
import subprocess
import sys
from pathlib import Path
from time import process_time

import msgspec
from msgspec import Struct

from benchmarks.corpus import polars_peer
from jiheng.corpus.engines.pace import Pace, pace_of
from jiheng.corpus.engines.scoring import score_batch
from jiheng.corpus.store.opening import open_corpus
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.rules import rules_of

PACK = load_pack("liupanshui-2023")
"""Its rules are the ones that ``rules`` spells for the peers."""
_TIME = "/usr/bin/time"
_COMPILED = Path(__file__).parents[2] / "out" / "compiled"


class Command(Struct, frozen=True, kw_only=True):
    """What a whole command took: seconds of the clock and of all cores, and its most memory."""

    clock: float
    processor: float
    memory: int


class Polars(Struct, frozen=True, kw_only=True):
    """Seconds of all cores for the same row groups in memory.

    Attributes:
        differing: how many forms got another total.
    """

    ours: float
    polars: float
    differing: int


def command(corpus: Path, jobs: int) -> Command:
    """Run ``jiheng corpus score`` as its user does for the second time."""
    jiheng = str(Path(sys.executable).with_name("jiheng"))
    words = [jiheng, "corpus", "score", str(corpus), "--pack", PACK.id, "--jobs", str(jobs)]
    told = _run([_TIME, "-f", "%e %U %S %M", *words]).stderr
    clock, user, system, memory = told.split()[-4:]
    return Command(
        clock=float(clock), processor=float(user) + float(system), memory=int(memory) << 10
    )


def pace(corpus: Path) -> Pace:
    """Return how long the pieces take on one core, and the whole by two threads."""
    return msgspec.json.decode(_child("pace", corpus), type=Pace)


def polars(corpus: Path) -> Polars:
    """Return how long Polars takes, and our functions for the same row groups in turn."""
    return msgspec.json.decode(_child("polars", corpus), type=Polars)


def _child(what: str, corpus: Path) -> str:
    return _run([sys.executable, "-m", "benchmarks.corpus.measured", what, str(corpus)]).stdout


def _run(words: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a program that finds Python's own code compiled, as it does once anything was installed."""
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(_COMPILED)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(words, check=True, capture_output=True, text=True, env=environment)


def in_turns(corpus: Path) -> Polars:
    """Score every row group by both."""
    rules, base = rules_of(PACK), PACK.money_base.value
    ours = theirs = 0.0
    differing = 0
    for at, batch in enumerate(open_corpus(corpus).batches()):
        frames = polars_peer.Frames(batch, base)
        if at == 0:
            # Each begins warm.
            score_batch(batch, rules, base)
            polars_peer.totals(frames, rules)
        began = process_time()
        lows, highs = score_batch(batch, rules, base)
        between = process_time()
        found = polars_peer.totals(frames, rules)
        ours, theirs = ours + between - began, theirs + process_time() - between
        differing += int(((lows != found[0]) | (highs != found[1])).sum())
    return Polars(ours=ours, polars=theirs, differing=differing)


def main(what: str, corpus: Path) -> None:
    """Print what was measured, for the program that asked."""
    found = pace_of(open_corpus(corpus), PACK, jobs=2) if what == "pace" else in_turns(corpus)
    print(msgspec.json.encode(found).decode())


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
