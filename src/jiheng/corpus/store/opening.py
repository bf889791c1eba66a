"""A corpus that is there: its row groups, decoded one at a time."""

from collections import Counter
from collections.abc import Collection, Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from jiheng.corpus.coded.batches import (
    BUDGET_TYPES,
    NO_NUMBERS,
    NO_TEXTS,
    READING_TYPES,
    Array,
    Batch,
    Exact,
    Facts,
    Guard,
    Texts,
    begins,
    facts_of,
    frozen,
)
from jiheng.corpus.coded.coding import BASES, CodedForm
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.layout import (
    GUARDS,
    MONEY,
    NUMBERS,
    REPEATING,
    TEXTS,
    Arrow,
    money_column,
)
from jiheng.corpus.store.manifest import read_manifest
from jiheng.model.corpus import FileKind, Manifest, Part
from jiheng.model.form import Form
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.kernels.forms import Budgets, Readings

_SCORED = ("key", "rows", *(name for name, _ in MONEY), *GUARDS, "exact")


class Address(NamedTuple):
    """Where a row group is: enough to read it in another program, beside the corpus' folder."""

    part: str
    group: int


class Corpus:
    """A corpus opened for reading; threads and programs may share its folder.

    Attributes:
        manifest: what it holds.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest = manifest
        self._parts = {part.path: part for part in manifest.parts}

    def addresses(self) -> tuple[Address, ...]:
        """Return all row groups, in the order of the manifest."""
        return tuple(
            Address(part.path, group)
            for part in self.manifest.parts
            for group in range(part.groups)
        )

    def batch(self, address: Address, facts: tuple[str, ...] = ()) -> Batch:
        """Return the forms of a row group.

        Args:
            address: of the row group.
            facts: names of the ``Facts`` that are asked for; each costs time.

        Raises:
            CorpusError: a file of it is missing or broken.
        """
        part = self._parts[address.part]
        forms = self._group(address, "forms", (*_SCORED, *facts))
        rows = self._group(address, "rows", READING_TYPES._fields)
        counts = _array(forms, "rows")
        # Compiled code does not look whether a place is there.
        if counts.min(initial=0) < 0 or int(counts.sum(dtype="i8")) != len(rows):
            raise CorpusError(phrase("corpus.broken", path=called(self.folder / address.part)))
        return Batch(
            part=address.part,
            group=address.group,
            year=part.year,
            region=part.region,
            keys=_array(forms, "key"),
            begin=begins(counts),
            budgets=tuple(
                Budgets(*(_array(forms, money_column(base, name)) for name in BUDGET_TYPES._fields))
                for base in BASES
            ),
            readings=Readings(*(_array(rows, name) for name in READING_TYPES._fields)),
            guard=Guard(*(_array(forms, name) for name in GUARDS)),
            exact=_exact(forms),
            facts=_facts(forms, facts),
        )

    def batches(self, facts: tuple[str, ...] = ()) -> Iterator[Batch]:
        """Yield the forms of one row group after the other."""
        return (self.batch(address, facts) for address in self.addresses())

    def keys(self) -> Array:
        """Return the keys of all forms, 8 bytes each."""
        groups = (self._group(address, "forms", ("key",)) for address in self.addresses())
        return np.concatenate([np.empty(0, "i8"), *(_array(each, "key") for each in groups)])

    def forms(self, ids: Collection[str]) -> Iterator[Form]:
        """Yield the forms with these ids, as they were read; an id that is not there is passed by.

        Raises:
            CorpusError: a file is broken, or the corpus has no nested forms.
        """
        arrow, compute = import_module("pyarrow"), import_module("pyarrow.compute")
        wanted = arrow.array(list(ids), arrow.string())
        before: Counter[str] = Counter()
        for address in self.addresses():
            column = self._group(address, "forms", ("ids",)).column("ids")
            places = np.flatnonzero(compute.is_in(column, wanted).to_numpy())
            yield from self._nested(address.part, (places + before[address.part]).tolist())
            before[address.part] += len(column)

    def _nested(self, part: str, places: list[int]) -> Iterator[Form]:
        """Yield the forms at some places of a part: nested forms stand in the same order."""
        if not places:
            return
        # All row groups but the last are as large as the first.
        size = len(self._group(Address(part, 0), "nested", ("id",)))
        for group, within in groupby(places, lambda place: place // size):
            texts = self._group(Address(part, group), "nested", ("json",)).column("json")
            for place in within:
                yield msgspec.json.decode(texts[place % size].as_py(), type=Form)

    def path(self, part: Part, kind: FileKind) -> Path | None:
        """Return where a file of a part is; None where the part has none of its kind."""
        found = (file.path for file in part.files if file.kind == kind)
        return next((self.folder / path for path in found), None)

    def _group(self, address: Address, kind: FileKind, columns: tuple[str, ...]) -> Arrow:
        """Return columns of one row group."""
        path = self.path(self._parts[address.part], kind)
        if path is None:
            raise CorpusError(phrase("corpus.no-nested", path=called(self.folder)))
        # optional, and not typed
        parquet: Any = import_module("pyarrow.parquet")
        arrow: Any = import_module("pyarrow")
        kept = [name for name in columns if name in REPEATING]
        try:
            with parquet.ParquetFile(path, memory_map=True, read_dictionary=kept) as file:
                return file.read_row_group(address.group, columns=[*columns], use_threads=False)
        except (OSError, arrow.ArrowException) as error:
            raise CorpusError(phrase("corpus.broken", path=called(path))) from error


def open_corpus(folder: Path) -> Corpus:
    """Return the corpus in a folder.

    Raises:
        CorpusError: there is none, or this version cannot read it.
    """
    return Corpus(folder, read_manifest(folder))


def _array(table: Arrow, name: str) -> Array:
    return frozen(table.column(name).to_numpy())


def _exact(forms: Arrow) -> tuple[Exact, ...]:
    column = forms.column("exact").combine_chunks()
    if column.null_count == len(column):
        return ()
    places = np.flatnonzero(column.is_valid().to_numpy(zero_copy_only=False))
    return tuple(
        Exact(int(place), msgspec.json.decode(column[int(place)].as_py(), type=CodedForm))
        for place in places
    )


def _facts(forms: Arrow, names: tuple[str, ...]) -> Facts:
    texts = (_texts(forms, name) if name in names else NO_TEXTS for name in TEXTS)
    numbers = (_array(forms, name) if name in names else NO_NUMBERS for name in NUMBERS)
    return facts_of(texts, numbers)


def _texts(forms: Arrow, name: str) -> Texts:
    column = forms.column(name).combine_chunks()
    if name not in REPEATING:
        column = column.dictionary_encode()
    codes = column.indices.fill_null(-1).to_numpy()
    return Texts(frozen(codes), tuple(column.dictionary.to_pylist()))
