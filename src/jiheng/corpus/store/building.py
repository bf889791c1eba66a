"""Forms added to a corpus: all of them at one stroke, or none."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from jiheng import __version__
from jiheng.corpus.coded.keys import key_of
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.filing import Filed
from jiheng.corpus.store.layout import CODED, LOCK, MANIFEST, NESTED, UNFINISHED
from jiheng.corpus.store.locking import locked
from jiheng.corpus.store.manifest import read_manifest, sweep, write_manifest
from jiheng.corpus.store.opening import Corpus
from jiheng.corpus.store.parts import PartWriter
from jiheng.model.corpus import Manifest
from jiheng.model.form import Form
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import cause_of

_OURS = frozenset({MANIFEST, f"{MANIFEST}.{UNFINISHED}", LOCK, CODED, NESTED})


class Builder:
    """Takes forms for a corpus; what it took is there once ``commit`` has come back.

    Attributes:
        added: forms that are new.
        known: forms that were there already.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.added = self.known = 0
        self._folder, self._manifest = folder, manifest
        self._old = np.sort(Corpus(folder, manifest).keys())
        self._new: set[int] = set()
        self._writers: dict[tuple[int, str], PartWriter] = {}

    def passes(self, form: Form) -> bool:
        """Whether a form is there already, which is then counted."""
        key = key_of(form.id, form.source.sha256)
        at = int(np.searchsorted(self._old, key))
        is_old = at < len(self._old) and int(self._old[at]) == key
        self.known += is_old or key in self._new
        return is_old or key in self._new

    def add(self, form: Filed) -> None:
        """Take a form that is not there yet."""
        place = form.nested.year, form.nested.region
        if place not in self._writers:
            self._writers[place] = PartWriter(self._folder, *place)
        self._writers[place].add(form)
        self._new.add(form.key)
        self.added += 1

    def commit(self) -> Manifest:
        """Make all that was taken a part of the corpus, and return what it holds now."""
        parts = tuple(writer.finish() for _, writer in sorted(self._writers.items()))
        if parts:
            self._manifest = replace(
                self._manifest, jiheng=__version__, parts=(*self._manifest.parts, *parts)
            )
            write_manifest(self._folder, self._manifest)
        return self._manifest


@contextmanager
def building(folder: Path) -> Generator[Builder]:
    """Give a builder of the corpus in a folder; a new one begins where there is none.

    Raises:
        CorpusError: as ``claimed`` says, or the corpus is made up: nobody filed its forms.
    """
    with claimed(folder) as manifest:
        if manifest.made_up:
            raise CorpusError(phrase("corpus.is-made-up", path=called(folder)))
        yield Builder(folder, manifest)


@contextmanager
def claimed(folder: Path) -> Generator[Manifest]:
    """Give the manifest of the corpus in a folder, and nobody else may change it meanwhile.

    Files that a run left which was cut off are removed.

    Raises:
        CorpusError: the folder holds something else, cannot be written, or somebody is at work
            there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = sorted({each.name for each in folder.iterdir()} - _OURS)
        if strange:
            told = phrase("corpus.used", path=called(folder), name=called(strange[0]))
            raise CorpusError(told)
        with locked(folder):
            has_manifest = (folder / MANIFEST).exists()
            manifest = read_manifest(folder) if has_manifest else Manifest(jiheng=__version__)
            sweep(folder, manifest)
            yield manifest
    except OSError as error:
        told = phrase("corpus.unwritable", path=called(folder), cause=cause_of(error))
        raise CorpusError(told) from error
