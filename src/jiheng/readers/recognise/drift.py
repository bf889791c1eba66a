"""Level labels that stand one row early moved back to where they belong.

Three things tell such a label: the points of the first-level headings against the sums of the
weights below them, what the names of the indicators speak of, and a row that has the first level
of the rows below but no second level of that kind.
"""

from itertools import pairwise, product

from msgspec.structs import replace

from jiheng.model.form import Doubt
from jiheng.model.points import parse_points
from jiheng.readers.recognise.levels import Levels, Placed
from jiheng.readers.recognise.texts import level_text
from jiheng.rulebook.headings import headings, level2_parents

_FIRST_FIELDS = ("level1", "level1_printed", "level1_points")
_SUM, _ROUND, _VOTE, _AGAINST, _MOVE = 4, 1, 2, 6, 1
"""Evidence: a sum that is the heading's, a sum of whole fives, a name for or against, none."""
_FIVE = 5_00
MOST_LABELS = 7
FEWEST_VOTES = 2
"""So many names that speak of the label above show that the labels of a form slid."""

SATISFACTION = "满意"
"""An indicator of this theme always says so in its name."""


def undrifted(rows: list[Levels]) -> list[Levels]:
    """Return the rows with their labels where they belong; what is not sure is in doubt."""
    if not rows:
        return rows
    starts = [at for at in range(1, len(rows)) if rows[at].own1]
    early = _early(rows, starts)
    votes = _second_votes(rows)
    sums = {at: _worst_sum(rows, starts, early, at) for at in early}
    slid = len(early) + list(votes.values()).count(1)
    is_sliding = slid >= FEWEST_VOTES or any(found > 0 for found in sums.values())
    moved = list(rows)
    for at in sorted(early):
        moved[at : at + 2] = _moved_first(rows, at, sums[at] == _SUM, is_sliding)
    return _with_seconds(moved, votes, is_sliding)


def _early(rows: list[Levels], starts: list[int]) -> frozenset[int]:
    """Return the rows whose first-level labels most likely belong to the row below."""
    free = [at for at in starts if at + 1 < len(rows) and not rows[at + 1].own1][:MOST_LABELS]
    combinations = (
        frozenset(at for at, moves in zip(free, chosen, strict=True) if moves)
        for chosen in product((False, True), repeat=len(free))
    )
    return max(combinations, key=lambda moved: (_evidence(rows, starts, moved), -len(moved)))


def _evidence(rows: list[Levels], starts: list[int], moved: frozenset[int]) -> int:
    """Return how much speaks for it that these first-level labels stand one row early."""
    bounds = [0, *(at + (at in moved) for at in starts), len(rows)]
    sums = sum(_sum_evidence(rows[begin:end]) for begin, end in pairwise(bounds))
    return sums + sum(_move_evidence(rows, at) for at in moved)


def _sum_evidence(group: list[Levels]) -> int:
    total = _sum(group)
    if total is None:
        return 0
    points = parse_points(group[0].points)
    if points is None:
        return _ROUND if total % _FIVE == 0 else 0
    return _SUM if points == total else -_SUM


def _sum(group: list[Levels]) -> int | None:
    """Return the weights of a group together; None where one is blank."""
    weights = [row.weight for row in group if row.weight is not None]
    return sum(weights) if len(weights) == len(group) else None


def _move_evidence(rows: list[Levels], at: int) -> int:
    vote = 1 if _lacks_own_second(rows, at) else _vote(rows, at)
    return {1: _VOTE, 0: -_MOVE, -1: -_AGAINST}[vote]


def _vote(rows: list[Levels], at: int) -> int:
    """Return 1 when a row's name speaks of the label above its own, -1 for its own, else 0."""
    here, above = rows[at].printed_theme, rows[at - 1].printed_theme
    spoken = rows[at].theme
    if here == SATISFACTION == rows[at + 1].theme and spoken != here:
        return 1
    if spoken is None or here == above:
        return 0
    if spoken == here:
        return -1
    return 1 if spoken == above != rows[at + 1].theme else 0


def _lacks_own_second(rows: list[Levels], at: int) -> bool:
    """Whether a row has a first level whose second levels only begin with the row below."""
    here, before, after = rows[at], rows[at - 1], rows[at + 1]
    if here.own2 or not after.own2:
        return False
    parents = level2_parents()
    family = here.level1_printed
    return (
        family in headings().levels
        and family in parents.get(after.level2 or "", frozenset[str]())
        and family not in parents.get(before.level2 or "", frozenset[str]())
    )


def _worst_sum(rows: list[Levels], starts: list[int], early: frozenset[int], at: int) -> int:
    """Return what the sums of both groups beside a moved label say at least."""
    bounds = [0, *(start + (start in early) for start in starts), len(rows)]
    return min(_sum_evidence(rows[a:b]) for a, b in pairwise(bounds) if at + 1 in {a, b})


def _moved_first(
    rows: list[Levels], at: int, is_settled: bool, is_sliding: bool
) -> tuple[Levels, Levels]:
    """Return a row under the labels above it, and the row below with those of its own."""
    here, before, below = rows[at], rows[at - 1], rows[at + 1]
    if not is_settled:
        doubts = [_doubt(at, name, here.first, before.first) for name in _FIRST_FIELDS]
        doubts += [_doubt(at, "level2", here.second, before.second)] if here.own2 else []
        here = replace(here, doubts=tuple(doubts))
    if not is_sliding:
        return here, below
    upper = replace(here, first=before.first, second=before.second, own1=False, own2=False)
    return upper, replace(below, own1=True, own2=below.own2 or here.own2)


def _second_votes(rows: list[Levels]) -> dict[int, int]:
    """Return what the names say of each second-level label that stands below another one."""
    return {
        at: _vote(rows, at) for at in range(1, len(rows) - 1) if rows[at].own2 and not rows[at].own1
    }


def _with_seconds(rows: list[Levels], votes: dict[int, int], is_sliding: bool) -> list[Levels]:
    """Return the rows with second-level labels judged by the names, from the last one up.

    One label that slid puts every other in doubt that no name speaks for.
    """
    judged = list(rows)
    is_shaken = is_sliding or 1 in votes.values()
    for at, vote in sorted(votes.items(), reverse=True):
        here, before = judged[at], judged[at - 1]
        if judged[at + 1].own2 or vote < 0 or not is_shaken:
            continue
        moves = is_sliding and vote > 0
        judged[at] = replace(
            here,
            second=before.second if moves else here.second,
            own2=not moves,
            doubts=(*here.doubts, _doubt(at, "level2", here.second, before.second)),
        )
        if moves:
            judged[at + 1] = replace(judged[at + 1], own2=True)
    return judged


def _doubt(at: int, field: str, printed: Placed | None, other: Placed | None) -> Doubt:
    texts = tuple(level_text(placed[0].text) for placed in (other, printed) if placed)
    return Doubt(
        at=f"indicators[{at}].{field}",
        text=printed[0].text if printed else "",
        candidates=texts,
        reason="drift",
    )
