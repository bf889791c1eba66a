"""The parts of a layout: what a layout file may say of columns, rows, goal and lines."""

from typing import Literal

from msgspec import Struct

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
    "operator",
    "coefficient",
    "is_core",
    "deduction",
    "review_actual",
    "review_score",
    "review_reason",
]

LineField = Literal["reporting_unit", "filled_on", "contact", "funds.unit"]

GoalStyle = Literal["headed", "labelled", "rows", "each"]

Block = Literal["head", "money", "middle", "goal", "indicators", "tail"]


class Data(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings shared by everything that is read from a layout file."""


class MoneyColumn(Data, frozen=True, kw_only=True):
    """A column of the money block: a field of ``MoneyLine`` and the words above it.

    Attributes:
        also: other words that forms of this layout have above it.
        over: the words over this and its neighbours, where there are two rows of headings.
        span: how many columns of the table it takes.
    """

    role: MoneyRole
    heading: str
    also: tuple[str, ...] = ()
    over: str | None = None
    span: int = 1


class Column(Data, frozen=True, kw_only=True):
    """A column of the indicators: a field of ``Indicator`` and the words above it.

    Attributes:
        role: None where forms have this column but a form here has no field for it;
            ``operator`` is the part of the target that says at least or at most.
        also: other words that forms of this layout have above it.
        over: the words over this and its neighbours, where there are two rows of headings.
    """

    role: ColumnRole | None
    heading: str
    also: tuple[str, ...] = ()
    over: str | None = None
    span: Literal[1] = 1


class MoneyLabel(Data, frozen=True, kw_only=True):
    """A line of the money block.

    Attributes:
        label: the name without decoration.
        printed: the name as the form prints it.
        of: label of the line that this one is a part of.
    """

    label: str
    printed: str
    of: str | None = None


class GoalText(Data, frozen=True, kw_only=True):
    """A further text of the goal block, which a form holds among its labelled texts.

    Attributes:
        at: column at which its cell begins.
        label: its label in the form.
    """

    at: int
    heading: str
    label: str


class GoalBlock(Data, frozen=True, kw_only=True):
    """How the yearly goal stands.

    Attributes:
        style: headed: a row of headings over a row of text; labelled: one row, each cell begins
            with its label; rows: a row each, the heading left of the text; each: every goal has
            its own rows of indicators under it.
        label: the upright label; ``{number}`` counts the goals of style each.
        actual: heading of what became of it; None where the form does not ask.
        expected_at: column at which the expected goal begins.
        actual_at: column at which the right-hand cell begins; in style rows, every text.
        others: further cells of the block.
    """

    style: GoalStyle
    label: str
    expected: str
    actual: str | None
    actual_at: int
    expected_at: int = 1
    others: tuple[GoalText, ...] = ()


class FormCell(Data, frozen=True, kw_only=True):
    """A cell of a row that holds no money, goal or indicator; it reaches to the next one.

    Attributes:
        at: column at which it begins.
        text: the words that the form prints in it.
        field: the field that it holds: project.name, total.score, conclusion, texts.存在问题, ….
        printed: how the field is printed, as ``{value}`` with words around it.
        rows: how many rows it is tall; only cells at the left edge are tall.
    """

    at: int
    text: str | None = None
    field: str | None = None
    printed: str = "{value}"
    rows: int = 1


FormRow = tuple[FormCell, ...]


class Group(Data, frozen=True, kw_only=True):
    """A level-1 heading of the empty form with its level-2 headings."""

    level1: str
    level2: tuple[str, ...]


class TotalRow(Data, frozen=True, kw_only=True):
    """The row 总分: whether it has a cell for the weights and one for the grade."""

    label: str
    weight: bool
    grade: bool


class HeadLine(Data, frozen=True, kw_only=True):
    """A line of text outside the table; ``{value}`` stands for the field, if it holds one."""

    field: LineField | None = None
    printed: str
