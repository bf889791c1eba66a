"""The document of a simulation, from the whole numbers of its tallies."""

from fractions import Fraction
from itertools import pairwise

from jiheng.corpus.simulation.grading import state_names
from jiheng.corpus.simulation.tally import BINS, HALF, MEASURES, POINT, STEPS, Column, Group, Tally
from jiheng.model.decimals import decimal_words
from jiheng.model.points import format_points
from jiheng.model.simulation import Bin, Ends, Grouping, KeyName, Move, Row, Step, Sums

_MEAN_PLACES = 4


def step_of(
    value: str | None, whole: Tally, keys: tuple[KeyName, ...], grades: tuple[str, ...]
) -> Step:
    """Return what a tally says.

    Args:
        value: of the parameter that a sweep goes along.
        whole: of all forms of the corpus.
        keys: by what they were put together.
        grades: the names of all grades, the lowest first.
    """
    everything, *groups = whole.groups
    low_before, high_before, low_after, high_after = whole.totals
    return Step(
        value=value,
        sums=_rows(everything)[0].sums,
        moves=_moves(whole, grades),
        totals_before=_total_bins(low_before, high_before),
        totals_after=_total_bins(low_after, high_after),
        changes=_change_bins(whole.changes),
        groupings=tuple(
            Grouping(by=key, rows=_rows(group)) for key, group in zip(keys, groups, strict=True)
        ),
    )


def _rows(group: Group) -> tuple[Row, ...]:
    """Return a row for each name that has forms."""
    columns = group.sums.T.tolist()
    named = zip(group.names, columns, strict=True)
    return tuple(Row(name=name, sums=_sums(column)) for name, column in named if column[0])


def _sums(column: list[int]) -> Sums:
    found = dict(zip(MEASURES, column, strict=True))
    counts = {
        name: found[name]
        for name in ("forms", "compared", "changed", "crossing", "up", "down", "ranges_before",
                     "ranges_after", "unsaid_before", "unsaid_after", "unbudgeted")
    }  # fmt: skip
    return Sums(
        before=_ends(found["low_before"], found["high_before"]),
        after=_ends(found["low_after"], found["high_after"]),
        mean_before=_means(found["low_before"], found["high_before"], found["compared"]),
        mean_after=_means(found["low_after"], found["high_after"], found["compared"]),
        money=_yuan(found["money_upper"], found["money_lower"]),
        crossing_money=_yuan(found["crossing_money_upper"], found["crossing_money_lower"]),
        **counts,
    )


def _ends(low: int, high: int) -> Ends:
    return Ends(low=format_points(low), high=format_points(high))


def _means(low: int, high: int, count: int) -> Ends | None:
    if not count:
        return None
    ends = (decimal_words(Fraction(end, count * POINT), _MEAN_PLACES) for end in (low, high))
    return Ends(**dict(zip(("low", "high"), ends, strict=True)))


def _yuan(upper: int, lower: int) -> str:
    return decimal_words(Fraction((upper << HALF) + lower, 100), 2)


def _moves(whole: Tally, grades: tuple[str, ...]) -> tuple[Move, ...]:
    """Return the states before and after that forms have."""
    names = (*state_names(grades), None)
    upper, lower = whole.money
    return tuple(
        Move(
            before=before,
            after=after,
            forms=int(whole.moves[first, second]),
            money=_yuan(int(upper[first, second]), int(lower[first, second])),
        )
        for first, before in enumerate(names)
        for second, after in enumerate(names)
        if whole.moves[first, second]
    )


def _total_bins(lows: Column, highs: Column) -> tuple[Bin, ...]:
    bounds = [*map(str, range(BINS)), None]
    return _bins(list(pairwise(bounds)), lows, highs)


def _change_bins(changes: Column) -> tuple[Bin, ...]:
    firsts = [None, *map(format_points, STEPS)]
    lasts = [*(format_points(step - 1) for step in STEPS), None]
    return _bins(list(zip(firsts, lasts, strict=True)), changes[0], changes[1])


def _bins(
    bounds: list[tuple[str | None, str | None]], lowest: Column, highest: Column
) -> tuple[Bin, ...]:
    pairs = zip(lowest.tolist(), highest.tolist(), strict=True)
    return tuple(
        Bin(low=low, high=high, lowest=first, highest=second)
        for (low, high), (first, second) in zip(bounds, pairs, strict=True)
    )
