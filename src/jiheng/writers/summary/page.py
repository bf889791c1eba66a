"""What stands on a summary of one page: words and numbers as printed, places along lines."""

from msgspec import Struct


class Figure(Struct, frozen=True, kw_only=True):
    """A figure on top, what it is, and a line below it."""

    label: str
    value: str
    note: str = ""


class Axis(Struct, frozen=True, kw_only=True):
    """What stands below a chart: ticks as words and their places in 1/1000."""

    ticks: tuple[tuple[str, int], ...]


class Line(Struct, frozen=True, kw_only=True):
    """An organisation; all places are in 1/1000 of the drawing's width.

    Attributes:
        cells: texts in the order of the headings.
        money, mean: places of the two rates; None where nobody knows.
        is_low: the rate by money is told apart.
        low, high, printed: places of the scores.
    """

    name: str
    cells: tuple[str, ...]
    money: int | None = None
    mean: int | None = None
    is_low: bool = False
    low: int | None = None
    high: int | None = None
    printed: int | None = None


class Stack(Struct, frozen=True, kw_only=True):
    """Findings of one kind: parts in 1/1000 of the longest bar, and their numbers."""

    name: str
    parts: tuple[int, ...]
    counts: tuple[int, ...]
    total: int


class Grid(Struct, frozen=True, kw_only=True):
    """A small table with a title; its last row is a sum where ``has_sum``."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    has_sum: bool = True


class SummaryPage(Struct, frozen=True, kw_only=True):
    """The whole page.

    Attributes:
        lines: the organisations, their sum last.
        execution, scores: the axes of the two charts.
        severities: words of the parts of a stack.
    """

    title: str
    about: str
    figures: tuple[Figure, ...]
    headings: tuple[str, ...]
    execution_title: str
    execution: Axis
    scores_title: str
    scores: Axis
    lines: tuple[Line, ...]
    stacks_title: str
    severities: tuple[str, ...]
    stacks: tuple[Stack, ...]
    grids: tuple[Grid, ...]
    notes: tuple[str, ...]
