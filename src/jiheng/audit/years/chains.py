"""What goes on from year to year, joined from its single steps."""

from collections.abc import Mapping

Chain = Mapping[int, int]
"""Turn of the year → position in that year."""

_NOTHING: Mapping[int, int] = {}


def chains(counts: tuple[int, ...], steps: tuple[Mapping[int, int], ...]) -> tuple[Chain, ...]:
    """Return everything that there is in some year, each once: what the latest year has first.

    Args:
        counts: how many there are in each year.
        steps: from each year to the next: position in the later → in the earlier one.

    Example:
        >>> chains((2, 2), ({0: 1},))
        ({0: 1, 1: 0}, {1: 1}, {0: 0})
    """
    begun: list[dict[int, int]] = []
    earlier: dict[int, dict[int, int]] = {}
    for turn, count in enumerate(counts):
        before = steps[turn - 1] if turn else _NOTHING
        here: dict[int, dict[int, int]] = {}
        for at in range(count):
            chain = earlier[before[at]] if at in before else dict[int, int]()
            if at not in before:
                begun.append(chain)
            chain[turn] = at
            here[at] = chain
        earlier = here
    begun.sort(key=lambda chain: (-max(chain), chain[max(chain)]))
    return tuple(begun)
