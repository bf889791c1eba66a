"""How often the interval of a draw holds the truth: ``python -m benchmarks.draw_intervals``.

Counties are made up from seeds, drawn many times, and the sentence of docs/draw.md is written anew.
"""

import re
from pathlib import Path
from random import Random

from msgspec import Struct

from jiheng.corpus.draw.drawing import drawn
from jiheng.corpus.draw.estimate import estimate
from jiheng.corpus.draw.population import Entry, Population, Stratum

PAGE = Path(__file__).parent.parent / "docs" / "draw.md"
DRAWS = 1_500
FORMS, SIZES, SEEDS = 600, (15, 20, 30), (1, 2)
"""Forms of a county, drawn in each of its two strata."""
_SENTENCE = re.compile(r"(?s)<!-- intervals -->.*?<!-- end -->")
_LEAST = 10_000_00
_CHANGED = 1 / 3


class County(Struct, frozen=True, kw_only=True):
    """Invented forms, and how far the review of each would differ."""

    population: Population
    differences: dict[str, float]

    @property
    def truth(self) -> float:
        """The mean difference of all forms, each with its weight."""
        weights = {each.id: self.population.weight(each) for each in self.population.entries}
        differing = sum(weights[each] * value for each, value in self.differences.items())
        return differing / sum(weights.values())


class Coverage(Struct, frozen=True, kw_only=True):
    """Shares of the draws whose interval held the truth, or lay wholly above or below it."""

    held: float
    above: float
    below: float


def county(seed: int, size: int, *, by_money: bool) -> County:
    """Return a county of two strata, whose money is spread widely and a third of whose forms lose."""
    chance = Random(seed)
    entries = tuple(
        Entry(
            id=f"{number:03}",
            project="",
            unit="",
            department="",
            amount=int(chance.lognormvariate(16, 1.3)),
            stratum=str(number % 2),
        )
        for number in range(FORMS)
    )
    lost = {each.id: -chance.uniform(0.5, 12) * (chance.random() < _CHANGED) for each in entries}
    population = Population(
        title="",
        number_to_come="",
        strata=tuple(Stratum(name=name, size=size) for name in ("0", "1")),
        entries=entries,
        by_money=by_money,
        least=_LEAST,
    )
    return County(population=population, differences=lost)


def coverage(place: County, draws: int) -> Coverage:
    """Return how the intervals of so many draws lie to the truth."""
    truth, above, below = place.truth, 0, 0
    for seed in range(draws):
        chosen = drawn(place.population, seed.to_bytes(32))
        found = estimate(place.population, chosen, place.differences)
        if found is None or found.low is None or found.high is None:
            raise ValueError(seed)
        above += truth < found.low
        below += truth > found.high
    return Coverage(held=(draws - above - below) / draws, above=above / draws, below=below / draws)


def sentence(found: list[Coverage]) -> str:
    """Return what docs/draw.md says of the interval."""
    held = [each.held for each in found]
    mean = sum(held) / len(held)
    return (
        f"Over {DRAWS:,} draws of each of {len(found)} invented counties ({FORMS} forms, "
        f"{2 * SIZES[0]}–{2 * SIZES[-1]} drawn, a third of the\nreviews taking points off) the "
        f"interval held the true mean in {min(held):.1%}–{max(held):.1%} of the draws, "
        f"{mean:.1%} on average; it lay wholly above\nthe truth in at most "
        f"{max(each.above for each in found):.1%}, wholly below in at most "
        f"{max(each.below for each in found):.1%} (`python -m benchmarks.draw_intervals`)."
    )


def main() -> None:
    """Draw, count, and write the sentence."""
    found = [
        coverage(county(seed, size, by_money=by_money), DRAWS)
        for size in SIZES
        for by_money in (True, False)
        for seed in SEEDS
    ]
    text = f"<!-- intervals -->\n{sentence(found)}\n<!-- end -->"
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_SENTENCE.sub(lambda _: text, page), encoding="utf-8")


if __name__ == "__main__":
    main()
