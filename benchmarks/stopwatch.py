"""Times functions against one another in one run, so that a busy machine slows both."""

import gc
from collections.abc import Callable
from time import process_time

WARM_UP = 3


def compare(rounds: int, **work: Callable[[], object]) -> dict[str, float]:
    """Return the fewest CPU milliseconds of each piece of work, measured in turns.

    The least of many rounds is what the machine can do; all that is above it is its neighbours.

    The garbage of one piece is cleared before the next begins, so that nobody pays for another;
    then each runs once unmeasured, so that none starts in a processor cache swept by the clearing,
    and while the clock runs the collector stands still, as ``timeit`` has it.
    """
    for function in work.values():
        for _ in range(WARM_UP):
            function()
    spent: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, function in work.items():
            gc.collect()
            gc.disable()
            function()
            started = process_time()
            function()
            spent[name].append((process_time() - started) * 1000)
            gc.enable()
    return {name: min(times) for name, times in spent.items()}
