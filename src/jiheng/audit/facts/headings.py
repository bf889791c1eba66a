"""The first-level headings of a form, each with its rows and points."""

from msgspec import Struct

from jiheng.audit.cells import indicator_cell
from jiheng.model.form import Indicator
from jiheng.model.points import parse_points
from jiheng.scoring.scored import ScoredForm


class Heading(Struct, frozen=True, kw_only=True):
    """One first-level heading.

    Attributes:
        meant: what it means: 产出指标, 效益指标, ….
        points: the points printed in it, 1/100 point; None when there are none.
        rows: positions of its rows in ``form.indicators``.
        weighed: those of its rows that print a weight.
        weight: sum of these weights, 1/100 point.
    """

    printed: str
    meant: str
    points: int | None
    rows: tuple[int, ...]
    weighed: tuple[int, ...]
    weight: int

    @property
    def cells(self) -> tuple[str, ...]:
        """The heading's points and the weights under it."""
        return (
            indicator_cell(self.rows[0], "level1_points"),
            *(indicator_cell(row, "weight") for row in self.weighed),
        )


def headings_of(scored: ScoredForm) -> tuple[Heading, ...]:
    """Return the first-level headings in the form's order; rows without one are left out."""
    rows = scored.form.indicators
    grouped: dict[tuple[str, str | None], list[int]] = {}
    for index, row in enumerate(rows):
        word = row.level1_printed or row.level1
        if word:
            grouped.setdefault((word, row.level1_points), []).append(index)
    return tuple(
        _heading(word, points, tuple(indexes), rows) for (word, points), indexes in grouped.items()
    )


def _heading(
    word: str, points: str | None, indexes: tuple[int, ...], rows: tuple[Indicator, ...]
) -> Heading:
    weights = {index: parse_points(rows[index].weight) for index in indexes}
    known = {index: weight for index, weight in weights.items() if weight is not None}
    return Heading(
        printed=word,
        meant=rows[indexes[0]].level1 or word,
        points=parse_points(points),
        rows=indexes,
        weighed=tuple(known),
        weight=sum(known.values()),
    )
