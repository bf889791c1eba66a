"""The coded files of one part, written row group after row group."""

import os
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from jiheng.corpus.coded.batches import Array, Batch, Texts
from jiheng.corpus.store.layout import (
    BASED_MONEY,
    NUMBERS,
    SHARED_MONEY,
    TEXTS,
    UNFINISHED,
    Arrow,
    forms_schema,
    path_of,
    rows_schema,
)
from jiheng.corpus.store.manifest import sha256_of
from jiheng.model.corpus import CorpusFile, FileKind, PackUse, Part

# Measured: dictionaries of all columns with LZ4 decode a million forms in 0.27 CPU seconds from 54
# bytes a form; ZSTD needs 0.37 and saves a fifth, plain pages save nothing.
_COMPRESSION = "lz4"


class CodedWriter:
    """Writes the coded files of a part under unfinished names; what is no batch yet comes before.

    Args:
        folder: of the corpus.
        year: of the forms.
        region: of the forms.
    """

    def __init__(self, folder: Path, year: int, region: str) -> None:
        parquet: Any = import_module("pyarrow.parquet")
        self._folder, self._year, self._region = folder, year, region
        self._digest = sha256()
        self._forms = self._rows = self._groups = 0
        schemas: dict[FileKind, Arrow] = {"forms": forms_schema(), "rows": rows_schema()}
        self._writers: dict[FileKind, Arrow] = {
            kind: parquet.ParquetWriter(self.begin(kind), schema, compression=_COMPRESSION)
            for kind, schema in schemas.items()
        }

    def begin(self, kind: FileKind) -> Path:
        """Return where a file of the part is written to until it is finished."""
        path = self._folder / path_of(kind, self._year, self._region, UNFINISHED)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def write(self, batch: Batch) -> None:
        """Add a row group."""
        rows = int(batch.begin[-1])
        self._writers["forms"].write_table(_forms_table(batch), row_group_size=batch.size)
        self._writers["rows"].write_table(_rows_table(batch), row_group_size=max(rows, 1))
        self._digest.update(batch.keys.tobytes())
        self._forms, self._rows = self._forms + batch.size, self._rows + rows
        self._groups += 1

    def finish(self, packs: tuple[PackUse, ...], others: tuple[FileKind, ...] = ()) -> Part:
        """Close the files, give them their names and return the part that they are.

        Args:
            packs: that its forms were audited by.
            others: files that somebody else has begun here and closed.
        """
        for writer in self._writers.values():
            writer.close()
        name = self._free_name()
        return Part(
            name=name,
            year=self._year,
            region=self._region,
            forms=self._forms,
            rows=self._rows,
            groups=self._groups,
            packs=packs,
            files=tuple(self._named(kind, name) for kind in (*self._writers, *others)),
        )

    def _free_name(self) -> str:
        """Return a name that no part of this year and region has."""
        digest = self._digest.hexdigest()
        path = self._folder / path_of("forms", self._year, self._region, digest[:8])
        return digest[:16] if path.exists() else digest[:8]

    def _named(self, kind: FileKind, name: str) -> CorpusFile:
        unfinished = self.begin(kind)
        with unfinished.open("rb") as file:
            # on the disk before the manifest names it
            os.fsync(file.fileno())
        path = path_of(kind, self._year, self._region, name)
        final = unfinished.replace(self._folder / path)
        return CorpusFile(kind=kind, path=path, size=final.stat().st_size, sha256=sha256_of(final))


def _forms_table(batch: Batch) -> Arrow:
    arrow: Any = import_module("pyarrow")
    money = batch.budgets[0]
    texts: list[str | None] = [None] * batch.size
    for place, form in batch.exact:
        texts[place] = msgspec.json.encode(form).decode()
    return arrow.table(
        [
            batch.keys,
            np.diff(batch.begin),
            *(getattr(money, name) for name in SHARED_MONEY),
            *(getattr(by_base, name) for by_base in batch.budgets for name in BASED_MONEY),
            *batch.guard,
            texts,
            *(_words(getattr(batch.facts, name)) for name in TEXTS),
            *(getattr(batch.facts, name) for name in NUMBERS),
        ],
        names=forms_schema().names,
    ).cast(forms_schema())


def _words(texts: Texts) -> Arrow:
    arrow: Any = import_module("pyarrow")
    codes: Array = texts.codes
    column = arrow.array(codes, mask=codes < 0, type=arrow.int32())
    return arrow.DictionaryArray.from_arrays(column, arrow.array(texts.words, arrow.string()))


def _rows_table(batch: Batch) -> Arrow:
    arrow: Any = import_module("pyarrow")
    return arrow.table(list(batch.readings), schema=rows_schema())
