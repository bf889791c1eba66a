"""One function over all row groups of a corpus, by whichever engine."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from os import cpu_count
from pathlib import Path
from typing import Generic, Literal, NamedTuple, TypeVar

from msgspec import Struct

from jiheng.corpus.coded.batches import Batch
from jiheng.corpus.engines.local import each_batch
from jiheng.corpus.engines.processes import in_processes
from jiheng.corpus.engines.spark import HERE, on_spark, spark_session
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.opening import Address, Corpus, open_corpus
from jiheng.rulebook.phrases import Told
from jiheng.rulebook.telling import Telling

EngineName = Literal["local", "processes", "spark"]
Made = TypeVar("Made")


class Engine(Struct, frozen=True, kw_only=True):
    """Where work is done.

    Attributes:
        jobs: threads or programs side by side; None takes one a core. Spark has its own.
        master: of the Spark cluster.
    """

    name: EngineName = "local"
    jobs: int | None = None
    master: str = HERE


def run(
    corpus: Corpus,
    work: Callable[[Batch], Made],
    facts: tuple[str, ...] = (),
    engine: Engine | None = None,
) -> Iterator[Made]:
    """Yield what a function makes of each row group, in their order.

    Args:
        corpus: the forms; other machines find its folder under the same path.
        work: for other engines than threads it can be pickled: a function of a module, or a
            ``partial`` of one.
        facts: as in ``Corpus.batch``.
        engine: None takes threads.

    Raises:
        CorpusError: a row group cannot be read, or the engine cannot be used.
    """
    engine = engine or Engine()
    if engine.name == "local":
        return each_batch(corpus, work, facts, engine.jobs)
    at_address = _AtAddress(corpus.folder.resolve(), work, facts)
    if engine.name == "spark":
        return _whole(_by_spark(at_address, corpus.addresses(), engine.master))
    jobs = engine.jobs or cpu_count() or 1
    return _whole(in_processes(at_address, corpus.addresses(), jobs))


def _whole(parts: Iterator[Made | "_Fault"]) -> Iterator[Made]:
    """Yield what was made, and raise what another program could not read."""
    for part in parts:
        if isinstance(part, _Fault):
            raise CorpusError(part.told)
        yield part


def _by_spark(
    work: Callable[[Address], Made], addresses: tuple[Address, ...], master: str
) -> Iterator[Made]:
    with spark_session(master) as session:
        yield from on_spark(session, work, addresses)


class _Fault(NamedTuple):
    """Why a row group gives nothing, however often it is begun."""

    told: Told


class _AtAddress(NamedTuple, Generic[Made]):
    """Work on a row group that another program reads itself."""

    folder: Path
    work: Callable[[Batch], Made]
    facts: tuple[str, ...]

    def __call__(self, address: Address) -> Made | _Fault:
        try:
            return self.work(_opened(self.folder).batch(address, self.facts))
        except Telling as error:
            # An exception would lose its languages on the way, and Spark would try again.
            return _Fault(error.told)


@lru_cache(maxsize=1)
def _opened(folder: Path) -> Corpus:
    """Return a corpus whose manifest a program reads once and not for each row group."""
    return open_corpus(folder)
