"""Row groups worked on by threads of this program, one at a time each."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from os import cpu_count
from typing import TypeVar

from jiheng.corpus.coded.batches import Batch
from jiheng.corpus.store.opening import Address, Corpus

Made = TypeVar("Made")


def each_batch(
    corpus: Corpus,
    work: Callable[[Batch], Made],
    facts: tuple[str, ...] = (),
    threads: int | None = None,
) -> Iterator[Made]:
    """Yield what a function makes of each row group, in their order.

    Both decoding and compiled code run side by side; no more row groups are in memory than threads
    work on, and what comes early waits for its turn.

    Args:
        corpus: the forms.
        work: called in several threads.
        facts: as in ``Corpus.batch``.
        threads: how many; None takes one a core.
    """

    def done(address: Address) -> Made:
        return work(corpus.batch(address, facts))

    count = threads or cpu_count() or 1
    addresses = iter(corpus.addresses())
    with ThreadPoolExecutor(count) as pool:

        def begin(many: int) -> list[Future[Made]]:
            return [pool.submit(done, address) for address in islice(addresses, many)]

        running = deque(begin(2 * count))
        while running:
            made = running.popleft().result()
            running.extend(begin(1))
            yield made
