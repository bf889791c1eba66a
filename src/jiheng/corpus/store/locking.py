"""One builder at a time: a lock that is gone with the program that held it."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.layout import LOCK
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import phrase

try:
    import fcntl
except ImportError:
    # Windows has no such lock; there nobody is kept out.
    fcntl = None


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Keep other builders out of a corpus.

    Raises:
        CorpusError: another one is at work there.
    """
    with (folder / LOCK).open("a") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise CorpusError(phrase("corpus.busy", path=called(folder))) from error
        yield
