"""First and second levels of each indicator: filled down, given their meaning, drift undone.

A label that stands one row early shows itself: its row has no second level of its own kind, and
the next row has. The points in the headings then confirm where the groups end.
"""

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.model.form import Doubt
from jiheng.model.points import parse_points
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.texts import level_text
from jiheng.rulebook.headings import (
    heading_points,
    headings,
    level2_parents,
    named_level2,
)

Placed = tuple[GridCell, Line]
"""A label's cell and the row it stands in."""


class Levels(Struct, frozen=True, kw_only=True, gc=False):
    """The level labels of one indicator, printed in its row or carried from above.

    Attributes:
        name: the indicator's name, which may speak of a second level.
        own1: its first-level label stands in its own row.
        own2: its second-level label stands in its own row.
        weight: its weight in 1/100 point, to be added up against the heading's points.
    """

    name: str
    weight: int | None = None
    first: Placed | None
    second: Placed | None
    own1: bool
    own2: bool
    doubts: tuple[Doubt, ...] = ()

    @property
    def level1_printed(self) -> str | None:
        """The first-level heading as printed, without points."""
        return None if self.first is None else level_text(self.first[0].text)

    @property
    def level2(self) -> str | None:
        """The second-level heading."""
        return None if self.second is None else level_text(self.second[0].text)

    @property
    def points(self) -> str | None:
        """The points in the first-level heading."""
        return None if self.first is None else heading_points(self.first[0].text)


def undrifted(rows: list[Levels]) -> list[Levels]:
    """Return the rows with labels that stood one row early moved back to where they belong."""
    moved = list(rows)
    for at in range(1, len(rows) - 1):
        if not _is_early(rows, at):
            continue
        before = moved[at - 1]
        agreed = _agrees(rows, at, moves=True)
        if not agreed and _agrees(rows, at, moves=False):
            continue
        doubts = () if agreed else (_doubt(at, "level1", rows[at].first, before.first),)
        moved[at] = replace(
            rows[at], first=before.first, second=before.second, own1=False, doubts=doubts
        )
        _undrift_seconds(moved, at)
    return moved


def _agrees(rows: list[Levels], at: int, *, moves: bool) -> bool:
    """Whether the weights of both groups add to their headings' points, the row moved or not."""
    upper, lower = rows[at - 1].first, rows[at].first
    sums = {id(upper): 0, id(lower): 0}
    for index, row in enumerate(rows):
        first = upper if moves and index == at else row.first
        if id(first) in sums:
            sums[id(first)] += row.weight or 0
    return all(
        first is not None and parse_points(heading_points(first[0].text)) == sums[id(first)]
        for first in (upper, lower)
    )


def _doubt(at: int, field: str, printed: Placed | None, other: Placed | None) -> Doubt:
    texts = tuple(level_text(placed[0].text) for placed in (other, printed) if placed)
    return Doubt(
        at=f"indicators[{at}].{field}",
        text=printed[0].text if printed else "",
        candidates=texts,
        reason="drift",
    )


def _is_early(rows: list[Levels], at: int) -> bool:
    """Whether the first-level label of a row belongs to the row below it."""
    here, before, after = rows[at], rows[at - 1], rows[at + 1]
    if not here.own1 or here.own2 or after.own1 or not after.own2:
        return False
    parents = level2_parents()
    family = here.level1_printed
    return (
        family in headings().levels
        and family in parents.get(after.level2 or "", frozenset[str]())
        and family not in parents.get(before.level2 or "", frozenset[str]())
    )


def _undrift_seconds(rows: list[Levels], end: int) -> None:
    """Judge the second levels above an early label by what the names speak of."""
    start = end
    while start > 0 and rows[start - 1].first is rows[end].first:
        start -= 1
    for at in range(start + 1, end):
        here, before = rows[at], rows[at - 1]
        followed = not rows[at + 1].own2
        spoken = named_level2(here.name)
        if not here.own2 or not followed or spoken == here.level2:
            continue
        second = before.second if spoken == before.level2 else here.second
        doubt = _doubt(at, "level2", here.second, before.second)
        rows[at] = replace(here, second=second, doubts=(*here.doubts, doubt))


def meanings(rows: list[Levels]) -> list[str | None]:
    """Return the first level of each row by what it means.

    A heading such as 绩效指标 means the first level that most of its second levels belong to.
    """
    groups: dict[int, list[Levels]] = {}
    for row in rows:
        groups.setdefault(id(row.first), []).append(row)
    meant = {first: _meaning(group[0].level1_printed, group) for first, group in groups.items()}
    return [meant[id(row.first)] for row in rows]


def _meaning(printed: str | None, group: list[Levels]) -> str | None:
    if printed not in headings().level1_stand_ins:
        return headings().level1_aliases.get(printed or "", printed)
    parents = level2_parents()
    counts = {
        level1: sum(level1 in parents.get(row.level2 or "", ()) for row in group)
        for level1 in ("产出指标", "效益指标", "满意度指标")
    }
    best = max(counts, key=lambda level1: counts[level1])
    return best if counts[best] else printed
