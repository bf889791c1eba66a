"""The rows of the indicator table, before they are put."""

from itertools import groupby

from msgspec import Struct

from jiheng.model.form import Indicator
from jiheng.rulebook.layouts import Group, Layout

PLACEHOLDER = "....."
"""What an empty form prints where further indicators may stand."""

TEMPLATE_ROWS = 2
"""So many numbered rows the empty form has under each level-2 heading."""


class Row(Struct, frozen=True, kw_only=True):
    """One row: its headings, and the indicator in it unless it is an empty row of the form.

    Attributes:
        group: number of the run of rows that share a level-1 cell.
        part: number of the run of rows that share a level-2 cell.
        index: position of the indicator in the form; None for an empty row.
        name: the third-level cell as printed.
    """

    group: int
    part: int
    level1: str
    level2: str
    index: int | None
    name: str


class _Part(Struct, frozen=True, kw_only=True):
    level1: str | None
    printed: str
    level2: str | None
    indexes: tuple[int, ...]


def table_rows(
    indicators: tuple[Indicator, ...], indexes: tuple[int, ...], layout: Layout
) -> tuple[Row, ...]:
    """Return the rows of these indicators, with the form's empty rows where it prints them."""
    parts = _parts(indicators, indexes, layout)
    if layout.template_rows or not indexes:
        parts = _with_empty_parts(parts, layout)
    rows: list[Row] = []
    runs = groupby(parts, key=lambda part: (part.level1, part.printed))
    number = 0
    for group, (_, run) in enumerate(runs):
        for part in run:
            rows += _part_rows(part, indicators, layout, (group, number))
            number += 1
    return tuple(rows)


def _parts(
    indicators: tuple[Indicator, ...], indexes: tuple[int, ...], layout: Layout
) -> list[_Part]:
    def key(index: int) -> tuple[str | None, str, str | None]:
        item = indicators[index]
        return item.level1, _printed_heading(item, layout), item.level2

    return [
        _Part(level1=level1, printed=printed, level2=level2, indexes=tuple(run))
        for (level1, printed, level2), run in groupby(indexes, key=key)
    ]


def _printed_heading(indicator: Indicator, layout: Layout) -> str:
    meant = indicator.level1 or ""
    word = indicator.level1_printed or layout.heading_words.get(meant, meant)
    points = indicator.level1_points
    return f"{word} ({points}分)" if points else word


def _with_empty_parts(parts: list[_Part], layout: Layout) -> list[_Part]:
    """Return the parts with those headings of the empty form that hold no indicator."""
    if not parts:
        return [part for group in layout.groups for part in _filled([], group, layout)]
    known = {group.level1: group for group in layout.groups}
    result: list[_Part] = []
    for level1, together in groupby(parts, key=lambda part: part.level1):
        group = known.get(level1 or "")
        run = list(together)
        result += _filled(run, group, layout) if group else run
    return result


def _filled(run: list[_Part], group: Group, layout: Layout) -> list[_Part]:
    printed = run[0].printed if run else _empty_heading(group.level1, layout)
    present = {part.level2 for part in run}
    result = list(run)
    for place, level2 in enumerate(group.level2):
        if level2 not in present:
            before = group.level2[:place]
            at = max((i for i, part in enumerate(result, 1) if part.level2 in before), default=0)
            empty = _Part(level1=group.level1, printed=printed, level2=level2, indexes=())
            result.insert(at, empty)
    return result


def _empty_heading(level1: str, layout: Layout) -> str:
    word = layout.heading_words.get(level1, level1)
    points = layout.headings.get(level1)
    return f"{word} ({points}分)" if points else word


def _part_rows(
    part: _Part, indicators: tuple[Indicator, ...], layout: Layout, runs: tuple[int, int]
) -> list[Row]:
    names = [
        layout.name_prefix.format(number=count) + indicators[index].name
        for count, index in enumerate(part.indexes, 1)
    ]
    indexes: list[int | None] = list(part.indexes)
    if layout.template_rows:
        empty = [
            layout.name_prefix.format(number=count).rstrip()
            for count in range(len(names) + 1, TEMPLATE_ROWS + 1)
        ]
        names += [*empty, PLACEHOLDER]
    elif not names:
        names = [""]
    indexes += [None] * (len(names) - len(indexes))
    return [
        Row(
            group=runs[0],
            part=runs[1],
            level1=part.printed,
            level2=part.level2 or "",
            index=index,
            name=name,
        )
        for index, name in zip(indexes, names, strict=True)
    ]
