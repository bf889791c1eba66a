"""Times functions against one another in one run, so that a busy machine slows both."""

import gc
from collections.abc import Callable
from statistics import median
from time import process_time

WARM_UP = 3


def compare(rounds: int, **work: Callable[[], object]) -> dict[str, float]:
    """Return the median CPU milliseconds of each piece of work, measured in turns."""
    for function in work.values():
        for _ in range(WARM_UP):
            function()
    spent: dict[str, list[float]] = {name: [] for name in work}
    gc.collect()
    for _ in range(rounds):
        for name, function in work.items():
            started = process_time()
            function()
            spent[name].append((process_time() - started) * 1000)
    return {name: median(times) for name, times in spent.items()}
