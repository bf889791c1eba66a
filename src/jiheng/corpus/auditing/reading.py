"""The audited forms of a corpus, portion by portion."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.layout import Arrow
from jiheng.corpus.store.opening import Corpus
from jiheng.model.audit import Verdict
from jiheng.model.corpus import NestedFinding
from jiheng.model.form import Form
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import phrase

_TOGETHER = 8
"""Row groups of a portion, some eight thousand forms."""


class AuditedForm(Struct, frozen=True, kw_only=True, gc=False):
    """What is taken of a row of the nested table; see ``NestedForm``."""

    id: str
    year: int
    region: str
    pack: str
    total_printed: int | None
    low: int | None
    high: int | None
    amount: int | None
    verdict: Verdict
    points_at_stake: str
    findings: tuple[NestedFinding, ...]
    json: str

    @property
    def form(self) -> Form:
        """The form itself."""
        return msgspec.json.decode(self.json, type=Form)


class Portion(NamedTuple):
    """Some row groups of a nested file: what one program takes at a time."""

    path: Path
    groups: range


def portions(corpus: Corpus) -> Iterator[Portion]:
    """Yield all of a corpus in portions, in its order.

    Raises:
        CorpusError: a file of it is missing or broken, or its forms were never kept whole.
    """
    for part in corpus.manifest.parts:
        path = corpus.path(part, "nested")
        if path is None:
            raise CorpusError(phrase("corpus.no-nested", path=called(corpus.folder)))
        with _opened(path) as file:
            count = file.num_row_groups
        for first in range(0, count, _TOGETHER):
            yield Portion(path, range(first, min(first + _TOGETHER, count)))


def audited_forms(portion: Portion) -> Iterator[AuditedForm]:
    """Yield the forms of a portion with what was said of them.

    Raises:
        CorpusError: the file is missing or broken.
    """
    names = list(AuditedForm.__struct_fields__)
    with _opened(portion.path) as file:
        for group in portion.groups:
            rows = file.read_row_group(group, columns=names, use_threads=False).to_pylist()
            yield from msgspec.convert(rows, list[AuditedForm])


@contextmanager
def _opened(path: Path) -> Generator[Arrow]:
    parquet: Any = import_module("pyarrow.parquet")
    arrow: Any = import_module("pyarrow")
    try:
        with parquet.ParquetFile(path) as file:
            yield file
    except (OSError, arrow.ArrowException) as error:
        raise CorpusError(phrase("corpus.broken", path=called(path))) from error
