"""Groups of texts that were written from one another, among any number of texts."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.auditing.copies.banding import Pairs, bands
from jiheng.corpus.auditing.copies.joining import Groups
from jiheng.corpus.auditing.copies.keeping import blocks
from jiheng.corpus.auditing.copies.likeness import LEAST_SHARED, likeness
from jiheng.corpus.auditing.copies.reading import Texts, read_texts
from jiheng.corpus.auditing.copies.shingling import Pieces
from jiheng.corpus.auditing.copies.signing import ROWS, signatures

_LEAST_AGREEING = 8
"""Places of two signatures; with fewer two texts are hardly ever alike enough."""
_PERCENT = 100


class Copies(NamedTuple):
    """Texts that are copies; positions count the texts as they came, from 0.

    Attributes:
        text: its position, rising.
        group: position of the first text of its group.
        nearest: position of the text of the group that it was found most like.
        jaccard: pieces in both over pieces in either, percent, rounded down.
        contained: pieces in both over those of the shorter text, percent, rounded down.
        widespread: 1 where so many texts say the same that it may come from a template.
    """

    text: NDArray[np.int64]
    group: NDArray[np.int64]
    nearest: NDArray[np.int64]
    jaccard: NDArray[np.int64]
    contained: NDArray[np.int64]
    widespread: NDArray[np.int64]


def near_copies(texts: Iterable[Sequence[str]], folder: Path | None = None) -> Copies:
    """Return the copies among masked texts.

    Args:
        texts: batch by batch, of any size that fits into memory; none is kept.
        folder: where about 1 KB a text is put while it works.

    Returns:
        The copies; always the same for the same texts in the same order.
    """
    with TemporaryDirectory(prefix=".", dir=folder) as kept:
        read = read_texts(texts, Path(kept))
        nearest = _Nearest(len(read.counts))
        _join_equals(read, nearest)
        _join_alike(read, nearest, Path(kept))
        return nearest.copies(read)


class _Nearest:
    """Of each text its group, and the text that it is most like."""

    def __init__(self, count: int) -> None:
        self.groups = Groups(count)
        self._text = np.full(count, -1)
        # Below what any pair has: that of a long text and a short one may round to 0.
        self._jaccard = np.full(count, -1)
        self._contained = np.zeros(count, np.int64)

    def take(self, pairs: Pairs, jaccard: NDArray[np.int64], contained: NDArray[np.int64]) -> None:
        """Join the texts of pairs that are this much alike."""
        self.groups.join(pairs)
        # Of two places that are written twice the last one stays: the pair most alike.
        order = np.argsort(jaccard, kind="stable")
        for one, other in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
            rising = order[jaccard[order] > self._jaccard[one[order]]]
            self._text[one[rising]] = other[rising]
            self._jaccard[one[rising]] = jaccard[rising]
            self._contained[one[rising]] = contained[rising]

    def copies(self, read: Texts) -> Copies:
        """Return the texts that are like some other one."""
        text = np.flatnonzero(self._text >= 0)
        return Copies(
            text=text,
            group=self.groups.first[text],
            nearest=self._text[text],
            jaccard=self._jaccard[text],
            contained=self._contained[text],
            widespread=(read.equals[text] > read.most).astype(np.int64),
        )


def _join_equals(read: Texts, nearest: _Nearest) -> None:
    """Join texts that are the same, and long enough to have been thought out by someone."""
    says = np.where(read.equals > read.most, read.counts, read.own.counts) >= LEAST_SHARED
    later = np.flatnonzero((read.first != np.arange(len(read.first))) & says)
    whole = np.full(len(later), _PERCENT)
    nearest.take(Pairs(read.first[later], later), whole, whole)


def _join_alike(read: Texts, nearest: _Nearest, folder: Path) -> None:
    """Join texts that have enough of their own in common; of equal ones the first is looked at."""
    is_first = read.first == np.arange(len(read.first))
    asked = np.flatnonzero(is_first & (read.own.counts >= LEAST_SHARED))
    if not len(asked):
        return
    for pairs in bands(_signed(read.own, asked, folder / "signed"), _LEAST_AGREEING):
        named = Pairs(asked[pairs.left], asked[pairs.right])
        apart = nearest.groups.apart(named)
        named = Pairs(named.left[apart], named.right[apart])
        alike = likeness(read.own, named)
        is_copy = alike.is_copy
        nearest.take(
            Pairs(named.left[is_copy], named.right[is_copy]),
            (alike.shared * _PERCENT // alike.either)[is_copy],
            (alike.shared * _PERCENT // alike.shorter)[is_copy],
        )


def _signed(own: Pieces, asked: NDArray[np.int64], path: Path) -> NDArray[np.uint16]:
    """Return the signatures of some texts; they stay on the disk until they are looked at."""
    signed = np.memmap(path, np.uint16, "w+", shape=(len(asked), ROWS))
    done = 0
    for pieces in blocks(own, asked):
        found = signatures(pieces)
        signed[done : done + len(found)] = found
        done += len(found)
    return signed
