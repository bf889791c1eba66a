"""Row groups worked on by programs side by side; what one that dies had begun is begun again."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from jiheng.corpus.errors import CorpusError
from jiheng.rulebook.phrases import phrase

Item = TypeVar("Item")
Made = TypeVar("Made")

MOST_DEATHS = 4
"""After so many deaths with nothing done between them, it is the work that kills."""


def in_processes(
    work: Callable[[Item], Made], items: Sequence[Item], programs: int
) -> Iterator[Made]:
    """Yield what the work makes of each item, in their order.

    Args:
        work: it, the items and what is made of them go from program to program, pickled.
        items: each is worked on once, unless its program dies meanwhile.
        programs: how many.

    Raises:
        CorpusError: programs died again and again.
    """
    left, early = dict(enumerate(items)), dict[int, Made]()
    due = deaths = 0
    while left:
        before = len(left)
        for place, made in _until_a_death(work, left, programs):
            early[place] = made
            while due in early:
                yield early.pop(due)
                due += 1
        deaths = deaths + 1 if len(left) == before else 1
        if left and deaths == MOST_DEATHS:
            raise CorpusError(phrase("engine.programs-died", count=str(deaths)))


def _until_a_death(
    work: Callable[[Item], Made], left: dict[int, Item], programs: int
) -> Iterator[tuple[int, Made]]:
    """Yield what is made, with its place, until a program dies; strike it off what is left."""
    # Not by forking: what is forked holds the locks of threads that are not there.
    with ProcessPoolExecutor(programs, mp_context=get_context("spawn")) as pool:
        begun = {pool.submit(work, item): place for place, item in left.items()}
        for future in as_completed(begun):
            try:
                made = future.result()
            except BrokenProcessPool:
                continue
            place = begun[future]
            del left[place]
            yield place, made
