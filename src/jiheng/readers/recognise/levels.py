"""First and second levels of each indicator: filled down and given their meaning."""

from msgspec import Struct

from jiheng.model.document import GridCell
from jiheng.model.form import Doubt
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.texts import level_text
from jiheng.rulebook.headings import (
    heading_points,
    headings,
    level2_parents,
    theme_of_level2,
    theme_of_name,
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
    def theme(self) -> str | None:
        """What its name speaks of."""
        return theme_of_name(self.name)

    @property
    def printed_theme(self) -> str | None:
        """What its second-level heading is about."""
        return theme_of_level2(self.level2 or "")

    @property
    def points(self) -> str | None:
        """The points in the first-level heading."""
        return None if self.first is None else heading_points(self.first[0].text)


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
