"""The flat tables of a whole corpus, made by programs side by side."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from jiheng.corpus.auditing.extracting import Extraction
from jiheng.corpus.auditing.reading import Portion, audited_forms, portions
from jiheng.corpus.auditing.tables import EXTRACTED, HIDDEN, Writer, batches
from jiheng.corpus.engines.processes import in_processes
from jiheng.corpus.store.opening import Corpus


class _Task(NamedTuple):
    """A portion, and where its tables are put."""

    portion: Portion
    folder: Path


def gather(corpus: Corpus, folder: Path, programs: int = 1) -> None:
    """Write the flat tables of all forms into a folder, in the order of the corpus.

    Args:
        corpus: with its forms kept whole.
        folder: is there already.
        programs: so many work side by side; 1 is this one alone.

    Raises:
        CorpusError: the corpus is broken, or its forms were never kept whole.
    """
    with TemporaryDirectory(prefix=HIDDEN, dir=folder) as scratch:
        tasks = [
            _Task(portion, Path(scratch) / str(number))
            for number, portion in enumerate(portions(corpus))
        ]
        done = in_processes(_extract, tasks, programs) if programs > 1 else map(_extract, tasks)
        for _ in done:
            pass
        for table in EXTRACTED:
            with Writer(folder, table) as writer:
                for task in tasks:
                    for batch in batches(task.folder, table):
                        writer.write(batch)


def _extract(task: _Task) -> None:
    # It may be there from a program that died.
    task.folder.mkdir(exist_ok=True)
    with Extraction(task.folder) as extraction:
        for audited in audited_forms(task.portion):
            extraction.add(audited)
