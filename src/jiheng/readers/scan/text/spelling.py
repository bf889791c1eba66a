"""What the network sees in a line of text, as spellings with their chances.

At each step from left to right the network gives a chance to each sign, and to none; a sign that
goes on over several steps is one. So several paths lead to one spelling, and its chance is theirs
together (connectionist temporal classification; prefix beam search).
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct
from numpy import arange, float32, searchsorted
from numpy.typing import NDArray

LIKELIEST = 6
"""So many signs of a step are kept."""

WIDTH = 8
"""So many beginnings are followed at a time."""

_UNLIKELY = 1e-4


class Step(NamedTuple):
    """The likeliest signs of one step with their chances; "" for none."""

    signs: tuple[str, ...]
    chances: tuple[float, ...]


Strip = tuple[Step, ...]
"""A line of text from left to right."""


class Letter(NamedTuple):
    """A letter, the chance that it is one, and the step at which it is surest."""

    sign: str
    chance: float
    step: int


class Look(Struct, frozen=True, kw_only=True, gc=False):
    """The likeliest letter of each step of a line."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        """What the letters say."""
        return "".join(letter.sign for letter in self.letters)

    @property
    def chance(self) -> float:
        """That of the least sure letter."""
        return min((letter.chance for letter in self.letters), default=1.0)


class Spelling(Struct, frozen=True, kw_only=True, gc=False):
    """What a line may say, and the chance that it does."""

    text: str
    chance: float


def strip_of(chances: NDArray[float32], signs: tuple[str, ...]) -> Strip:
    """Return the likeliest signs of each step.

    Args:
        chances: steps × signs.
        signs: what each number stands for.
    """
    steps, kept = (chances > _UNLIKELY).nonzero()
    likely = list(zip(kept.tolist(), chances[steps, kept].tolist(), strict=True))
    ends: list[int] = searchsorted(steps, arange(len(chances)), side="right").tolist()
    return tuple(_step(likely[start:end], signs) for start, end in pairwise((0, *ends)))


def _step(likely: list[tuple[int, float]], signs: tuple[str, ...]) -> Step:
    """Return the likeliest of some signs; where the network holds none for likely, none is seen."""
    best = sorted(likely, key=_by_chance)[:LIKELIEST]
    return Step(
        tuple(signs[number] for number, _ in best) or ("",),
        tuple(chance for _, chance in best) or (1.0,),
    )


def _by_chance(item: tuple[object, float]) -> float:
    return -item[1]


def first_look(strip: Strip) -> Look:
    """Return the likeliest sign of each step; one that goes on is as sure as its surest step."""
    letters: list[Letter] = []
    last = ""
    for at, step in enumerate(strip):
        letter = Letter(step.signs[0], step.chances[0], at)
        if letter.sign and letter.sign != last:
            letters.append(letter)
        elif letter.sign and letter.chance > letters[-1].chance:
            letters[-1] = letter
        last = letter.sign
    return Look(letters=tuple(letters))


def folded(strip: Strip, same: Mapping[str, str]) -> Strip:
    """Return the strip with signs that look alike taken for one; their chances add up."""
    return tuple(_folded(step, same) for step in strip)


def _folded(step: Step, same: Mapping[str, str]) -> Step:
    chances: dict[str, float] = {}
    for sign, chance in zip(*step, strict=True):
        known = same.get(sign, sign)
        chances[known] = chances.get(known, 0.0) + chance
    order = sorted(chances.items(), key=_by_chance)
    return Step(*zip(*order, strict=True))


def spellings(strip: Strip) -> tuple[Spelling, ...]:
    """Return what a line may say, the likeliest first."""
    ends: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}
    for step in strip:
        ends = _extended(ends, step)
    return tuple(
        Spelling(text=text, chance=min(sum(chances), 1.0)) for text, chances in ends.items()
    )


def _extended(ends: dict[str, tuple[float, float]], step: Step) -> dict[str, tuple[float, float]]:
    """Return the likeliest beginnings after one more step.

    Each has two chances: that the step holds no sign, and that its last sign is there.
    """
    after: dict[str, tuple[float, float]] = {}
    for text, (none, some) in ends.items():
        for sign, chance in zip(*step, strict=True):
            if not sign:
                _add(after, text, (none + some) * chance, 0.0)
            elif text.endswith(sign):
                _add(after, text, 0.0, some * chance)
                _add(after, text + sign, 0.0, none * chance)
            else:
                _add(after, text + sign, 0.0, (none + some) * chance)
    best = sorted(after.items(), key=lambda item: -sum(item[1]))
    return dict(best[:WIDTH])


def _add(ends: dict[str, tuple[float, float]], text: str, none: float, some: float) -> None:
    before = ends.get(text, (0.0, 0.0))
    ends[text] = (before[0] + none, before[1] + some)
