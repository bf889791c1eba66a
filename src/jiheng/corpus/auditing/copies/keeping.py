"""The pieces of all texts, kept on the disk while they are compared."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.auditing.copies.shingling import Pieces

_BLOCK = 1 << 17
"""Pieces that are looked at together: so many that a processor keeps them at hand."""


class PieceFile:
    """Pieces of one batch of texts after another, written once and then read by the block."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._counts: list[NDArray[np.int64]] = []
        self._file = path.open("wb")

    def add(self, pieces: Pieces) -> None:
        """Keep the pieces of further texts."""
        self._counts.append(pieces.counts)
        self._file.write(pieces.hashes.tobytes())

    def done(self) -> Pieces:
        """Return the pieces of all texts; they stay on the disk until they are looked at."""
        self._file.close()
        counts = np.concatenate((np.zeros(1, np.int64), *self._counts))
        begin = np.cumsum(counts)
        # An empty file cannot be mapped.
        is_empty = not begin[-1]
        return Pieces(begin, np.empty(0, np.uint32) if is_empty else _mapped(self._path))


def _mapped(path: Path) -> NDArray[np.uint32]:
    return np.memmap(path, dtype=np.uint32, mode="r")


def blocks(pieces: Pieces, texts: NDArray[np.int64] | None = None) -> Iterator[Pieces]:
    """Yield the pieces of texts, all or some, as many together as fit into little memory."""
    asked = np.arange(len(pieces.begin) - 1) if texts is None else texts
    before = np.concatenate((np.zeros(1, np.int64), np.cumsum(pieces.counts[asked])))
    start = 0
    while start < len(asked):
        end = int(np.searchsorted(before, int(before[start]) + _BLOCK, "right")) - 1
        end = max(end, start + 1)
        yield pieces.of(asked[start:end])
        start = end
