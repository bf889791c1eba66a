"""Texts made up from a seed, a known part of them adapted from others."""

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from msgspec import Struct

_WORDS, _SIGNS = 4_000, 1_500
_FIRST_SIGN, _LAST_SIGN = 0x4E00, 0x9000
_BATCH = 10_000
_ORIGINALS = 5_000
_EVERY = 50
"""One text in so many is a copy."""
_CHANGED = 8
"""One word in so many of a copy is another one."""


class MadeText(Struct, frozen=True, kw_only=True):
    """A text, and the position of the text that it was adapted from."""

    text: str
    copied_from: int | None


def made_texts(count: int, seed: int = 1) -> Iterator[list[MadeText]]:
    """Yield texts of 15 to 60 words, batch by batch; the same ones for the same arguments.

    The words are as frequent as those of a language are (Zipf). A copy keeps seven words of eight,
    and has figures of its own.
    """
    dice = Random(seed)
    signs = [chr(dice.randrange(_FIRST_SIGN, _LAST_SIGN)) for _ in range(_SIGNS)]
    words = [dice.choice(signs) + dice.choice(signs) for _ in range(_WORDS)]
    weights = list(accumulate(1 / (rank + 5) for rank in range(_WORDS)))
    originals: list[tuple[int, list[str]]] = []
    batch: list[MadeText] = []
    for number in range(count):
        source = dice.choice(originals) if number % _EVERY == _EVERY - 1 else None
        told = dice.choices(words, cum_weights=weights, k=dice.randrange(15, 60))
        if source is not None:
            told = [
                dice.choice(words) if not dice.randrange(_CHANGED) else each for each in source[1]
            ]
        elif len(originals) < _ORIGINALS or not dice.randrange(100):
            originals[_ORIGINALS - 1 :] = [(number, told)]
        text = f"{''.join(told)}，完成{dice.randrange(1_000_000)}人次。"
        batch.append(MadeText(text=text, copied_from=source and source[0]))
        if len(batch) == _BATCH:
            yield batch
            batch = []
    yield batch
