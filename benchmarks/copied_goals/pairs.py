"""Pairs of texts with a label, and what is found of them."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from jiheng.corpus.auditing.copies.finding import near_copies
from jiheng.corpus.auditing.copies.masking import masked

PAIRS = Path(__file__).parents[2] / "tests/corpus/auditing/copies/pairs.tsv"


class Pair(Struct, frozen=True, kw_only=True):
    """Two texts; ``is_copy`` as somebody said who read them, ``is_found`` as the program says."""

    half: str
    kind: str
    is_copy: bool
    is_found: bool


class Score(Struct, frozen=True, kw_only=True):
    """How many copies were found, found wrongly, and missed."""

    found: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is a copy."""
        return self.found / (self.found + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the copies that was found."""
        return self.found / (self.found + self.missed)


def judged(path: Path = PAIRS) -> tuple[Pair, ...]:
    """Return the pairs of a file, all their texts looked through together."""
    lines = [line for line in path.read_text().splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    texts = [
        masked(text, (unit,))
        for _, _, _, *units, left, right in rows
        for unit, text in zip(units, (left, right), strict=True)
    ]
    copies = near_copies([texts])
    groups = dict(zip(copies.text.tolist(), copies.group.tolist(), strict=True))
    return tuple(
        Pair(
            half=half,
            kind=kind,
            is_copy=label == "copy",
            is_found=groups.get(2 * at, -1) == groups.get(2 * at + 1, -2),
        )
        for at, (half, kind, label, *_) in enumerate(rows)
    )


def score(pairs: Iterable[Pair]) -> Score:
    """Return how much of what was found is right."""
    said = [(each.is_copy, each.is_found) for each in pairs]
    return Score(
        found=said.count((True, True)),
        wrong=said.count((False, True)),
        missed=said.count((True, False)),
    )
