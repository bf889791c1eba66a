"""The official forms as data: which cells stand where, and with which words."""

from functools import cache
from importlib.resources import files
from typing import Literal

from msgspec import Struct, ValidationError, yaml

LAYOUT_IDS = ("guyuan-2024", "liupanshui-2023", "national-2020", "national-2021-cost")
"""The layouts that are shipped, in the order in which they are matched."""

MoneyRole = Literal[
    "initial_budget", "adjusted_budget", "executed", "weight", "rate", "score", "method", "reason"
]

ColumnRole = Literal[
    "level1",
    "level2",
    "name",
    "target",
    "adjusted_target",
    "actual",
    "weight",
    "score",
    "reason",
    "method",
    "unit",
    "nature",
    "coefficient",
    "is_core",
    "deduction",
]


class UnknownLayout(KeyError):
    """A layout was asked for that is not shipped."""


class BadLayout(ValueError):
    """A layout file breaks the rules of layouts: a mistake of who wrote it."""


class _Data(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings shared by everything that is read from a layout file."""


class MoneyColumn(_Data, frozen=True, kw_only=True):
    """A column of the money block: a field of ``MoneyLine`` and the words above it."""

    role: MoneyRole
    heading: str


class Column(_Data, frozen=True, kw_only=True):
    """A column of the indicators: a field of ``Indicator`` and the words above it."""

    role: ColumnRole
    heading: str


class MoneyLabel(_Data, frozen=True, kw_only=True):
    """A line of the money block.

    Attributes:
        label: the name without decoration.
        printed: the name as the form prints it.
        of: label of the line that this one is a part of.
    """

    label: str
    printed: str
    of: str | None = None


class GoalBlock(_Data, frozen=True, kw_only=True):
    """How the yearly goal stands.

    Attributes:
        style: headed: a row of headings over a row of text; labelled: one row, each cell begins
            with its label.
        actual_at: column at which the right-hand cell begins.
    """

    style: Literal["headed", "labelled"]
    label: str
    expected: str
    actual: str
    actual_at: int


class ProjectBlock(_Data, frozen=True, kw_only=True):
    """Where 实施单位 stands in the row of the department."""

    unit_label_at: int
    unit_label_span: int


class Group(_Data, frozen=True, kw_only=True):
    """A level-1 heading of the empty form with its level-2 headings."""

    level1: str
    level2: tuple[str, ...]


class TotalRow(_Data, frozen=True, kw_only=True):
    """The row 总分: whether it has a cell for the weights and one for the grade."""

    label: str
    weight: bool
    grade: bool


class HeadLine(_Data, frozen=True, kw_only=True):
    """A line of text outside the table that holds one field, as ``{value}``."""

    field: Literal["reporting_unit", "filled_on", "contact"]
    printed: str


class Layout(_Data, frozen=True, kw_only=True):
    """One official form.

    Attributes:
        title: as printed; ``{place}`` stands for the name of the place.
        places: names that mark the place that prints this form.
        years: years for which it was seen; empty where it is not tied to a year.
        money_unit: 元 or 万元, as the empty form prints it.
        heading_weight: points in the heading of the money block's weights, 10 of 分值 (10分).
        headings: level-1 heading → points that the empty form prints beside it.
        heading_words: level-1 heading → other word that this form prints for it.
        money_line_heading: heading over the names of the money lines, such as 资金来源.
        money_columns: columns of money, from left to right; they end at the right edge.
        money_blank: what stands where a lower money line has no weight, rate or score.
        indicator_label: the upright label left of the indicators.
        columns: columns right of that label, from left to right.
        name_prefix: what stands before an indicator's name; ``{number}`` counts in its group.
        template_rows: whether empty rows of the form (指标2:, .....) are printed.
        groups: headings of the empty form, in order.
        conclusion_label: label of the conclusion; None where the form has none.
        head_lines: lines between title and table.
        tail_lines: lines below the table.
        date_style: how a date is printed, with ``{year}``, ``{month}``, ``{day}``.
        notes: below: numbered paragraphs below the table.
        widths: relative widths of all columns, the label's first.
    """

    id: str
    title: str
    places: tuple[str, ...]
    years: tuple[int, ...]
    money_unit: Literal["元", "万元"]
    heading_weight: str | None
    headings: dict[str, str]
    heading_words: dict[str, str]
    project: ProjectBlock
    money_label: str
    money_line_heading: str | None
    money_columns: tuple[MoneyColumn, ...]
    money_lines: tuple[MoneyLabel, ...]
    money_blank: str
    goal: GoalBlock
    indicator_label: str
    columns: tuple[Column, ...]
    name_prefix: str
    template_rows: bool
    groups: tuple[Group, ...]
    total: TotalRow
    conclusion_label: str | None
    head_lines: tuple[HeadLine, ...]
    tail_lines: tuple[HeadLine, ...]
    date_style: str | None
    notes: Literal["below"]
    widths: tuple[int, ...]

    @property
    def money_roles(self) -> tuple[MoneyRole, ...]:
        """Roles of the money columns, without the lines' names."""
        return tuple(column.role for column in self.money_columns)

    @property
    def column_roles(self) -> tuple[ColumnRole, ...]:
        """Roles of the indicator columns, level 1 first."""
        return tuple(column.role for column in self.columns)

    @property
    def words(self) -> frozenset[str]:
        """Headings and labels that this form prints, without blanks."""
        printed = [column.heading for column in (*self.money_columns, *self.columns)]
        labels = [self.money_line_heading, self.conclusion_label, self.goal.expected]
        names = [line.printed for line in self.money_lines]
        return frozenset(bare_word(word) for word in (*printed, *labels, *names) if word)


def bare_word(word: str) -> str:
    """Return a heading without blanks, with one kind of brackets and no trailing colon.

    Example:
        >>> bare_word("执行率 （B/A）："), bare_word("-----其中:上级补助:")
        ('执行率(B/A)', '-----其中:上级补助')
    """
    narrow = "".join(word.split()).translate(str.maketrans("（）：", "():"))
    return narrow.removesuffix(":")


@cache
def load_layout(layout_id: str) -> Layout:
    """Return the layout with this id.

    Raises:
        UnknownLayout: no such layout is shipped.
        BadLayout: its file is wrong.
    """
    if layout_id not in LAYOUT_IDS:
        raise UnknownLayout(layout_id)
    path = files("jiheng.rulebook") / "layouts" / f"{layout_id}.yaml"
    return parse_layout(path.read_bytes(), path.name)


def parse_layout(data: bytes, name: str) -> Layout:
    """Return the layout that a YAML file describes; ``name`` is used in messages.

    Raises:
        BadLayout: a key is unknown or missing, or the columns do not fit together.
    """
    try:
        layout = yaml.decode(data, type=Layout)
    except ValidationError as error:
        raise BadLayout(f"{name}: {error}") from error
    fault = _fault(layout)
    if fault:
        raise BadLayout(f"{name}: {fault}")
    return layout


def _fault(layout: Layout) -> str | None:
    roles = layout.column_roles
    columns = len(roles) + 1
    faults = (
        (len(layout.widths) != columns, "widths: one a column, the label's first"),
        (roles[:3] != ("level1", "level2", "name"), "columns: level1, level2, name come first"),
        (len(set(roles)) != len(roles), "columns: a role stands twice"),
        ("score" not in roles, "columns: no score"),
        (len(layout.money_columns) > columns - 2, "money_columns: more than fit"),
        (layout.goal.actual_at not in range(2, columns), "goal: outside the table"),
        (layout.project.unit_label_at not in range(3, columns - 1), "project: outside"),
        (bool(set(layout.headings) - {g.level1 for g in layout.groups}), "headings: no such group"),
    )
    return next((text for is_wrong, text in faults if is_wrong), None)


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Return all layouts that are shipped, in the order in which they are matched."""
    return tuple(load_layout(layout_id) for layout_id in LAYOUT_IDS)


def match_layout(
    money_roles: tuple[str, ...],
    column_roles: tuple[str, ...],
    words: frozenset[str] = frozenset(),
) -> Layout | None:
    """Return the layout with exactly these columns, or None.

    Args:
        money_roles: roles of the money columns in order, without the lines' names.
        column_roles: roles of the indicator columns in order, level 1 first.
        words: headings and labels of the form after ``bare_word``; where several layouts have
            the same columns, the one that prints most of them wins, then the first.
    """
    wanted = (money_roles, column_roles)
    found = [item for item in all_layouts() if (item.money_roles, item.column_roles) == wanted]
    return max(found, key=lambda layout: len(layout.words & words), default=None)
