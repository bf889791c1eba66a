"""Texts of any number as what is compared of them: their own pieces, and which are equal."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.auditing.copies.common import Frequencies
from jiheng.corpus.auditing.copies.keeping import PieceFile, blocks
from jiheng.corpus.auditing.copies.shingling import Pieces, mixed, pieces_of

_BATCH = 1 << 14


class Texts(NamedTuple):
    """What is known of texts, one place a text.

    Attributes:
        own: the pieces that few texts have.
        counts: how many pieces each has in all.
        first: position of the first text that is the same.
        equals: how many texts are the same, itself among them.
        most: in so many texts a piece of one's own may stand.
    """

    own: Pieces
    counts: NDArray[np.int64]
    first: NDArray[np.int64]
    equals: NDArray[np.int64]
    most: int


def read_texts(texts: Iterable[Sequence[str]], folder: Path) -> Texts:
    """Return what is compared of texts, batch by batch; their pieces stay in the folder."""
    every, frequencies = PieceFile(folder / "every"), Frequencies()
    digests = [np.empty(0, np.uint64)]
    for batch in texts:
        for start in range(0, len(batch), _BATCH):
            pieces = pieces_of(batch[start : start + _BATCH])
            every.add(pieces)
            frequencies.add(pieces)
            digests.append(_digests(pieces))
    read = every.done()
    own = PieceFile(folder / "own")
    for pieces in blocks(read):
        own.add(pieces.only(frequencies.is_own(pieces)))
    first, equals = _equals(np.concatenate(digests))
    return Texts(own.done(), read.counts, first, equals, frequencies.most)


def _digests(pieces: Pieces) -> NDArray[np.uint64]:
    """Return a number for each text that only texts of the same pieces have."""
    before = np.zeros(len(pieces.hashes) + 1, np.uint64)
    np.cumsum(mixed(pieces.hashes.astype(np.uint64)), out=before[1:])
    return before[pieces.begin[1:]] - before[pieces.begin[:-1]]


def _equals(digests: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    _, first, which, counts = np.unique(
        digests, return_index=True, return_inverse=True, return_counts=True
    )
    return first[which], counts[which]
